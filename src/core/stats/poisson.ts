import { type Bounds, tailOf } from "./bounds.ts";
import { chiSquaredQuantile } from "./distributions/chi-squared.ts";
import { normalQuantile } from "./distributions/normal.ts";

/**
 * Garwood's exact interval for the expected number behind a count of rare events: at each end, a count so far off would
 * have had at most half of 1 − level as its chance. It covers at least its level, often more. Divide both ends by the
 * exposure for a rate.
 *
 * @throws RangeError unless the count is a whole number from 0 and the level between 0 and 1
 * @example poissonExact(10).high // 18.3903560420177…
 */
export function poissonExact(count: number, level = 0.95): Bounds {
  checkCount(count);
  const tail = tailOf(level);
  return {
    low: count === 0 ? 0 : chiSquaredQuantile(tail, 2 * count) / 2,
    high: chiSquaredQuantile(1 - tail, 2 * count + 2) / 2,
  };
}

/**
 * The score interval for the expected number behind a count: every number that lies within z of its own standard
 * deviations from the count. Covers its level on average where the exact one covers at least that.
 *
 * @throws RangeError unless the count is a whole number from 0 and the level between 0 and 1
 * @example poissonScore(10).high // 18.4094727150797…
 */
export function poissonScore(count: number, level = 0.95): Bounds {
  checkCount(count);
  const z = -normalQuantile(tailOf(level));
  const middle = count + (z * z) / 2;
  const half = z * Math.sqrt(count + (z * z) / 4);
  return { low: count === 0 ? 0 : middle - half, high: middle + half };
}

function checkCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError("a Poisson interval needs a count, a whole number");
}
