import { expect, test } from "vitest";
import { type Day, parseDay } from "../calendar/day.ts";
import { parsePeriod } from "../calendar/period.ts";
import type { Unit } from "../figures/unit.ts";
import type { Series } from "../indicators/series.ts";
import type { Area } from "../vocabulary/area.ts";
import { benchmarkPeriods, benchmarkRow, benchmarksIn } from "./benchmark.ts";

const aalborg: Area = {
  ...{ id: "851", kind: "municipality", label: { da: "Aalborg", en: "Aalborg" } },
  ...{ aliases: [], within: [], successors: [], valid: { from: undefined, until: undefined } },
};
const today = parseDay("2026-11-22");

function series(indicator: string, fetched: Day, figures: Readonly<Record<string, number>>, unit: Unit): Series {
  return {
    ...{ id: `${indicator}-${fetched}`, title: { da: "", en: "" }, owner: "", indicator, where: {}, unit, fetched },
    ...{ frequency: "year", seasonal: "none", vintage: "", licence: "", finalAfterMonths: 0, breaks: [], proxyFor: [] },
    observations: Object.entries(figures).map(([period, value]) => ({
      ...{ area: "851", period: parsePeriod(period), status: "actual" as const },
      value: { value, unit },
    })),
  };
}

const older = parseDay("2023-08-15");
const all = [
  series("faktisk-forsoergede", older, { "2021": 17000, "2022": 16000 }, "full-time-persons"),
  series("forventet-forsoergede", older, { "2021": 16900, "2022": 16200 }, "full-time-persons"),
  series("afvigelse-fra-forventet", older, { "2021": 90 }, "full-time-persons"),
  series("faktisk-forsoergede", today, { "2022": 15990, "2025": 15000 }, "full-time-persons"),
  series("forventet-forsoergede", today, { "2022": 16200, "2025": 15300 }, "full-time-persons"),
];

test("of two sources the later speaks first, and the earlier has the years it has not", () => {
  const [benchmark, ...others] = benchmarksIn(all);
  expect(others).toEqual([]);
  expect(benchmarkPeriods(benchmark).map(({ id }) => id)).toEqual(["2021", "2022", "2025"]);
  expect(benchmarkRow(benchmark, aalborg, parsePeriod("2022"), today).actual).toMatchObject({ value: 15990 });
});

test("a gap that no source gives is the actual figure less the expected; one that it gives stands", () => {
  const [benchmark] = benchmarksIn(all);
  expect(benchmarkRow(benchmark, aalborg, parsePeriod("2025"), today).gap).toMatchObject({ value: -300 });
  expect(benchmarkRow(benchmark, aalborg, parsePeriod("2021"), today).gap).toMatchObject({ value: 90 });
  expect(benchmarkRow(benchmark, aalborg, parsePeriod("2025"), today).gapShare).toMatchObject({ missing: "no-data" });
});
