import type { Expected } from "./forecast.ts";

/** A forecast of one period that has come: what was expected so many periods ahead, what came, and what to measure by. */
export type Outcome = {
  readonly area: string;
  /** The number of the first period forecast, and how many periods ahead this one was. */
  readonly origin: number;
  readonly ahead: number;
  readonly expected: Expected;
  readonly actual: number;
  /** What the other methods expected. */
  readonly seasonalNaive: number;
  readonly drift: number;
  /** The mean size of the seasonal naive forecast's errors on the values before the origin. */
  readonly measure: number;
};

/** How good forecasts have been. */
export type Accuracy = {
  readonly count: number;
  /** The sum of errors by their size ÷ the sum of what they are measured by: below 1 is better than last year's figure was. */
  readonly scaledError: number;
  readonly seasonalNaive: number;
  readonly drift: number;
  /** The sum of errors with their sign (expected − actual) ÷ the sum of what came. */
  readonly bias: number;
  /** The sum of errors by their size ÷ the sum of what came: "hit within ± 3.1 %". */
  readonly off: number;
  /** The part that came within the intervals of 80 and 95 %. */
  readonly covered80: number;
  readonly covered95: number;
};

/** Sums up outcomes. Every part is not a number when there are none. */
export function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  const total = (part: (one: Outcome) => number) => outcomes.reduce((sum, one) => sum + part(one), 0);
  const [measure, actual, count] = [total((one) => one.measure), total((one) => one.actual), outcomes.length];
  const errors = total(({ expected, actual }) => Math.abs(expected.mean - actual));
  return {
    count,
    scaledError: errors / measure,
    seasonalNaive: total((one) => Math.abs(one.seasonalNaive - one.actual)) / measure,
    drift: total((one) => Math.abs(one.drift - one.actual)) / measure,
    bias: total(({ expected, actual }) => expected.mean - actual) / actual,
    off: errors / actual,
    covered80: total(({ expected: e, actual }) => (e.lo80 <= actual && actual <= e.hi80 ? 1 : 0)) / count,
    covered95: total(({ expected: e, actual }) => (e.lo95 <= actual && actual <= e.hi95 ? 1 : 0)) / count,
  };
}
