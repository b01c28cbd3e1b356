import type { FlowOutcome } from "../flow/backtest.ts";
import { type Accuracy, accuracyOf } from "../series/accuracy.ts";

/** How good forecasts of a benefit have been, so many months ahead; of all together without a benefit. */
export type AccuracyRow = Accuracy & {
  readonly benefit?: string;
  /** Months ahead, both included. */
  readonly from: number;
  readonly to: number;
  /** The error of exponential smoothing, scaled as the others are. */
  readonly smoothing: number;
  /** Whether the forecast was off by less than every simple way. */
  readonly isBest: boolean;
};

/** Spans of months ahead that forecasts are judged by: all of them first. */
const spans = [
  [1, 24],
  [1, 3],
  [4, 6],
  [7, 12],
  [13, 24],
] as const;

/** Sums outcomes up by benefit and how far ahead, all together first; what has no outcome, or nothing to measure by, is left out. */
export function accuracyRows(outcomes: readonly FlowOutcome[]): AccuracyRow[] {
  const benefits = [undefined, ...new Set(outcomes.map(({ area }) => area))];
  return benefits.flatMap((benefit) => {
    const own = benefit === undefined ? outcomes : outcomes.filter(({ area }) => area === benefit);
    return spans.flatMap(([from, to]): AccuracyRow[] => {
      const some = own.filter(({ ahead }) => ahead >= from && ahead <= to);
      // A benefit that only just came has no figure of last year to measure errors by.
      return some.some(({ measure }) => measure > 0) ? [rowOf(some, benefit, from, to)] : [];
    });
  });
}

function rowOf(outcomes: readonly FlowOutcome[], benefit: string | undefined, from: number, to: number): AccuracyRow {
  const accuracy = accuracyOf(outcomes);
  const off = outcomes.reduce((sum, one) => sum + Math.abs(one.smoothing - one.actual), 0);
  const smoothing = off / outcomes.reduce((sum, { measure }) => sum + measure, 0);
  const least = Math.min(accuracy.seasonalNaive, accuracy.drift, smoothing);
  const row = { ...accuracy, smoothing, from, to, isBest: accuracy.scaledError < least };
  return benefit === undefined ? row : { benefit, ...row };
}
