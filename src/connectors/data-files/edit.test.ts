import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editYaml, type Written } from "./edit.ts";
import { planIds } from "./plans.ts";
import { parseYaml } from "./yaml.ts";

const data = join(import.meta.dirname, "..", "..", "..", "data");
const contentOf = (text: string): unknown => parseYaml(text, "test.yaml").value;

describe("Editing the text of a YAML file", () => {
  const text = `# a plan
goals:
  - id: a # the first
    # why it is so
    good: up   # better
    target: { kind: level, bound: most, value: "3.400 fuldtidspersoner" } # printed
    source:
      section: "3.5"
      lines: "1-2"

  # the next
  - { id: b, good: up }
`;

  test.for<[string, (string | number)[], Written | undefined, string, string]>([
    ["replaces a word and leaves the comment", ["goals", 0, "good"], "down", "good: up   #", "good: down   #"],
    ["quotes what would mean something else", ["goals", 0, "good"], "a: b", "good: up ", 'good: "a: b" '],
    ["keeps the quotes of what was quoted", ["goals", 0, "source", "lines"], "7", '"1-2"', '"7"'],
    [
      "changes one key within braces",
      ["goals", 0, "target"],
      { kind: "level", bound: "least", value: "3.400 fuldtidspersoner" },
      "bound: most",
      "bound: least",
    ],
    ["adds a key within braces", ["goals", 0, "target", "period"], "2018", 'personer" }', 'personer", period: 2018 }'],
    ["takes a key out of braces", ["goals", 0, "target", "bound"], undefined, "bound: most, ", ""],
    ["takes the last key out of braces", ["goals", 1, "good"], undefined, ", good: up }", " }"],
    ["adds a line after the last of its map", ["goals", 0, "level"], "own", '"1-2"\n', '"1-2"\n    level: own\n'],
    ["takes a whole line", ["goals", 0, "good"], undefined, "    good: up   # better\n", ""],
    [
      "takes the lines of a map",
      ["goals", 0, "source"],
      undefined,
      '    source:\n      section: "3.5"\n      lines: "1-2"\n',
      "",
    ],
    [
      "leaves the dash when the first key goes",
      ["goals", 0, "id"],
      undefined,
      "id: a # the first\n    # why it is so\n    ",
      "",
    ],
  ])("%s", ([, path, value, before, after]) => {
    expect(text).toContain(before);
    expect(editYaml(text, [{ path, value }])).toBe(text.replace(before, after));
  });

  test("makes several edits at once, each where it belongs", () => {
    const edits = [
      { path: ["goals", 0, "source"], value: undefined },
      { path: ["goals", 0, "level"], value: "own" },
      { path: ["goals", 0, "force"], value: "promise" },
    ];
    expect(editYaml(text, edits)).toContain("# printed\n    level: own\n    force: promise\n\n  # the next");
  });
});

describe("Editing the items of a list", () => {
  const text = `points:
  - { after: 1 år, share: 10 % } # soon
  - after: 2 år
    share: 25 %
  - { after: 3 år, share: 50 % }
other: [a, b, c]
`;
  const edited = (path: (string | number)[], value: Written | undefined) => editYaml(text, [{ path, value }]);

  test("adds one after the last, a line for a line", () => {
    expect(edited(["points", 3], { after: "4 år" })).toBe(text.replace("50 % }\n", "50 % }\n  - { after: 4 år }\n"));
    expect(edited(["other", 3], "d")).toContain("[a, b, c, d]");
  });

  test("takes one with its lines, or with its comma", () => {
    expect(edited(["points", 1], undefined)).toBe(text.replace("  - after: 2 år\n    share: 25 %\n", ""));
    expect(edited(["points", 0], undefined)).toBe(text.replace("  - { after: 1 år, share: 10 % } # soon\n", ""));
    expect(edited(["other", 0], undefined)).toContain("[b, c]");
    expect(edited(["other", 2], undefined)).toContain("[a, b]");
  });
});

/** Words as plans have them, and such as would break a file that does not quote. */
const word = fc.oneof(
  fc.constantFrom(
    "2018",
    "3.400 fuldtidspersoner",
    "11,4 %",
    "end of 2018",
    "a: b",
    "# x",
    "- y",
    "",
    " ",
    '"',
    "æøå",
    "{",
    "null",
    "a #b",
  ),
  fc.string(),
);
const value: fc.Arbitrary<Written> = fc.oneof(
  word,
  fc.dictionary(fc.constantFrom("kind", "value", "period"), word),
  fc.array(word),
);

test.for(planIds(data))(
  "any edit of a goal of %s gives just that value, and leaves every other line as it was",
  (id) => {
    const text = readFileSync(join(data, "plans", `${id}.yaml`), "utf8");
    const before = contentOf(text);
    const goals: readonly object[] = Reflect.get(Object(before), "goals");
    const cases = fc.tuple(
      fc.nat(goals.length - 1),
      fc.constantFrom("title", "target", "baseline", "good", "responsible", "source"),
      fc.option(value, { nil: undefined }),
    );
    fc.assert(
      fc.property(cases, ([index, key, written]) => {
        const after = editYaml(text, [{ path: ["goals", index, key], value: written }]);
        const expected = structuredClone(before);
        const goal: object = Reflect.get(Object(expected), "goals")[index];
        if (written === undefined) Reflect.deleteProperty(goal, key);
        else Reflect.set(goal, key, written);
        expect(contentOf(after)).toEqual(expected);
        const [old, now] = [text.split("\n"), after.split("\n")];
        const same = old.findIndex((line, at) => line !== now[at]);
        const tail = old.toReversed().findIndex((line, at) => line !== now.toReversed()[at]);
        if (same >= 0) expect(old.length - tail - same).toBeLessThan(12);
      }),
      { numRuns: 8 },
    );
  },
);
