import { expect, test } from "vitest";
import { parsePrinted } from "../../figures/printed.ts";
import { atLeast } from "../targets/demand.ts";
import type { Target } from "../targets/schema.ts";
import { askedFigure } from "./asked-figure.ts";

const level = (printed: string): Target => ({ kind: "level", bound: "most", value: parsePrinted(printed) });

test("before there is a demand it is what the plan prints, to the letter", () => {
  expect(askedFigure(level("3.400 personer"), undefined)).toMatchObject({
    ...{ value: 3400, unit: "persons", printed: "3.400 personer" },
  });
});

test("with a demand it is where that ends, not what is printed", () => {
  const fall: Target = { kind: "change", direction: "fall", bound: "least", by: parsePrinted("5 %") };
  expect(askedFigure(fall, undefined)).toMatchObject({ value: 0.05, unit: "share" });
  expect(askedFigure(fall, atLeast(95, "persons"))).toMatchObject({ value: 95, unit: "persons" });
});

test("of a range, of everyone and of a direction there is no one figure", () => {
  expect(askedFigure(level("300-320 personer"), undefined)).toBeUndefined();
  expect(askedFigure(level("300 personer"), { low: 300, high: 320, unit: "persons", strict: false })).toBeUndefined();
  expect(askedFigure({ kind: "direction", direction: "falls" }, undefined)).toBeUndefined();
  const population = { da: "alle unge", en: "all the young" };
  expect(askedFigure({ kind: "coverage", share: "everyone", population }, undefined)).toBeUndefined();
});
