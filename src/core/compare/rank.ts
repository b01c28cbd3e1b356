/** What is ranked: a value, and the interval it lies in where that is known. */
export type Rankable = { readonly value: number; readonly low?: number; readonly high?: number };

/** A place on a list, 1 the best, and the places that chance alone could have given. */
export type Place = {
  readonly rank: number;
  /** Undefined where an interval is not known. */
  readonly ranks?: { readonly low: number; readonly high: number };
  /** Whether chance could have moved it over so many places that it says little. */
  readonly isNoise: boolean;
};

/** Places that span more than this part of the list say little of who does better: a parameter of ours. */
export const noisyPart = 0.25;

/**
 * Ranks figures, the best first; equal ones share the better place. The places chance allows leave out only those whose
 * whole interval is better or worse than the own one.
 *
 * @param good which way is better; without one, the greatest comes first
 * @example rankAll([{ value: 2 }, { value: 1 }, { value: 2 }], "up").map(({ rank }) => rank) // [1, 3, 1]
 */
export function rankAll(all: readonly Rankable[], good: "up" | "down" | "none"): Place[] {
  const sign = good === "down" ? -1 : 1;
  const turned = all.map(({ value, low, high }) => {
    const ends =
      low === undefined || high === undefined ? undefined : [low * sign, high * sign].toSorted((a, b) => a - b);
    return { value: value * sign, ends };
  });
  const isKnown = turned.every(({ ends }) => ends !== undefined);
  return turned.map(({ value, ends }): Place => {
    const rank = 1 + turned.filter((other) => other.value > value).length;
    if (!isKnown || ends === undefined) return { rank, isNoise: false };
    const better = turned.filter((other) => other.ends !== undefined && other.ends[0] > ends[1]).length;
    const worse = turned.filter((other) => other.ends !== undefined && other.ends[1] < ends[0]).length;
    const ranks = { low: 1 + better, high: all.length - worse };
    return { rank, ranks, isNoise: ranks.high - ranks.low > noisyPart * all.length };
  });
}
