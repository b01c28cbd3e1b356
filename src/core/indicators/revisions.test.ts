import { expect, test } from "vitest";
import { parsePeriod } from "../calendar/period.ts";
import { revisionBetween } from "./revisions.ts";
import type { Series } from "./series.ts";

function fetch(values: Readonly<Record<string, number | undefined>>): Series {
  return {
    ...{ id: "s", title: { da: "s", en: "s" }, owner: "o", indicator: "i", where: {}, unit: "persons" },
    ...{
      frequency: "year",
      seasonal: "none",
      vintage: "v",
      licence: "",
      finalAfterMonths: 3,
      breaks: [],
      proxyFor: [],
    },
    observations: Object.entries(values).map(([year, value]) => ({
      area: "851",
      period: parsePeriod(year),
      status: "actual",
      value: value === undefined ? { missing: "no-data" } : { value, unit: "persons" },
    })),
  };
}

test("a fetch is held against the one before it, figure by figure", () => {
  const before = fetch({ 2015: 100, 2016: 200, 2017: 50, 2018: undefined });
  const after = fetch({ 2015: 100, 2016: 210, 2017: 49, 2018: 7, 2019: 8, 2020: undefined });
  const { mean, largest, ...counts } = revisionBetween(before, after);
  expect(counts).toEqual({ compared: 3, changed: 2, added: 2 });
  expect(mean).toBeCloseTo(0.035, 12);
  expect(largest).toBeCloseTo(0.05, 12);
});

test("one that changed nothing has no size", () => {
  expect(revisionBetween(fetch({ 2015: 1 }), fetch({ 2015: 1 }))).toEqual({ compared: 1, changed: 0, added: 0 });
});

test("a figure that was 0 changed by all of itself", () => {
  expect(revisionBetween(fetch({ 2015: 0 }), fetch({ 2015: 3 }))).toMatchObject({ mean: 1, largest: 1 });
});
