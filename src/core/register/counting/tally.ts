import type { Stretches } from "../stretches/list.ts";
import type { Windows } from "./windows.ts";

/** Counts by cell and window: cell `c` and window `w` stand at `c * windows + w`. */
export type Tally = {
  readonly windows: number;
  cells: number;
  /** Days times weight. */
  sums: Float64Array;
  /** Different persons with a day. */
  persons: Int32Array;
  /** The person counted last; 0 for none. */
  seen: Int32Array;
};

/** A tally in which nothing is counted. */
export function startTally(windows: number): Tally {
  return { windows, cells: 0, sums: new Float64Array(0), persons: new Int32Array(0), seen: new Int32Array(0) };
}

/**
 * Counts stretches in their cells: for each window the days times weight and the different persons. Persons must come
 * group by group, and each in one call only.
 */
export function count(tally: Tally, stretches: Stretches, cells: number, { bounds, at }: Windows): void {
  makeRoom(tally, cells);
  const { sums, persons, seen, windows } = tally;
  const { person, from, to, weight, cell } = stretches;
  const [begin, end] = [bounds[0], bounds[bounds.length - 1]];
  for (let i = 0; i < stretches.count; i++) {
    let day = from[i] < begin ? begin : from[i];
    const until = to[i] > end ? end : to[i];
    if (day >= until) continue;
    const who = person[i];
    const daily = weight[i];
    let w = at[day - begin];
    const last = at[until - 1 - begin];
    let k = cell[i] * windows + w;
    for (; w < last; w++, k++) {
      const next = bounds[w + 1];
      sums[k] += daily * (next - day);
      day = next;
      if (seen[k] !== who) {
        seen[k] = who;
        persons[k]++;
      }
    }
    sums[k] += daily * (until - day);
    if (seen[k] !== who) {
      seen[k] = who;
      persons[k]++;
    }
  }
}

/** Adds what another tally of other persons counted in the same cells and windows. */
export function addTally(tally: Tally, other: Tally): void {
  makeRoom(tally, other.cells);
  for (let k = 0; k < other.cells * other.windows; k++) {
    tally.sums[k] += other.sums[k];
    tally.persons[k] += other.persons[k];
  }
}

function makeRoom(tally: Tally, cells: number): void {
  tally.cells = Math.max(tally.cells, cells);
  const size = tally.cells * tally.windows;
  if (size <= tally.sums.length) return;
  const room = Math.max(size, tally.sums.length * 2);
  const [sums, persons, seen] = [new Float64Array(room), new Int32Array(room), new Int32Array(room)];
  sums.set(tally.sums);
  persons.set(tally.persons);
  seen.set(tally.seen);
  Object.assign(tally, { sums, persons, seen });
}
