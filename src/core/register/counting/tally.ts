import type { Stretches } from "../stretches/list.ts";
import type { Windows } from "./windows.ts";

/**
 * Counts by cell and window, that of cell `c` and window `w` at `k = c * windows + w`. What is kept of a count lies side
 * by side, since whoever looks at one looks at all: the sum in eight bytes, persons and the person counted last in four
 * each.
 */
export type Tally = {
  readonly windows: number;
  cells: number;
  /** 1 at each cell that anything was put in, in a window or not. */
  met: Uint8Array;
  /** Days times weight, at `2 k`. */
  sums: Float64Array;
  /** Of the same bytes: different persons with a day at `4 k + 2`, the person counted last, 0 for none, at `4 k + 3`. */
  persons: Int32Array;
};

const [PERSONS, LAST] = [2, 3];

/** A tally in which nothing is counted. */
export function startTally(windows: number): Tally {
  return { windows, cells: 0, met: new Uint8Array(0), ...bytesFor(0) };
}

/** Days times weight in a cell and window; 0 in a cell that is none. */
export function sumAt({ sums, cells, windows }: Tally, cell: number, w: number): number {
  return cell < 0 || cell >= cells ? 0 : sums[2 * (cell * windows + w)];
}

/** Different persons with a day in a cell and window. */
export function personsAt({ persons, cells, windows }: Tally, cell: number, w: number): number {
  return cell < 0 || cell >= cells ? 0 : persons[4 * (cell * windows + w) + PERSONS];
}

/** Which tally stretches are counted in: one, or by their `kind`, where those of no tally are passed over. */
export type Into = Tally | readonly (Tally | undefined)[];

/**
 * Counts stretches in their cells: for each window the days times weight and the different persons. Persons must come
 * group by group, and each in one call only.
 */
export function count(into: Into, stretches: Stretches, cells: number, { bounds, at }: Windows): void {
  const only = "sums" in into ? into : undefined;
  const byKind = "sums" in into ? [] : into;
  for (const tally of new Set([only, ...byKind])) if (tally !== undefined) makeRoom(tally, cells);
  const { person, from, to, weight, cell, kind } = stretches;
  const [begin, end] = [bounds[0], bounds[bounds.length - 1]];
  for (let i = 0; i < stretches.count; i++) {
    const tally = only ?? byKind[kind[i]];
    if (tally === undefined) continue;
    const { sums, persons, met, windows } = tally;
    met[cell[i]] = 1;
    let day = from[i] < begin ? begin : from[i];
    const until = to[i] > end ? end : to[i];
    if (day >= until) continue;
    const who = person[i];
    const daily = weight[i];
    let w = at[day - begin];
    let k = cell[i] * windows + w;
    for (; day < until; k++) {
      const next = bounds[++w];
      const stop = next < until ? next : until;
      sums[2 * k] += daily * (stop - day);
      day = stop;
      if (persons[4 * k + LAST] !== who) {
        persons[4 * k + LAST] = who;
        persons[4 * k + PERSONS]++;
      }
    }
  }
}

function makeRoom(tally: Tally, cells: number): void {
  tally.cells = Math.max(tally.cells, cells);
  if (tally.cells > tally.met.length) {
    const met = new Uint8Array(2 * tally.cells);
    met.set(tally.met);
    tally.met = met;
  }
  const size = 2 * tally.cells * tally.windows;
  if (size <= tally.sums.length) return;
  const wider = bytesFor(Math.max(size, tally.sums.length * 2));
  wider.sums.set(tally.sums);
  wider.persons.set(tally.persons);
  Object.assign(tally, wider);
}

function bytesFor(sums: number): Pick<Tally, "sums" | "persons"> {
  const bytes = new ArrayBuffer(sums * Float64Array.BYTES_PER_ELEMENT);
  return { sums: new Float64Array(bytes), persons: new Int32Array(bytes) };
}
