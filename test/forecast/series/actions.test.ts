import { expect, test } from "vitest";
import { backtestSeries } from "#actions/backtest-series.ts";
import { forecastSeries } from "#actions/forecast-series.ts";
import { openData, seriesFolders } from "#actions/open-data.ts";
import { BrokenInput } from "#core/faults/fault.ts";

const folders = seriesFolders(openData());
/** Net unemployed on social assistance, the whole country, as Statistics Denmark published them in AUK01. */
const country = { id: "dst-auk01-kontanthjaelp", area: "Hele landet", asOf: "2018Q4", horizon: 4 };

function faultOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults[0].code;
    throw error;
  }
  return undefined;
}

test("a published series is forecast from what was known then, and says how such forecasts came out", () => {
  const answer = forecastSeries(country, folders);
  expect(answer).toMatchObject({ area: "000", unit: "full-time-persons", asOf: "2018Q4", model: { areas: 1 } });
  expect(answer.rows.map(({ period }) => period)).toEqual(["2019Q1", "2019Q2", "2019Q3", "2019Q4"]);
  // As published for 2019.
  const came = [16834, 15162, 14268, 14424];
  for (const [h, { mean, lo95, hi95 }] of answer.rows.entries()) {
    expect(Math.abs(mean / came[h] - 1)).toBeLessThan(0.12);
    expect(lo95 < came[h] && came[h] < hi95).toBe(true);
  }
  expect(answer.past?.origins).toBe(8);
  expect(answer.past?.off).toBeLessThan(0.1);
});

test("what cannot be forecast is refused with its reason", () => {
  const cases: readonly (readonly [Partial<typeof country>, string])[] = [
    [{ id: "dst-auk01" }, "unknown-series"],
    [{ area: "Ålborg Nord" }, "unknown-area"],
    [{ asOf: "2018Q5" }, "not-a-period"],
    [{ asOf: "2027Q1" }, "no-figure-then"],
    [{ asOf: "2010Q1" }, "series-too-short"],
    [{ horizon: 40 }, "horizon-too-far"],
    [{ horizon: 0 }, "wrong-horizon"],
    [{ horizon: 2.5 }, "wrong-horizon"],
  ];
  for (const [other, code] of cases)
    expect(faultOf(() => forecastSeries({ ...country, ...other }, folders))).toBe(code);
});

test("forecasts of a published series are held against what came, with a stretch left out and chances beside", () => {
  const asked = { id: country.id, kind: "country", horizon: 4, from: "2019Q1" } as const;
  const { areas, from, to, all, without } = backtestSeries({ ...asked, without: "2020Q2..2021Q2" }, folders);
  expect([areas, from, to]).toEqual([1, "2019Q1", "2025Q4"]);
  // 28 quarters forecast: 28 + 27 + 26 + 25 figures ahead; five fall in the stretch at each horizon.
  expect(all.ahead.map(({ count }) => count)).toEqual([28, 27, 26, 25]);
  expect(without?.ahead.map(({ count }) => count)).toEqual([23, 22, 21, 20]);
  expect(without?.together.scaledError).toBeLessThan(all.together.scaledError);
  expect(all.together.scaledError).toBeLessThan(all.together.seasonalNaive);
  expect(all.chances.map(({ target, count }) => [target, count])).toEqual([
    ["not-above-last-year", 25],
    ["ten-per-cent-down", 25],
    ["mean-not-above", 25],
  ]);
  expect(faultOf(() => backtestSeries({ ...asked, kind: "rar" }, folders))).toBe("no-figure-then");
});
