import { normalQuantile } from "../../stats/distributions/normal.ts";
import { type SimpleMethod, simpleMethods, TRIED_AHEAD, type Trial } from "./trials.ts";

/** Which way of forecasting each benefit is trusted, and how far its forecasts stray. */
export type Trust = {
  readonly methodOf: (benefit: string) => FlowMethod;
  /** How much wider than the model's futures its intervals must be. */
  readonly width: number;
  /** How far a simple way strays from a benefit a month ahead, as a standard deviation; it grows with the root of the months. */
  readonly strayOf: (benefit: string) => number;
};
export type FlowMethod = "flow" | SimpleMethod;

/** A simple way must have been off by less than this part of what the model was off by, before it is trusted instead. */
const CLEARLY_BETTER = 0.75;

/** With trials from fewer months, nothing is said of which way is better. */
const FEWEST_ORIGINS = 6;

/** Before the trials have anything to say of the width, so many of them speak for the model's own. */
const OWN_TRIALS = 40;

/** An interval of 80 of 100 that is narrower than a person says nothing of how far counts stray. */
const A_PERSON = 1;

/** The mean size of a standard normal number, and where an interval of 80 of 100 ends. */
const MEAN_SIZE = Math.sqrt(2 / Math.PI);
const END_80 = normalQuantile(0.9);

/**
 * Learns from trials that had come by a month: which way of forecasting each benefit to trust, and how wide intervals must
 * be to have held. A benefit that people mostly have beside another is no state of its own: it follows the best simple way.
 *
 * @param beside benefits that people mostly have beside another
 */
export function trustBy(
  trials: readonly Trial[],
  beside: ReadonlySet<string>,
  until = Number.POSITIVE_INFINITY,
): Trust {
  const known = Map.groupBy(
    trials.filter((one) => one.ahead <= TRIED_AHEAD && one.until + one.ahead <= until),
    ({ benefit }) => benefit,
  );
  const methods = new Map([...known].map(([benefit, own]) => [benefit, bestOf(own, beside.has(benefit))]));
  const methodOf = (benefit: string) => methods.get(benefit) ?? (beside.has(benefit) ? "seasonal-smoothing" : "flow");
  return {
    methodOf,
    width: widthOf([...known].flatMap(([benefit, own]) => (beside.has(benefit) ? [] : own))),
    strayOf: (benefit) => strayOf(known.get(benefit) ?? [], methodOf(benefit)),
  };
}

function bestOf(trials: readonly Trial[], isBeside: boolean): FlowMethod {
  const off = (figure: (one: Trial) => number) =>
    trials.reduce((sum, one) => sum + Math.abs(figure(one) - one.actual), 0);
  const simple = simpleMethods.map((method) => [method, off((one) => one.simple[method])] as const);
  const [method, least] = simple.toSorted((a, b) => a[1] - b[1])[0];
  if (isBeside) return method;
  const origins = new Set(trials.map(({ until }) => until)).size;
  return origins >= FEWEST_ORIGINS && least < CLEARLY_BETTER * off(({ expected }) => expected) ? method : "flow";
}

/** How many of its own spreads the trials strayed, drawn towards 1. */
function widthOf(trials: readonly Trial[]): number {
  let [sum, count] = [0, 0];
  for (const { actual, expected, bounds } of trials) {
    const reach = bounds[2] - bounds[1];
    if (!(reach > A_PERSON)) continue;
    sum += (Math.abs(actual - expected) * 2 * END_80) / reach;
    count++;
  }
  if (count === 0) return 1;
  // Months of one origin go together, and so do the origins a quarter apart: they count as few.
  const independent = count / 12;
  return (independent * (sum / count / MEAN_SIZE) + OWN_TRIALS) / (independent + OWN_TRIALS);
}

function strayOf(trials: readonly Trial[], method: FlowMethod): number {
  if (trials.length === 0 || method === "flow") return 0;
  const sum = trials.reduce((all, one) => all + Math.abs(one.simple[method] - one.actual) / Math.sqrt(one.ahead), 0);
  return sum / trials.length / MEAN_SIZE;
}
