import { expect, test } from "vitest";
import { normal } from "../../stats/draw.ts";
import { randomFrom } from "../../stats/random.ts";
import type { Panel } from "../series/panel.ts";
import { plain } from "../series/scale.ts";
import { trialsOf } from "../series/trials.ts";
import { backtestChances } from "./backtest.ts";
import { chanceAccuracyOf } from "./calibration.ts";
import { madeTargets } from "./made-targets.ts";

/** Areas whose quarters each add a surprise of their own to the last. */
function wandering(areas: number, periods: number): Panel {
  const random = randomFrom(5);
  const histories = Array.from({ length: areas }, (_, i) => {
    let level = 300;
    const values = Float64Array.from({ length: periods }, () => {
      level += 6 * normal(random);
      return level;
    });
    return { area: `area-${i}`, values };
  });
  return { season: 4, scale: plain, histories };
}

test("made targets are what they say", () => {
  const known = Float64Array.of(10, 20, 30, 40, 50);
  const met = (coming: number[]) =>
    madeTargets.filter((one) => one.met({ known, coming: Float64Array.from(coming), season: 4 })).map(({ id }) => id);
  expect(met([35, 35, 35, 45])).toEqual(["not-above-last-year", "ten-per-cent-down"]);
  expect(met([35, 35, 21, 48])).toEqual(["not-above-last-year", "mean-not-above"]);
  // Two periods ahead the year before is known: 30.
  expect(met([60, 31])).toEqual(["ten-per-cent-down"]);
  // Eight ahead it is among the coming ones: 48.
  expect(met([45, 46, 47, 48, 45, 46, 47, 49])).toEqual([]);
});

test("on areas that wander, chances of a mean come true as often as they say, and beat the rate alone", () => {
  const panel = wandering(30, 60);
  const given = backtestChances(panel, trialsOf(panel, 4), madeTargets, 36, { draws: 200, seed: 3 });
  expect(given).toHaveLength(3 * 30 * 21);
  const { brier, brierOfRate, bands } = chanceAccuracyOf(given.filter(({ target }) => target === "mean-not-above"));
  expect(brier).toBeLessThan(0.8 * brierOfRate);
  for (const band of bands.filter(({ count }) => count >= 60))
    expect(Math.abs(band.given - band.met), `${band.from}`).toBeLessThan(0.15);
});
