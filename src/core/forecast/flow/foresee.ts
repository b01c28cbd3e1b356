import type { Month } from "../../calendar/month.ts";
import { normal } from "../../stats/draw.ts";
import { randomFrom } from "../../stats/random.ts";
import { expectedAround } from "../goals/expected.ts";
import type { Expected } from "../series/forecast.ts";
import { estimate } from "./estimate.ts";
import type { Flows } from "./flows.ts";
import type { FlowModel } from "./model.ts";
import { type Projection, type ProjectionAsked, project } from "./project.ts";
import { besideOthers, type Seen } from "./see.ts";
import { drawnAt, originsOf, simpleWays, TRIED_AHEAD, type Trial, trialsOf } from "./trials.ts";
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

type LearnAsked = Pick<ProjectionAsked, "seed" | "onProgress" | "isCancelled">;

/** Estimates how people flow, and tries it on the register's own past. Undefined when it was cancelled. */
export function learn(seen: Seen, model: FlowModel, asked: LearnAsked): Learnt | undefined {
  const flows = estimate(seen.observed, model);
  const { seed, onProgress, isCancelled } = asked;
  const trying = { horizon: TRIED_AHEAD, draws: model.trialDraws, seed, onProgress, isCancelled };
  const trials = trialsOf(seen, model, originsOf(seen, model), trying);
  return trials && { seen, flows, trials, trust: trustBy(trials, besideOthers(seen)) };
}

/** The benefits people have that nobody was seen to leave: how long they stay cannot be learnt. */
export function neverLeft({ seen, flows }: Learnt): string[] {
  const hasExits = (state: number) => flows.exits[state].destinations.length > 0;
  const found = seen.benefits.filter(({ persons, states }) => (persons.at(-1) ?? 0) > 0 && !states.some(hasExits));
  return found.map(({ benefit }) => benefit);
}

/**
 * Lets people flow on and counts full-time persons by benefit. A benefit that a simple way has clearly foretold better
 * follows that way, and strays from it as far as it has before.
 *
 * @param without the same asking without its changes, where that was foreseen already
 * @returns undefined when it was cancelled
 */
export function foresee(
  learnt: Learnt,
  asked: ProjectionAsked,
  without?: ForeseenRegister,
): ForeseenRegister | undefined {
  const { flows, seen, trust } = learnt;
  const projection = project(flows, asked);
  const isPlain =
    asked.changes === undefined || seen.benefits.every(({ benefit }) => trust.methodOf(benefit) === "flow");
  const unchanged = isPlain ? projection : (without?.projection ?? project(flows, { ...asked, changes: undefined }));
  if (projection === undefined || unchanged === undefined) return undefined;
  return {
    months: projection.months,
    projection,
    benefits: seen.benefits.map((_, number) => foreseeBenefit(learnt, number, projection, unchanged, asked.seed)),
  };
}

function foreseeBenefit(
  learnt: Learnt,
  number: number,
  projection: Projection,
  unchanged: Projection,
  seed: number,
): ForeseenBenefit {
  const { seen, trust } = learnt;
  const one = seen.benefits[number];
  const { benefit } = one;
  const until = seen.observed.months;
  const conversion = conversionOf(one, until);
  const method = trust.methodOf(benefit);
  const { expected, sampled } = futuresOf(projection, one, conversion, seed);
  if (method === "flow") return foreseen(benefit, method, expected, widened(expected, sampled, trust.width));
  // What a change makes of it, in each future, is added to the way that is trusted.
  const plain = futuresOf(unchanged, one, conversion, seed);
  const simple = simpleWays(one.fullTime)(until, expected.length)[method].map((figure) => Math.max(0, figure));
  const mean = simple.map((figure, h) => Math.max(0, figure + expected[h] - plain.expected[h]));
  const strays = walks(projection.draws, expected.length, trust.strayOf(benefit), seed * 101 + number);
  const ways = strays.map((off, i) => Math.max(0, simple[i % simple.length] + off + sampled[i] - plain.sampled[i]));
  return foreseen(benefit, method, mean, ways);
}

function foreseen(benefit: string, method: FlowMethod, means: Float64Array, sampled: Float64Array): ForeseenBenefit {
  const expected = Array.from(means, (mean, h) => expectedAround(mean, drawnAt(sampled, means.length, h)));
  return { benefit, method, expected, sampled };
}

/** Futures so much further from what is expected; none below 0. */
function widened(expected: Float64Array, sampled: Float64Array, width: number): Float64Array {
  return sampled.map((figure, i) => {
    const mean = expected[i % expected.length];
    return Math.max(0, mean + width * (figure - mean));
  });
}

/** How far futures wander off, by as much every month. */
function walks(draws: number, months: number, stray: number, seed: number): Float64Array {
  const random = randomFrom(seed);
  const strays = new Float64Array(draws * months);
  for (let draw = 0, i = 0; draw < draws; draw++)
    for (let h = 0, off = 0; h < months; h++, i++) {
      off += stray * normal(random);
      strays[i] = off;
    }
  return strays;
}
