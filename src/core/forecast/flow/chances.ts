import { exitAt, type Observed, stockAt } from "./observed.ts";

/** Exits from a state and the months they might have happened in, the newest weighing most. */
export type Exposure = {
  readonly destinations: Int32Array;
  /** Person-months by duration band and age band. */
  readonly months: Float64Array;
  /** Exits by duration band, age band, destination. */
  readonly exits: Float64Array;
};

/** Adds up a state's exits until a month, each month of the past weighing less the longer ago it is. */
export function exposureOf(observed: Observed, state: number, until: number, halfLife: number): Exposure {
  const { states, shape } = observed;
  const { bands, ages, durations, bandOf } = shape;
  const all = states.map((_, to) => to).filter((to) => to !== state && hasExit(observed, state, to, until));
  const months = new Float64Array(bands * ages);
  const exits = new Float64Array(bands * ages * all.length);
  for (let t = 1; t < until; t++) {
    if (observed.leftOut.has(t)) continue;
    const weight = 0.5 ** ((until - 1 - t) / halfLife);
    for (let d = 0; d < durations; d++)
      for (let a = 0; a < ages; a++)
        months[bandOf[d] * ages + a] += weight * observed.stocks[stockAt(observed, t - 1, state, d, a)];
    for (const [k, to] of all.entries())
      for (let b = 0; b < bands; b++) {
        const at = exitAt(observed, t, state, to, b);
        for (let a = 0; a < ages; a++) exits[(b * ages + a) * all.length + k] += weight * observed.exits[at + a];
      }
  }
  return { destinations: Int32Array.from(all), months, exits };
}

function hasExit(observed: Observed, from: number, to: number, until: number): boolean {
  const size = observed.shape.bands * observed.shape.ages;
  for (let t = 1; t < until; t++) {
    if (observed.leftOut.has(t)) continue;
    const at = exitAt(observed, t, from, to, 0);
    for (let k = at; k < at + size; k++) if (observed.exits[k] > 0) return true;
  }
  return false;
}

/** The chances of each destination within a month, and how many exits are behind them. */
export type Chances = {
  readonly chances: Float64Array;
  readonly behindBands: Float64Array;
  readonly behindDestinations: Float64Array;
};

/**
 * The chance of each destination by duration band and age band. A cell leans on its duration band, and that on the whole
 * state, as if each had been lent some exits of the wider group; the lent months are the same for every destination, so
 * the chances of a cell never sum to more than 1.
 */
export function chancesOf({ destinations, months, exits }: Exposure, bands: number, lentExits: number): Chances {
  const ages = months.length / bands;
  const ways = destinations.length;
  const chances = new Float64Array(exits.length);
  const behindBands = new Float64Array(bands);
  const total = new Float64Array(ways);
  for (let i = 0; i < exits.length; i++) total[i % ways] += exits[i];
  const everybody = sum(months);
  if (everybody === 0) return { chances, behindBands, behindDestinations: total };
  const wide = total.map((one) => one / everybody);
  for (let b = 0; b < bands; b++) {
    const own = new Float64Array(ways);
    for (let i = b * ages * ways; i < (b + 1) * ages * ways; i++) own[i % ways] += exits[i];
    behindBands[b] = sum(own);
    const band = lean(own, sum(months.subarray(b * ages, (b + 1) * ages)), wide, lentExits);
    for (let a = 0; a < ages; a++) {
      const at = (b * ages + a) * ways;
      chances.set(lean(exits.subarray(at, at + ways), months[b * ages + a], band, lentExits), at);
    }
  }
  return { chances, behindBands, behindDestinations: total };
}

/** A group's own chances, leaning on those of a wider one; where it has nobody, they are the wider one's. */
function lean(exits: Float64Array, months: number, wide: Float64Array, lentExits: number): Float64Array {
  const rate = sum(wide);
  if (months === 0 || rate === 0) return wide;
  const lent = lentExits / rate;
  return exits.map((one, k) => (one + lent * wide[k]) / (months + lent));
}

function sum(numbers: Float64Array): number {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
}
