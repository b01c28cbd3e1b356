import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isMissing } from "#core/figures/figure.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { observationsOf, type Series } from "#core/indicators/series.ts";
import { areasOfKind, findArea } from "#core/vocabulary/area.ts";
import { faultsOfWhere } from "#core/vocabulary/dimension.ts";
import { parseJobindsats } from "../jobindsats/parse.ts";
import { parseDelimited } from "../tables/delimited.ts";
import { valuesIn } from "../tables/sheet.ts";
import { readIndicators } from "./indicators.ts";
import { readSeries } from "./series.ts";
import { readVocabulary } from "./vocabulary.ts";

const vocabulary = readVocabulary("data");
const indicators = readIndicators("data", vocabulary);
const began = performance.now();
const series = readSeries({ dataDir: "data", vocabulary });
const took = performance.now() - began;

function get(id: string): Series {
  const found = series.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
}

/** The numbers of a series by area and period. */
function numbersOf(id: string): Map<string, number> {
  return new Map(
    get(id).observations.flatMap(({ area, period, value }) =>
      isMissing(value) ? [] : [[`${area} ${period.id}`, value.value] as const],
    ),
  );
}

test("every area name of the five published files is the name of one area and no two of the same", () => {
  const folder = "data/series/published";
  const named = {
    "dst-auk01.csv": ["OMRÅDE", 117],
    "dst-folk1am.csv": ["OMRÅDE", 105],
    "dst-aup02-annual-mean.csv": ["municipality", 98],
    "dst-ras200.csv": ["municipality", 99],
    "jobindsats-y30r21.jsonl": ["Area", 98],
  } as const;
  for (const [file, [column, count]] of Object.entries(named)) {
    const text = readFileSync(`${folder}/${file}`, "utf8").replace("\ufeff", "");
    const sheet = file.endsWith(".jsonl") ? parseJobindsats(text, file) : parseDelimited(text, file);
    const names = valuesIn(sheet, column);
    const ids = names.map((name) => findArea(vocabulary.areas, name)?.id ?? name);
    expect(
      ids.filter((id) => !vocabulary.areas.byId.has(id)),
      file,
    ).toEqual([]);
    expect(new Set(ids).size, file).toBe(count);
  }
});

test("every series measures a known indicator in its unit, with a filter the indicator knows", () => {
  for (const one of series) {
    const indicator = getIndicator(indicators, one.indicator);
    expect(one.unit, one.id).toBe(indicator.unit);
    expect(faultsOfWhere(one.where, vocabulary, indicator.dimensions), one.id).toEqual([]);
    for (const proxy of one.proxyFor)
      expect(faultsOfWhere(proxy.where, vocabulary, getIndicator(indicators, proxy.indicator).dimensions)).toEqual([]);
  }
});

test("ids are given once", () => {
  expect(new Set(series.map(({ id }) => id)).size).toBe(series.length);
});

test("RAS200 agrees with the employment rates that Albertslund printed for 2011-2015 (plan 2018, table 1.1)", () => {
  const rates = observationsOf(get("dst-ras200-beskaeftigelsesfrekvens"), "165")
    .filter(({ period }) => period.id >= "2011" && period.id <= "2015")
    .map(({ value }) => (isMissing(value) ? undefined : value.value));
  expect(rates).toEqual([0.674, 0.665, 0.67, 0.674, 0.687]);
});

test("AUK01's municipalities and those without one add up to the country, but for rounding", () => {
  const numbers = numbersOf("dst-auk01-kontanthjaelp");
  const parts = [...areasOfKind(vocabulary.areas, "municipality").map(({ id }) => id), "uoplyst", "udlandet"];
  for (const quarter of ["2007Q1", "2018Q1", "2025Q4"]) {
    const sum = parts.reduce((total, id) => total + (numbers.get(`${id} ${quarter}`) ?? Number.NaN), 0);
    expect(Math.abs(sum - (numbers.get(`000 ${quarter}`) ?? 0)), quarter).toBeLessThan(50);
  }
});

test("in the benchmark, the difference is actual minus expected in every row and group", () => {
  for (const group of ["", "-dagpenge-mv", "-sygedagpenge-mv", "-kontanthjaelp-mv"]) {
    const expected = numbersOf(`y30r21-forventet-forsoergede${group}`);
    const actual = numbersOf(`y30r21-faktisk-forsoergede${group}`);
    const difference = numbersOf(`y30r21-afvigelse-fra-forventet${group}`);
    expect(difference.size).toBe(98 * 6);
    for (const [key, value] of difference) expect((actual.get(key) ?? 0) - (expected.get(key) ?? 0), key).toBe(value);
  }
});

test("the benchmark's rank follows the difference in percentage points", () => {
  const rank = numbersOf("y30r21-benchmarkplacering");
  const points = numbersOf("y30r21-afvigelse-fra-forventet-andel");
  for (const period of ["2020QMAT02", "2022QMAT04"]) {
    const ranked = [...rank].filter(([key]) => key.endsWith(period)).toSorted(([, a], [, b]) => a - b);
    const inOrder = ranked.map(([key]) => points.get(key) ?? Number.NaN);
    expect(ranked.map(([, value]) => value)).toEqual(Array.from({ length: 98 }, (_, at) => at + 1));
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  }
});

test("the benchmark's rolling years end with a quarter", () => {
  const periods = new Set(get("y30r21-benchmarkplacering").observations.map(({ period }) => period.id));
  expect([...periods]).toEqual(["2020QMAT02", "2020QMAT04", "2021QMAT02", "2021QMAT04", "2022QMAT02", "2022QMAT04"]);
});

test("all published series are read in a moment", () => {
  expect(series.reduce((sum, one) => sum + one.observations.length, 0)).toBeGreaterThan(30_000);
  expect(took).toBeLessThan(5000);
});
