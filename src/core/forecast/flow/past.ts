import { type Accuracy, accuracyOf } from "../series/accuracy.ts";
import { type FlowOutcome, outcomeOf } from "./backtest.ts";
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

/** How the trials of a register came out, of some of its benefits: how its forecasts would have hit so far. */
export function pastOf({ trials, trust }: Learnt, benefits: ReadonlySet<string>): FlowAccuracy[] {
  return accuracyByBenefit(trials.filter(({ benefit }) => benefits.has(benefit)).map((one) => outcomeOf(one, trust)));
}
