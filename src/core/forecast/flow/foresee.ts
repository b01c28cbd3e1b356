import type { Month } from "../../calendar/month.ts";
import { quantileOfSorted } from "../../stats/quantile.ts";
import type { Expected } from "../series/forecast.ts";
import { estimate } from "./estimate.ts";
import type { Flows } from "./flows.ts";
import type { FlowModel } from "./model.ts";
import { type Projection, type ProjectionAsked, project } from "./project.ts";
import type { Seen, SeenBenefit } from "./see.ts";
import { drawnAt, originsOf, simpleWays, type Trial, trialsOf } from "./trials.ts";
import { type FlowMethod, type Trust, trustBy } from "./trust.ts";
import { conversionOf, futuresOf } from "./unit.ts";

/** A register as it has been learnt from: what forecasts and scenarios are let run on. */
export type Learnt = {
  readonly seen: Seen;
  readonly flows: Flows;
  readonly trials: readonly Trial[];
  readonly trust: Trust;
};

/** Full-time persons of a benefit in the coming months. */
export type ForeseenBenefit = {
  readonly benefit: string;
  readonly method: FlowMethod;
  readonly expected: readonly Expected[];
  /** Sampled futures, `sampled[draw * months + month]`: of these chances of a goal are counted. */
  readonly sampled: Float64Array;
};

export type ForeseenRegister = {
  readonly months: readonly Month[];
  readonly benefits: readonly ForeseenBenefit[];
  readonly projection: Projection;
};

type LearnAsked = Pick<ProjectionAsked, "horizon" | "seed" | "onProgress" | "isCancelled">;

/** Estimates how people flow, and tries it on the register's own past. Undefined when it was cancelled. */
export function learn(seen: Seen, model: FlowModel, asked: LearnAsked): Learnt | undefined {
  const flows = estimate(seen.observed, model);
  const trials = trialsOf(seen, model, originsOf(seen, model), { ...asked, draws: model.trialDraws });
  return trials && { seen, flows, trials, trust: trustBy(trials) };
}

/**
 * Lets people flow on and counts full-time persons by benefit. A benefit that a simple way has clearly foretold better
 * follows that way, with the futures' own spread around it.
 *
 * @returns undefined when it was cancelled
 */
export function foresee({ seen, flows, trust }: Learnt, asked: ProjectionAsked): ForeseenRegister | undefined {
  const projection = project(flows, asked);
  if (projection === undefined) return undefined;
  const changed = asked.changes === undefined ? undefined : project(flows, { ...asked, draws: 0, changes: undefined });
  return {
    months: projection.months,
    projection,
    benefits: seen.benefits.map((one) =>
      foreseeBenefit(seen, trust, one, projection, changed ?? projection, asked.seed),
    ),
  };
}

function foreseeBenefit(
  seen: Seen,
  trust: Trust,
  one: SeenBenefit,
  projection: Projection,
  unchanged: Projection,
  seed: number,
): ForeseenBenefit {
  const until = seen.observed.months;
  const months = projection.months.length;
  const conversion = conversionOf(one, until);
  const { expected, sampled } = futuresOf(projection, one, conversion, seed);
  const method = trust.methodOf(one.benefit);
  const plain = method === "flow" ? undefined : futuresOf({ ...unchanged, draws: 0 }, one, conversion, seed).expected;
  const simple = method === "flow" ? undefined : simpleWays(one.fullTime)(until, months)[method];
  // What a change makes of it is added to the way that is trusted.
  const off = (h: number) => (simple === undefined || plain === undefined ? 0 : simple[h] - plain[h]);
  const futures = sampled.map((figure, i) => {
    const h = i % months;
    return Math.max(0, expected[h] + off(h) + trust.width * (figure - expected[h]));
  });
  return {
    ...{ benefit: one.benefit, method, sampled: futures },
    expected: Array.from(expected, (mean, h) => {
      const drawn = drawnAt(futures, months, h);
      const at = (share: number) => (drawn.length === 0 ? mean : quantileOfSorted(drawn, share));
      return { mean: Math.max(0, mean + off(h)), lo80: at(0.1), hi80: at(0.9), lo95: at(0.025), hi95: at(0.975) };
    }),
  };
}
