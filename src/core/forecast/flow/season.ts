import { type Month, numberOf } from "../../calendar/month.ts";

/** How much more, or less, often than in the mean month something happens. */
export type Season = {
  /** A factor for each calendar month, with mean 1. */
  readonly factors: Float64Array;
  /** How unsure they are, as the standard deviation of their logarithm. */
  readonly unsure: number;
};

/** No season. */
export const evenSeason: Season = { factors: new Float64Array(12).fill(1), unsure: 0 };

/**
 * How much more often than in the mean month something happens, by calendar month: what was seen over what was expected
 * at the level of the year around. What differs between calendar months is drawn towards 1 as much of it as chance alone
 * would have made, so that few cases make no season.
 */
export function seasonOf(seen: Float64Array, expected: Float64Array, first: Month): Season {
  const [had, hoped] = [new Float64Array(12), new Float64Array(12)];
  const level = levelAround(seen, expected);
  for (let t = 0; t < seen.length; t++) {
    const month = (numberOf(first) - 1 + t) % 12;
    had[month] += seen[t];
    hoped[month] += expected[t] * level[t];
  }
  if (hoped.some((one) => one <= 0)) return evenSeason;
  const raw = had.map((one, k) => one / hoped[k] - 1);
  const squares = raw.reduce((sum, one) => sum + one * one, 0);
  const chance = hoped.reduce((sum, one) => sum + 1 / one, 0);
  const real = Math.max(0, squares - chance) / 11;
  const factors = raw.map((one, k) => 1 + (one * real) / (real + 1 / hoped[k]));
  const mean = factors.reduce((sum, one) => sum + one, 0) / 12;
  const left = hoped.reduce((sum, one) => sum + real / (one * real + 1), 0) / 12;
  return { factors: factors.map((one) => one / mean), unsure: Math.sqrt(left) };
}

/** The level of the year around each month. */
function levelAround(seen: Float64Array, expected: Float64Array): Float64Array {
  return seen.map((_, t) => {
    const from = Math.max(0, Math.min(t - 6, seen.length - 13));
    let [had, hoped] = [0, 0];
    for (let k = from; k <= from + 12 && k < seen.length; k++) {
      const weight = k === from || k === from + 12 ? 0.5 : 1;
      had += weight * seen[k];
      hoped += weight * expected[k];
    }
    return hoped > 0 ? had / hoped : 1;
  });
}
