import { expect, test } from "vitest";
import { BrokenInput } from "#core/faults/fault.ts";
import { parseYaml } from "./yaml.ts";

test("every scalar stays the text that was written", () => {
  const { value } = parseYaml("a: 2.860\nb: 084\nc: no\nd: 2018-09-30\ne: ~\n", "a.yaml");
  expect(value).toEqual({ a: "2.860", b: "084", c: "no", d: "2018-09-30", e: "~" });
});

test("every value knows where it stands, and a missing one where it should have stood", () => {
  const { placeOf } = parseYaml("goals:\n  - id: a\n    title: { da: x, en: y }\n", "a.yaml");
  expect(placeOf(["goals", 0, "title", "en"])).toEqual({
    file: "a.yaml",
    line: 3,
    column: 25,
    path: "goals.0.title.en",
  });
  expect(placeOf(["goals", 0, "target"])).toMatchObject({ line: 2, column: 5 });
});

test.for([
  ["a key that stands twice", "a: 1\nb: 2\na: 3\n", "duplicate-key", 3],
  ["a bracket that is never closed", "a: 1\nb: { c: 2\n", "not-yaml", 3],
  ["a value taken from elsewhere", "a: &x 1\nb: *x\n", "not-yaml", 2],
] as const)("%s is a fault with its line", ([, text, code, line]) => {
  const faults = () => {
    try {
      return parseYaml(text, "a.yaml");
    } catch (error) {
      return error instanceof BrokenInput ? error.faults : error;
    }
  };
  expect(faults()).toMatchObject([{ code, place: { file: "a.yaml", line } }]);
});
