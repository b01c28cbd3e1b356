import { quantileOfSorted } from "../../stats/quantile.ts";
import type { Expected } from "../series/forecast.ts";

/** What drawn figures expect: their mean, and where 80 and 95 of 100 of them lie. There must be one. */
export function expectedOf(drawn: readonly number[]): Expected {
  return expectedAround(drawn.reduce((sum, one) => sum + one, 0) / drawn.length, drawn);
}

/**
 * What is expected, and where 80 and 95 of 100 drawn figures lie around it; nothing is known of that where none is drawn.
 * Where most of them lie on one side, as of a benefit that a few may come to, the interval reaches to what is expected.
 *
 * @example expectedAround(0.1, [0, 0, 0, 0, 0]).hi80 // 0.1
 */
export function expectedAround(mean: number, drawn: ArrayLike<number>): Expected {
  if (drawn.length === 0) return { mean, lo80: mean, hi80: mean, lo95: mean, hi95: mean };
  const sorted = Float64Array.from(drawn).sort();
  const below = (share: number) => Math.min(mean, quantileOfSorted(sorted, share));
  const above = (share: number) => Math.max(mean, quantileOfSorted(sorted, share));
  return { mean, lo80: below(0.1), hi80: above(0.9), lo95: below(0.025), hi95: above(0.975) };
}
