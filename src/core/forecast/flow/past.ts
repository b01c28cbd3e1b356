import { type Accuracy, accuracyOf } from "../series/accuracy.ts";
import { type FlowOutcome, outcomesOf } from "./backtest.ts";
import type { Learnt } from "./foresee.ts";

/** How good forecasts of a benefit have been, beside the simple ways. */
export type FlowAccuracy = Accuracy & {
  readonly benefit: string;
  /** Smoothing's errors ÷ what errors are measured by. */
  readonly smoothing: number;
};

/** Sums up outcomes by benefit. */
export function accuracyByBenefit(outcomes: readonly FlowOutcome[]): FlowAccuracy[] {
  const benefits = [...new Set(outcomes.map(({ area }) => area))];
  return benefits.map((benefit) => {
    const own = outcomes.filter(({ area }) => area === benefit);
    return { benefit, ...accuracyOf(own), smoothing: smoothingOf(own) };
  });
}

/** Smoothing's errors by their size ÷ what errors are measured by. */
export function smoothingOf(outcomes: readonly FlowOutcome[]): number {
  let [off, measure] = [0, 0];
  for (const one of outcomes) {
    off += Math.abs(one.smoothing - one.actual);
    measure += one.measure;
  }
  return off / measure;
}

/** How a register's forecasts of some benefits would have hit so far, each trusting what it could know then. */
export function pastOf({ seen, trials }: Learnt, benefits: ReadonlySet<string>): FlowAccuracy[] {
  const origins = [...new Set(trials.map(({ until }) => until))];
  return accuracyByBenefit(outcomesOf(seen, trials, origins).filter(({ area }) => benefits.has(area)));
}
