import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { missingReasons } from "#core/figures/figure.ts";
import type { Observation } from "#core/indicators/series.ts";
import { type Fetched, keepSeries, readKeptSeries } from "./stored-series.ts";

const empty: Fetched = {
  id: "egne-samarbejdsgrad",
  title: { da: "Samarbejdsgrad", en: "Collaboration rate" },
  owner: "egne tal",
  indicator: "samarbejdsgrad",
  where: { party: "egen" },
  unit: "share",
  frequency: "month",
  seasonal: "none",
  fetched: parseDay("2026-11-22"),
  sha256: "00",
  licence: "egne tal",
  finalAfterMonths: 1,
  breaks: [{ on: parseDay("2020-01-01"), text: { da: "Ny lov", en: "New act" } }],
  proxyFor: [],
  observations: [],
};
const folder = () => mkdtempSync(join(tmpdir(), "pejl-"));

const observation = fc.record({
  area: fc.constantFrom("851", "000", "rar-fyn"),
  period: fc.constantFrom("2018", "2018-09", "2018Q3", "2022QMAT04", "end of 2018").map(parsePeriod),
  value: fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ value: value + 0, unit: empty.unit })),
    fc.constantFrom(...missingReasons).map((missing) => ({ missing })),
  ),
  status: fc.constantFrom("actual", "budget", "expected"),
});

test("a series is read back as it was kept", () => {
  const observations: fc.Arbitrary<Observation[]> = fc.array(observation, { maxLength: 30 });
  fc.assert(
    fc.property(observations, (some) => {
      const kept = folder();
      keepSeries({ ...empty, observations: some }, kept);
      expect(readKeptSeries(kept)).toEqual([{ ...empty, vintage: "2026-11-22-01", observations: some }]);
    }),
    { numRuns: 30 },
  );
});

test("every fetch stays, and the newest comes last, also of one day", () => {
  const kept = folder();
  const later = { ...empty, fetched: parseDay("2026-12-01") };
  for (const one of [empty, { ...empty, owner: "en anden" }, later]) keepSeries(one, kept);
  expect(readKeptSeries(kept).map(({ vintage, owner }) => [vintage, owner])).toEqual([
    ["2026-11-22-01", "egne tal"],
    ["2026-11-22-02", "en anden"],
    ["2026-12-01-01", "egne tal"],
  ]);
});

test("a fetch that brings nothing new on the same day is the one that is kept", () => {
  const kept = folder();
  expect(keepSeries(empty, kept).path).toBe(keepSeries(empty, kept).path);
  expect(readKeptSeries(kept)).toHaveLength(1);
});

test("what a broken-off write left behind is not read", () => {
  const kept = folder();
  mkdirSync(join(kept, empty.id));
  writeFileSync(join(kept, empty.id, "2026-11-22-01.json.17.new"), '{"format":');
  expect(readKeptSeries(kept)).toEqual([]);
});

test("a file that somebody changed is refused by name", () => {
  const kept = folder();
  const { path } = keepSeries(empty, kept);
  writeFileSync(path, readFileSync(path, "utf8").replace('"share"', '"procent"'));
  expect(() => readKeptSeries(kept)).toThrow(/2026-11-22-01\.json unit: Den gemte serie kan ikke læses/);
});
