import { normalQuantile } from "../../stats/distributions/normal.ts";
import type { Outcome } from "../series/accuracy.ts";
import type { FlowModel } from "./model.ts";
import { besideOthers, type Seen } from "./see.ts";
import { ENDS, type Trial, type TrialsAsked, trialsOf } from "./trials.ts";
import { type Trust, trustBy } from "./trust.ts";

/** Which months of the past to forecast from, as how many months were known. */
export type BacktestAsked = TrialsAsked & { readonly origins: readonly number[] };

/**
 * Forecasts every benefit from months of the past as it would have been forecast then, intervals and trusted way learnt
 * from what had come by then, and holds it against what came. Undefined when it was cancelled.
 */
export function backtestFlows(seen: Seen, model: FlowModel, asked: BacktestAsked): FlowOutcome[] | undefined {
  const { origins, betweenOrigins, fewestMonths } = model;
  const earliest = Math.min(...asked.origins);
  const before = Array.from({ length: origins }, (_, k) => earliest - (k + 1) * betweenOrigins);
  const all = [...before.filter((until) => until >= fewestMonths), ...asked.origins];
  const trials = trialsOf(seen, model, all, asked);
  return trials && outcomesOf(seen, trials, asked.origins);
}

/** The trials as the forecasts they would have been from some months, each trusting what it could know. */
export function outcomesOf(seen: Seen, trials: readonly Trial[], origins: readonly number[]): FlowOutcome[] {
  return origins.flatMap((origin) => {
    const trust = trustBy(trials, besideOthers(seen, origin), origin);
    return trials.filter(({ until }) => until === origin).map((one) => outcomeOf(one, trust));
  });
}

/** A forecast of a month that has come, beside the simple ways. */
export type FlowOutcome = Outcome & { readonly smoothing: number };

/** A trial as the forecast it would have been: by the trusted way, its interval as wide as it must be. */
function outcomeOf(trial: Trial, { methodOf, width, strayOf }: Trust): FlowOutcome {
  const { benefit, until, ahead, actual, expected, bounds, simple, measure } = trial;
  const method = methodOf(benefit);
  const mean = method === "flow" ? expected : Math.max(0, simple[method]);
  const stray = strayOf(benefit) * Math.sqrt(ahead);
  const [lo95, lo80, hi80, hi95] = bounds.map((bound, end) =>
    Math.max(0, method === "flow" ? expected + width * (bound - expected) : mean + normalQuantile(ENDS[end]) * stray),
  );
  return {
    ...{ area: benefit, origin: until, ahead, actual, measure },
    expected: { mean, lo80, hi80, lo95, hi95 },
    ...{ seasonalNaive: simple["seasonal-naive"], drift: simple.drift, smoothing: simple["seasonal-smoothing"] },
  };
}
