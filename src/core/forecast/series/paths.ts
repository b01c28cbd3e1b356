import { normalCumulative } from "../../stats/distributions/normal.ts";
import { normal } from "../../stats/draw.ts";
import { type Random, randomFrom } from "../../stats/random.ts";
import { findCholesky } from "../../stats/regression/cholesky.ts";
import { calibrate } from "./calibrate.ts";
import { chooseMethods } from "./choose.ts";
import type { MethodId } from "./method.ts";
import { firstOrigin, type Panel } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** How many ways the coming periods are drawn, and the seed they follow from. */
export type Drawing = { readonly draws: number; readonly seed: number };

/** The ways the coming periods of an area (in the order of the trials) may go: a figure a period in each. */
export type Ways = (area: number) => Float64Array[];

/**
 * Draws how every area of a panel may go on from an origin. Each period by itself is spread as its calibrated interval
 * says; together they stray as past forecasts did that were made at the same time: one that was too high a quarter ahead
 * was mostly too high the next quarter too. From the same seed the same ways.
 */
export function pathsFrom(panel: Panel, all: readonly Trials[], origin: number, { draws, seed }: Drawing): Ways {
  const methods = chooseMethods(panel, all, origin);
  const { spread, times } = calibrate(panel, all, methods, origin);
  const horizon = all[0]?.horizon ?? 0;
  const lower = rootOf(correlationOf(panel, all, methods, origin), horizon);
  const random = randomFrom(seed);
  const strays = Array.from({ length: draws }, () =>
    correlated(random, lower, horizon).map((z) => Math.sign(z) * times(2 * normalCumulative(Math.abs(z)) - 1)),
  );
  const { off } = panel.scale;
  return (area) => {
    const means = all[area].forecasters[methods[area]](origin, horizon);
    return strays.map((stray) => stray.map((times, h) => off(means[h] + times * spread(area, h + 1))));
  };
}

/**
 * How the errors of forecasts made from the same origin went together, over all areas and the origins whose whole horizon
 * has come. Drawn towards what it is where every period adds a surprise of its own, √(h ÷ h′), by as many origins as
 * there are periods ahead: few origins cannot tell.
 */
export function correlationOf(
  panel: Panel,
  all: readonly Trials[],
  methods: readonly MethodId[],
  origin: number,
): Float64Array {
  const horizon = all[0]?.horizon ?? 0;
  const first = firstOrigin(panel.season);
  const origins = Math.max(0, origin - horizon - first + 1);
  const products = new Float64Array(horizon * horizon);
  for (const [area, { scaled, forecasts }] of all.entries())
    for (let from = first; from < first + origins; from++) {
      const row = (from - first) * horizon;
      const errors = Float64Array.from(
        { length: horizon },
        (_, h) => scaled[from + h] - forecasts[methods[area]][row + h],
      );
      for (let i = 0; i < horizon; i++)
        for (let j = 0; j < horizon; j++) products[i * horizon + j] += errors[i] * errors[j];
    }
  return products.map((product, at) => {
    const [i, j] = [Math.floor(at / horizon), at % horizon];
    if (i === j) return 1;
    const size = Math.sqrt(products[i * horizon + i] * products[j * horizon + j]);
    const seen = size === 0 ? 0 : product / size;
    const expected = Math.sqrt((Math.min(i, j) + 1) / (Math.max(i, j) + 1));
    return (origins * seen + horizon * expected) / (origins + horizon);
  });
}

function rootOf(correlation: Float64Array, size: number): Float64Array {
  const root = findCholesky(correlation, size);
  if (root === undefined) throw new RangeError("errors that go together fully cannot be drawn");
  return root.lower;
}

/** Standard normal numbers that go together as a correlation's root says. */
function correlated(random: Random, lower: Float64Array, size: number): Float64Array {
  const alone = Float64Array.from({ length: size }, () => normal(random));
  return alone.map((_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += lower[i * size + j] * alone[j];
    return sum;
  });
}
