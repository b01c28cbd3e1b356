import { type Bounds, tailOf } from "./bounds.ts";
import { normalCumulative, normalQuantile } from "./distributions/normal.ts";
import { quantileOfSorted } from "./quantile.ts";
import type { Random } from "./random.ts";

/** A figure computed from the members of a sample that are named, some perhaps several times. */
export type Statistic = (members: Uint32Array) => number;

/**
 * A figure computed anew from so many samples drawn with replacement from `size` members, in rising order: how far it
 * would have strayed had other members been met. Members that belong together (the spells of a person) are drawn together
 * when the statistic takes persons as its members.
 *
 * @throws RangeError unless there are members and draws
 * @example bootstrapDraws(3, (members) => members.length, 2, randomFrom(1))[1] // 3
 */
export function bootstrapDraws(size: number, statistic: Statistic, draws: number, random: Random): Float64Array {
  if (!(size > 0 && draws > 0)) throw new RangeError("bootstrapDraws needs members and draws");
  const members = new Uint32Array(size);
  const results = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    for (let at = 0; at < size; at++) members[at] = random() * size;
    results[draw] = statistic(members);
  }
  return results.sort();
}

/**
 * The percentile interval: what the middle of the draws spans.
 *
 * @throws RangeError when there are no draws, or the level is not between 0 and 1
 * @example percentileInterval(Float64Array.of(1, 2, 3, 4, 5), 0.5).high // 4
 */
export function percentileInterval(sortedDraws: Float64Array, level = 0.95): Bounds {
  const tail = tailOf(level);
  return { low: quantileOfSorted(sortedDraws, tail), high: quantileOfSorted(sortedDraws, 1 - tail) };
}

/**
 * Efron's BCa interval: the percentile interval moved for the bias of the draws (those below the estimate need not be
 * half) and for a spread that changes with the level, which the jackknife measures. Better than the percentile interval
 * for skewed figures and small samples.
 *
 * @param estimate the figure of the sample itself
 * @param size how many members the sample has; the statistic is computed once without each
 * @see Bradley Efron, "Better bootstrap confidence intervals" (1987)
 * @throws RangeError of fewer than two members, when every draw lies on the same side of the estimate, or as `percentileInterval`
 */
export function bcaInterval(
  sortedDraws: Float64Array,
  estimate: number,
  size: number,
  statistic: Statistic,
  level = 0.95,
): Bounds {
  if (!(size >= 2)) throw new RangeError("bcaInterval needs two members or more");
  const below = sortedDraws.reduce((count, draw) => count + (draw < estimate ? 1 : draw === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile(below / sortedDraws.length);
  if (!Number.isFinite(bias)) throw new RangeError("bcaInterval needs draws on both sides of the estimate");
  const acceleration = accelerationOf(jackknife(size, statistic));
  const moved = (z: number) => normalCumulative(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const z = normalQuantile(tailOf(level));
  return { low: quantileOfSorted(sortedDraws, moved(z)), high: quantileOfSorted(sortedDraws, moved(-z)) };
}

/** The figure without each member in turn. */
function jackknife(size: number, statistic: Statistic): Float64Array {
  const members = Uint32Array.from({ length: size - 1 }, (_, at) => at + 1);
  return Float64Array.from({ length: size }, (_, left) => {
    if (left > 0) members[left - 1] = left - 1;
    return statistic(members);
  });
}

/** A sixth of the skewness of what each member draws the figure by. */
function accelerationOf(without: Float64Array): number {
  const mean = without.reduce((sum, one) => sum + one, 0) / without.length;
  const power = (exponent: number) => without.reduce((sum, one) => sum + (mean - one) ** exponent, 0);
  const squares = power(2);
  return squares === 0 ? 0 : power(3) / (6 * squares ** 1.5);
}
