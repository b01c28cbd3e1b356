import type { State, Weights } from "./form.ts";

/** What each value of a series surprised by, and the state after the last. */
export type Followed = { readonly errors: Float64Array; readonly end: State };

/**
 * Follows a series from a state: each period is expected to be level + damped slope + season, and a part of what it
 * surprises by is learnt.
 *
 * e = y − (l + φb + s); l ← l + φb + αe; b ← φb + βe; s ← s + γe, to return a season later.
 *
 * @see Rob Hyndman et al., "Forecasting with exponential smoothing: the state space approach" (2008), table 2.1
 */
export function follow(values: Float64Array, weights: Weights, start: State): Followed {
  const errors = new Float64Array(values.length);
  const season = start.season.length > 0 ? start.season.slice() : new Float64Array(1);
  const seasonWeight = start.season.length > 0 ? weights.season : 0;
  const { level: levelWeight, slope: slopeWeight, damping } = weights;
  let { level, slope } = start;
  let next = 0;
  for (let t = 0; t < values.length; t++) {
    const faded = damping * slope;
    const error = values[t] - level - faded - season[next];
    errors[t] = error;
    level += faded + levelWeight * error;
    slope = faded + slopeWeight * error;
    season[next] += seasonWeight * error;
    next = next + 1 === season.length ? 0 : next + 1;
  }
  return { errors, end: { level, slope, season: turned(start.season.length > 0 ? season : start.season, next) } };
}

/** The effects with that of the next period first. */
function turned(season: Float64Array, next: number): Float64Array {
  const turned = new Float64Array(season.length);
  for (let i = 0; i < season.length; i++) turned[i] = season[(next + i) % season.length];
  return turned;
}
