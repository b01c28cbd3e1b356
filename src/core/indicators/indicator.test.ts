import { expect, test } from "vitest";
import { codeListFile, joinLists } from "../vocabulary/code-list.ts";
import { breaksOf, getIndicator, indicator, sameWhere } from "./indicator.ts";

const text = { da: "x", en: "x" };
const rate = indicator.parse({
  id: "beskaeftigelsesfrekvens",
  name: text,
  unit: "share",
  good: "up",
  definition: text,
  source: text,
  parameters: [{ id: "age", value: "16-64", meaning: text }],
  dimensions: ["age", "benefit"],
  smallestCount: "5",
  breaks: [{ on: "2020-01-01", text }],
});

test("a filter left out stands for the indicator's default", () => {
  expect(sameWhere(rate, {}, { age: "16-64" })).toBe(true);
  expect(sameWhere(rate, {}, { age: "16-66" })).toBe(false);
});

test("the order in which codes and dimensions are written does not matter", () => {
  expect(sameWhere(rate, { benefit: "b+a", age: "16-29" }, { age: "16-29", benefit: "a + b" })).toBe(true);
});

test("a figure of one benefit has that benefit's breaks beside the indicator's own", () => {
  const benefits = joinLists([
    codeListFile.parse({
      benefit: { label: text, terms: [{ id: "kontanthjaelp", label: text, breaks: [{ on: "2016-07-01", text }] }] },
    }),
  ]).get("benefit");
  if (benefits === undefined) throw new Error("no list");
  expect(breaksOf(rate, { benefit: "kontanthjaelp" }, benefits).map((one) => one.on)).toEqual([16983, 18262]);
  expect(breaksOf(rate, {}, benefits)).toHaveLength(1);
});

test("an id that no indicator has is refused with the nearest one", () => {
  expect(() => getIndicator(new Map([[rate.id, rate]]), "beskæftigelsesfrekvens")).toThrow(
    "Mente du «beskaeftigelsesfrekvens»?",
  );
});
