import { normal } from "../../stats/draw.ts";
import { randomFrom } from "../../stats/random.ts";
import type { Projection } from "./project.ts";
import type { SeenBenefit } from "./see.ts";

/** How full-time persons of a month follow from the persons at both its ends. */
export type Conversion = {
  /** Full-time persons for each person at the ends, on average. */
  readonly each: number;
  /** How far a month strays from it, as the standard deviation of the logarithm. */
  readonly strays: number;
};

/** Months of the past the conversion is learnt from. */
const MONTHS = 24;

/** Learns the conversion from the months before `until`. A benefit that only just came counts as one a person. */
export function conversionOf({ fullTime, persons }: SeenBenefit, until: number): Conversion {
  let [days, ends] = [0, 0];
  const from = Math.max(1, until - MONTHS);
  for (let t = from; t < until; t++) {
    days += fullTime[t];
    ends += (persons[t - 1] + persons[t]) / 2;
  }
  if (days === 0 || ends === 0) return { each: 1, strays: 0 };
  const each = days / ends;
  let [squares, count] = [0, 0];
  for (let t = from; t < until; t++) {
    const expected = (each * (persons[t - 1] + persons[t])) / 2;
    if (expected < 1 || fullTime[t] <= 0) continue;
    squares += Math.log(fullTime[t] / expected) ** 2;
    count++;
  }
  return { each, strays: count < 2 ? 0 : Math.sqrt(squares / count) };
}

/** Full-time persons of coming months: expected, and sampled by draw and month. */
export type Futures = { readonly expected: Float64Array; readonly sampled: Float64Array };

/** Full-time persons of a benefit in the coming months, from the persons at their ends. */
export function futuresOf(
  projection: Projection,
  { states }: SeenBenefit,
  { each, strays }: Conversion,
  seed: number,
): Futures {
  const { months, stocks, paths, draws } = projection;
  const [horizon, all] = [months.length, projection.states.length];
  const at = (array: Float64Array | Float32Array, start: number) => {
    let persons = 0;
    for (const state of states) persons += array[start + state];
    return persons;
  };
  // Where the law moves people at the beginning of a month, only its end tells how many there were.
  const weight = months.map((month) => (projection.movedByLaw.has(month) ? 0 : 0.5));
  const random = randomFrom(seed);
  const expected = Float64Array.from(
    months,
    (_, h) => each * (weight[h] * at(stocks, h * all) + (1 - weight[h]) * at(stocks, (h + 1) * all)),
  );
  const sampled = new Float64Array(draws * horizon);
  for (let draw = 0; draw < draws; draw++)
    for (let h = 0; h < horizon; h++) {
      const start = (draw * (horizon + 1) + h) * all;
      const blur = strays === 0 ? 1 : Math.exp(strays * normal(random));
      const persons = weight[h] * at(paths, start) + (1 - weight[h]) * at(paths, start + all);
      sampled[draw * horizon + h] = each * blur * persons;
    }
  return { expected, sampled };
}
