import { normal } from "../../stats/draw.ts";
import type { Random } from "../../stats/random.ts";

/**
 * How much more, or less, often than ordinarily something happens now, and how that wanders: a logarithm that drifts
 * around 0, in several ways that are each as likely as their weight.
 */
export type Level = {
  readonly ways: readonly Wandering[];
};

/** One way the logarithm of a level may wander. */
export type Wandering = {
  /** How likely it is; those of a level add up to 1. */
  readonly weight: number;
  /** What is known of it at the end of the last month. */
  readonly mean: number;
  readonly variance: number;
  /** What is left of a deviation a month later, 0 to 1. */
  readonly stays: number;
  /** The variance that each month adds. */
  readonly steps: number;
  /** How much more a month's count varies than by chance: the variance of a factor on it. */
  readonly extra: number;
};

/** A level that stays as it ordinarily is. */
export const steady: Level = { ways: [{ weight: 1, mean: 0, variance: 0, stays: 1, steps: 0, extra: 0 }] };

/** What the level is expected to be, `h` months after the first coming one. */
export function expectedLevel({ ways }: Level, h: number): number {
  let sum = 0;
  for (const way of ways) {
    const left = way.stays ** (h + 1);
    const added = way.stays === 1 ? h + 1 : (1 - left * left) / (1 - way.stays * way.stays);
    sum += way.weight * Math.exp(left * way.mean + (left * left * way.variance + added * way.steps) / 2);
  }
  return sum;
}

/** A level's path through so many coming months, by chance. */
export function wander({ ways }: Level, months: number, random: Random): Float64Array {
  if (ways === steady.ways) return new Float64Array(months).fill(1);
  const way = wayAt(ways, random());
  let at = way.mean + Math.sqrt(way.variance) * normal(random);
  const blur = Math.log(1 + way.extra);
  return Float64Array.from({ length: months }, () => {
    if (way.steps > 0) at = way.stays * at + Math.sqrt(way.steps) * normal(random);
    return Math.exp(blur === 0 ? at : at + Math.sqrt(blur) * normal(random) - blur / 2);
  });
}

function wayAt(ways: readonly Wandering[], u: number): Wandering {
  let at = 0;
  for (let left = u - ways[0].weight; left >= 0 && at < ways.length - 1; ) left -= ways[++at].weight;
  return ways[at];
}
