import type { Scale } from "./scale.ts";

/** The figures of an area, one a period, the oldest first, without a gap. */
export type History = { readonly area: string; readonly values: Float64Array };

/** Histories of the same series over the same periods, which learn from each other's errors. */
export type Panel = {
  /** How many periods a year has. */
  readonly season: number;
  readonly scale: Scale;
  readonly histories: readonly History[];
};

/** How many periods a panel has. @throws RangeError when there is no history, or they differ in length */
export function periodsOf({ histories }: Panel): number {
  const [first, ...others] = histories;
  if (first === undefined || others.some(({ values }) => values.length !== first.values.length))
    throw new RangeError("a panel needs histories of the same length");
  return first.values.length;
}

/** The first origin: before it there must be three seasons, or eight periods, to fit anything to. */
export function firstOrigin(season: number): number {
  return Math.max(8, 3 * season);
}

/** How many past forecasts of a horizon there must be to say how far such forecasts stray. */
export const FEWEST_TRIALS = 8;

/** The furthest horizon that a number of periods carries; 0 or less when they carry none. */
export function furthestHorizon(periods: number, season: number): number {
  return periods - firstOrigin(season) - FEWEST_TRIALS + 1;
}
