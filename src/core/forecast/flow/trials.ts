import { quantileOfSorted } from "../../stats/quantile.ts";
import { forecastersOf } from "../series/method.ts";
import { estimate } from "./estimate.ts";
import type { FlowModel, FlowParameters } from "./model.ts";
import { project } from "./project.ts";
import type { Seen } from "./see.ts";
import { conversionOf, futuresOf } from "./unit.ts";

/** What was tried on one month of the past: the flow model, knowing only what came before, and the simple ways beside it. */
export type Trial = {
  readonly benefit: string;
  /** How many months were known, and how many later the month is. */
  readonly until: number;
  readonly ahead: number;
  readonly actual: number;
  readonly expected: number;
  /** Where the sampled futures lay below 2.5, 10, 90 and 97.5 of 100 times. */
  readonly bounds: readonly [number, number, number, number];
  readonly simple: Readonly<Record<SimpleMethod, number>>;
  /** The mean size of the errors of last year's figure before: what errors are measured by. */
  readonly measure: number;
};

/** The ways to forecast a benefit from its own figures alone, which the model is held against. */
export const simpleMethods = ["seasonal-naive", "drift", "seasonal-smoothing"] as const;
export type SimpleMethod = (typeof simpleMethods)[number];

/** Where an interval of 95 and one of 80 of 100 ends. */
export const ENDS = [0.025, 0.1, 0.9, 0.975] as const;

/** How far ahead ways are tried before one is trusted: the same however far is asked, so that every asking expects the same. */
export const TRIED_AHEAD = 12;

/** How many months there must be for the simple ways. */
const FEWEST = 26;

/** How far, how often and from which seed to try. */
export type TrialsAsked = {
  readonly horizon: number;
  readonly draws: number;
  readonly seed: number;
  readonly onProgress?: (share: number) => void;
  readonly isCancelled?: () => boolean;
};

/**
 * Forecasts the past from several of its months, each time estimated from nothing but what came before, and holds it
 * against what came. Undefined when it was cancelled.
 */
export function trialsOf(
  seen: Seen,
  model: FlowModel,
  origins: readonly number[],
  asked: TrialsAsked,
): Trial[] | undefined {
  const trials: Trial[] = [];
  const simpleOf = seen.benefits.map(({ fullTime }) => simpleWays(fullTime));
  for (const [i, until] of origins.entries()) {
    const months = Math.min(asked.horizon, seen.observed.months - until);
    const flows = estimate(seen.observed, model, until);
    const projection = project(flows, {
      horizon: months,
      draws: asked.draws,
      seed: asked.seed,
      isCancelled: asked.isCancelled,
    });
    if (projection === undefined) return undefined;
    for (const [b, one] of seen.benefits.entries()) {
      const { expected, sampled } = futuresOf(projection, one, conversionOf(one, until), asked.seed);
      const simple = simpleOf[b](until, months);
      for (let h = 0; h < months; h++) {
        const drawn = drawnAt(sampled, months, h);
        trials.push({
          ...{ benefit: one.benefit, until, ahead: h + 1, actual: one.fullTime[until + h], expected: expected[h] },
          bounds: [at(drawn, 0), at(drawn, 1), at(drawn, 2), at(drawn, 3)],
          simple: {
            "seasonal-naive": simple["seasonal-naive"][h],
            drift: simple.drift[h],
            "seasonal-smoothing": simple["seasonal-smoothing"][h],
          },
          measure: yearlyChange(one.fullTime, until),
        });
      }
    }
    asked.onProgress?.((i + 1) / origins.length);
  }
  return trials;
}

/** The months of the past to forecast from: the newest first, as far apart as the model says, while enough lies before. */
export function originsOf({ observed }: Seen, { origins, betweenOrigins, fewestMonths }: FlowParameters): number[] {
  const all = Array.from({ length: origins }, (_, k) => observed.months - (k + 1) * betweenOrigins);
  return all.filter((until) => until >= Math.max(fewestMonths, FEWEST));
}

/** What the simple ways expect of the months after so many known ones. */
export function simpleWays(values: Float64Array) {
  const ways = forecastersOf(values, 12);
  return (until: number, months: number): Readonly<Record<SimpleMethod, Float64Array>> => ({
    "seasonal-naive": ways["seasonal-naive"](until, months),
    drift: ways.drift(until, months),
    "seasonal-smoothing": ways["seasonal-smoothing"](until, months),
  });
}

/** The sampled figures of a coming month, in rising order. */
export function drawnAt(sampled: Float64Array, months: number, h: number): Float64Array {
  return Float64Array.from({ length: sampled.length / months }, (_, draw) => sampled[draw * months + h]).sort();
}

function at(drawn: Float64Array, end: 0 | 1 | 2 | 3): number {
  return quantileOfSorted(drawn, ENDS[end]);
}

/** The mean size of the change from the same month a year before. */
function yearlyChange(values: Float64Array, until: number): number {
  let sum = 0;
  for (let t = 12; t < until; t++) sum += Math.abs(values[t] - values[t - 12]);
  return sum / (until - 12);
}
