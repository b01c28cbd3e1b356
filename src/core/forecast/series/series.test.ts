import fc from "fast-check";
import { expect, test } from "vitest";
import { normal } from "../../stats/draw.ts";
import { randomFrom } from "../../stats/random.ts";
import { accuracyOf } from "./accuracy.ts";
import { backtest } from "./backtest.ts";
import { forecastFrom } from "./forecast.ts";
import { driftOf, seasonalNaiveOf, smoothingOf } from "./method.ts";
import { furthestHorizon, type Panel, periodsOf } from "./panel.ts";
import { scales } from "./scale.ts";
import { trialsOf } from "./trials.ts";

/** Areas that wander about a level with a season, each by its own size. */
function panelOf(areas: number, periods: number, seed: number, season = 4): Panel {
  const random = randomFrom(seed);
  const histories = Array.from({ length: areas }, (_, i) => {
    let level = 100 * (i + 1);
    const values = Float64Array.from({ length: periods }, (_, t) => {
      level = Math.max(20, level + 0.3 * Math.sqrt(level) * normal(random));
      return Math.max(
        0,
        level + 0.1 * level * Math.sin((2 * Math.PI * t) / season) + Math.sqrt(level) * normal(random),
      );
    });
    return { area: `area-${i}`, values };
  });
  return { season, scale: scales["full-time-persons"], histories };
}

test("as last year repeats the last season, however far ahead", () => {
  expect([...seasonalNaiveOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 4)(8, 6)]).toEqual([5, 6, 7, 8, 5, 6]);
});

test("even change goes on by the mean change so far", () => {
  expect([...driftOf(Float64Array.of(10, 14, 13, 16))(4, 3)]).toEqual([18, 20, 22]);
});

test("smoothing from an origin knows nothing of what came later", () => {
  const [{ values }] = panelOf(1, 40, 2).histories;
  const form = { trend: "damped", season: 4 } as const;
  const later = values.map((one, t) => (t < 30 ? one : 9999));
  expect(smoothingOf(later, 4, form)(30, 4)).toEqual(smoothingOf(values, 4, form)(30, 4));
});

test("a forecast from an origin in the past is the one that would have been made then", () => {
  const panel = panelOf(3, 44, 5);
  const then = {
    ...panel,
    histories: panel.histories.map(({ area, values }) => ({ area, values: values.slice(0, 36) })),
  };
  expect(forecastFrom(panel, trialsOf(panel, 4), 36)).toEqual(forecastFrom(then, trialsOf(then, 4), 36));
});

test("intervals lie around the forecast, the wider around the nearer, and counts are never below 0", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const panel = panelOf(2, 30, seed);
      for (const { expected } of forecastFrom(panel, trialsOf(panel, 4), 30))
        for (const { mean, lo80, hi80, lo95, hi95 } of expected) {
          expect(lo95).toBeLessThanOrEqual(lo80);
          expect(lo80).toBeLessThanOrEqual(mean);
          expect(mean).toBeLessThanOrEqual(hi80);
          expect(hi80).toBeLessThanOrEqual(hi95);
          expect(lo95).toBeGreaterThanOrEqual(0);
        }
    }),
    { numRuns: 15 },
  );
});

test("on areas without surprises of another kind intervals hold their level and the forecast beats last year's figure", () => {
  const panel = panelOf(30, 60, 9);
  const { covered80, covered95, scaledError, seasonalNaive, count } = accuracyOf(
    backtest(panel, trialsOf(panel, 4), 36),
  );
  expect(count).toBe(30 * (21 * 4 + 6));
  expect(scaledError).toBeLessThan(seasonalNaive);
  expect(Math.abs(covered80 - 0.8)).toBeLessThan(0.05);
  expect(Math.abs(covered95 - 0.95)).toBeLessThan(0.03);
});

test("a panel's order of areas does not matter, and its values are left as they were", () => {
  const panel = panelOf(4, 32, 3);
  const before = panel.histories.map(({ values }) => [...values]);
  const turned = { ...panel, histories: panel.histories.toReversed() };
  const [ours, theirs] = [panel, turned].map((one) => forecastFrom(one, trialsOf(one, 2), 32));
  for (const [i, one] of ours.entries()) expect(theirs[3 - i].expected[1].hi95).toBeCloseTo(one.expected[1].hi95, 6);
  expect(panel.histories.map(({ values }) => [...values])).toEqual(before);
});

test("an area that never changes is forecast unchanged", () => {
  const panel: Panel = {
    season: 4,
    scale: scales.persons,
    histories: [{ area: "x", values: new Float64Array(30).fill(9) }],
  };
  const [{ expected }] = forecastFrom(panel, trialsOf(panel, 4), 30);
  for (const { mean, lo95, hi95 } of expected) for (const one of [mean, lo95, hi95]) expect(one).toBeCloseTo(9, 6);
});

test("how far ahead a series carries follows from its length", () => {
  expect(furthestHorizon(23, 4)).toBe(4);
  expect(furthestHorizon(19, 4)).toBe(0);
  expect(furthestHorizon(55, 12)).toBe(12);
  expect(() => periodsOf({ ...panelOf(1, 5, 1), histories: [] })).toThrow("same length");
});
