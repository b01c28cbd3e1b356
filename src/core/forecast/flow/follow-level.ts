import { type Level, steady, type Wandering } from "./level.ts";
import type { FlowParameters } from "./model.ts";

/** Monthly counts, and how many were expected at an ordinary level; the oldest first. */
export type Counts = { readonly seen: Float64Array; readonly expected: Float64Array };

/** How often the weights of the ways are learnt anew from how well they foretold each series. */
const ROUNDS = 3;

/**
 * Finds how the levels behind several series of monthly counts have wandered and where they are now. Each way of wandering
 * follows each series month by month (a Kalman filter on the logarithm, its count varying as Poisson's does and a little
 * more) and is weighed by how well it foretold the next month; what is likely among all series is lent to each.
 */
export function followLevels(all: readonly Counts[], { levels }: Pick<FlowParameters, "levels">): Level[] {
  const ways = waysOf(levels);
  const telling = all.filter(({ seen }) => seen.some((count) => count > 0));
  const followed = telling.map((counts) => ways.map((way) => follow(counts, way)));
  let lent = new Float64Array(ways.length).fill(1 / ways.length);
  let weights: Float64Array[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    weights = followed.map((tried) => weigh(tried, lent));
    const sum = new Float64Array(ways.length).fill(1 / ways.length);
    for (const own of weights) for (let k = 0; k < sum.length; k++) sum[k] += own[k];
    lent = sum.map((one) => one / (weights.length + 1));
  }
  const found = followed.map((tried, i) =>
    likely(tried.map(({ mean, variance }, k) => ({ ...ways[k], mean, variance, weight: weights[i][k] }))),
  );
  return all.map((counts) => {
    const at = telling.indexOf(counts);
    return at < 0 ? steady : { ways: found[at] };
  });
}

type Way = Pick<Wandering, "stays" | "steps" | "extra">;

function waysOf({ stays, steps, extra }: FlowParameters["levels"]): Way[] {
  const moving = stays.flatMap((stay) => steps.filter((one) => one > 0).map((step) => ({ stays: stay, steps: step })));
  const still = steps.includes(0) ? [{ stays: 1, steps: 0 }] : [];
  return [...still, ...moving].flatMap((way) => extra.map((one) => ({ ...way, extra: one })));
}

type Followed = { readonly mean: number; readonly variance: number; readonly logLikelihood: number };

/** How sure an ordinary level is at first, where it does not return to one by itself. */
const AT_FIRST = 0.04;

function follow({ seen, expected }: Counts, { stays, steps, extra }: Way): Followed {
  let mean = 0;
  let variance = stays < 1 ? steps / (1 - stays * stays) : AT_FIRST;
  let logLikelihood = 0;
  for (let t = 0; t < seen.length; t++) {
    mean *= stays;
    variance = stays * stays * variance + steps;
    if (expected[t] <= 0) continue;
    const foretold = expected[t] * Math.exp(mean + variance / 2);
    const spread = foretold + foretold * foretold * (extra + variance);
    const surprise = seen[t] - foretold;
    logLikelihood -= (Math.log(spread) + (surprise * surprise) / spread) / 2;
    const gain = (variance * foretold) / spread;
    mean += gain * surprise;
    variance *= 1 - gain * foretold;
  }
  return { mean, variance, logLikelihood };
}

function weigh(tried: readonly Followed[], lent: Float64Array): Float64Array {
  const best = Math.max(...tried.map(({ logLikelihood }) => logLikelihood));
  const weights = Float64Array.from(tried, ({ logLikelihood }, k) => lent[k] * Math.exp(logLikelihood - best));
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((one) => one / sum);
}

/** The ways that are worth drawing from, the likeliest first. */
function likely(ways: readonly Wandering[]): Wandering[] {
  const sorted = ways.toSorted((a, b) => b.weight - a.weight).filter(({ weight }, k) => k === 0 || weight > 0.005);
  const sum = sorted.reduce((all, { weight }) => all + weight, 0);
  return sorted.map((way) => ({ ...way, weight: way.weight / sum }));
}
