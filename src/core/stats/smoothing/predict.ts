import { type Bounds, tailOf } from "../bounds.ts";
import { normalQuantile } from "../distributions/normal.ts";
import type { SmoothingFit } from "./fit.ts";
import type { State, Weights } from "./form.ts";

/** What is expected of a coming period, and the standard deviation of its error. */
export type Prediction = { readonly mean: number; readonly deviation: number };

/**
 * What a fitted series is expected to be in each of the coming periods. The deviation is that of the surprises still to
 * come if the form and its weights are right; what they cost by being fitted is not in it, so intervals made from it are
 * too narrow: calibrate them on past errors where there are some.
 *
 * The mean h periods ahead is l + (φ + … + φʰ) b + s; its variance σ² (1 + Σ cⱼ²) over j < h, with
 * cⱼ = α + β (φ + … + φʲ), and γ more when j is a whole number of seasons.
 *
 * @see Rob Hyndman et al., "Forecasting with exponential smoothing: the state space approach" (2008), table 6.1
 * @throws RangeError unless the horizon is a whole number from 1
 */
export function predict(fit: SmoothingFit, horizon: number): Prediction[] {
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw new RangeError("predict needs a horizon from 1");
  const means = meansOf(fit.end, fit.weights, horizon);
  let variance = fit.variance;
  return means.map((mean, ahead) => {
    if (ahead > 0) variance += fit.variance * weightOf(ahead, fit) ** 2;
    return { mean, deviation: Math.sqrt(variance) };
  });
}

/** What is expected in each of the coming periods from a state. */
export function meansOf({ level, slope, season }: State, { damping }: Weights, horizon: number): number[] {
  let [climbed, left] = [0, slope];
  return Array.from({ length: horizon }, (_, ahead) => {
    left *= damping;
    climbed += left;
    return level + climbed + (season.length > 0 ? season[ahead % season.length] : 0);
  });
}

/** The interval a normal error leaves to a prediction. @throws RangeError unless the level is between 0 and 1 */
export function predictionInterval({ mean, deviation }: Prediction, level = 0.95): Bounds {
  const reach = -normalQuantile(tailOf(level)) * deviation;
  return { low: mean - reach, high: mean + reach };
}

/** cⱼ: what a surprise adds to the value j periods later. */
function weightOf(later: number, { weights, form }: SmoothingFit): number {
  const { level, slope, season, damping } = weights;
  const fading = damping === 1 ? later : (damping * (1 - damping ** later)) / (1 - damping);
  return level + slope * fading + (form.season > 1 && later % form.season === 0 ? season : 0);
}
