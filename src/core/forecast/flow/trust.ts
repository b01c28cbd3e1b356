import { type SimpleMethod, simpleMethods, type Trial } from "./trials.ts";

/** Which way of forecasting a benefit is trusted, and how much wider than its futures its intervals must be. */
export type Trust = {
  readonly methodOf: (benefit: string) => FlowMethod;
  readonly width: number;
};
export type FlowMethod = "flow" | SimpleMethod;

/** A simple way must have been off by less than this part of what the model was off by, before it is trusted instead. */
const CLEARLY_BETTER = 0.75;

/** Before the trials have anything to say of the width, so many of them speak for the model's own. */
const OWN_TRIALS = 40;

/** The mean size of a standard normal number. */
const MEAN_SIZE = Math.sqrt(2 / Math.PI);
/** How far from the middle an interval of 80 of 100 ends, in standard deviations. */
const END_80 = 1.2815515655446004;

/**
 * Learns from trials that had come by a month: which way of forecasting each benefit to trust, and how wide intervals must
 * be to have held. Trials of overlapping months say much the same, so they count as few.
 */
export function trustBy(trials: readonly Trial[], until = Number.POSITIVE_INFINITY): Trust {
  const known = trials.filter((one) => one.until + one.ahead <= until);
  const benefits = [...new Set(known.map(({ benefit }) => benefit))];
  const methods = new Map(benefits.map((benefit) => [benefit, bestOf(known.filter((one) => one.benefit === benefit))]));
  return { methodOf: (benefit) => methods.get(benefit) ?? "flow", width: widthOf(known) };
}

/** With so few trials, nothing is said of which way is better. */
const FEWEST_ORIGINS = 6;

function bestOf(trials: readonly Trial[]): FlowMethod {
  const origins = new Set(trials.map(({ until }) => until)).size;
  if (origins < FEWEST_ORIGINS) return "flow";
  const off = (figure: (one: Trial) => number) =>
    trials.reduce((sum, one) => sum + Math.abs(figure(one) - one.actual), 0);
  const own = off(({ expected }) => expected);
  const simple = simpleMethods.map((method) => [method, off((one) => one.simple[method])] as const);
  const [method, least] = simple.toSorted((a, b) => a[1] - b[1])[0];
  return least < CLEARLY_BETTER * own ? method : "flow";
}

/** How many of its own spreads the trials strayed, drawn towards 1. */
function widthOf(trials: readonly Trial[]): number {
  let [sum, count] = [0, 0];
  for (const { actual, expected, bounds } of trials) {
    const spread = (bounds[2] - bounds[1]) / (2 * END_80);
    if (spread <= 0) continue;
    sum += Math.abs(actual - expected) / spread;
    count++;
  }
  if (count === 0) return 1;
  // Months of one origin go together, and so do the origins a quarter apart.
  const independent = count / 12;
  return (independent * (sum / count / MEAN_SIZE) + OWN_TRIALS) / (independent + OWN_TRIALS);
}
