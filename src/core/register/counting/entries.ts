import type { Stretches } from "../stretches/list.ts";
import type { Windows } from "./windows.ts";

/** What one person (or company) adds to one cell of one window: days times weight. */
export type Entry = {
  readonly cell: number;
  readonly window: number;
  readonly person: number;
  readonly amount: number;
};

/** Every person behind every cell, one entry a person, cell and window: their amounts add up to the sum of the cell. */
export function entriesOf(stretches: Stretches, windows: Windows): Entry[] {
  const entries = new Map<string, { cell: number; window: number; person: number; amount: number }>();
  eachPart(stretches, windows, (i, window, days) => {
    const [cell, person] = [stretches.cell[i], stretches.person[i]];
    const key = `${cell} ${window} ${person}`;
    const entry = entries.get(key) ?? { cell, window, person, amount: 0 };
    entry.amount += stretches.weight[i] * days;
    entries.set(key, entry);
  });
  return [...entries.values()];
}

/** The weights of the stretches of each cell and window, in order of size. */
export function weightsOf(stretches: Stretches, windows: Windows): ReadonlyMap<string, readonly number[]> {
  const weights = new Map<string, number[]>();
  eachPart(stretches, windows, (i, window) => {
    const key = `${stretches.cell[i]} ${window}`;
    weights.set(key, [...(weights.get(key) ?? []), stretches.weight[i]]);
  });
  for (const all of weights.values()) all.sort((a, b) => a - b);
  return weights;
}

/** The middle of numbers in order of size, or the mean of the two in the middle; NaN of none. */
export function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function eachPart(
  stretches: Stretches,
  { bounds, at }: Windows,
  visit: (i: number, window: number, days: number) => void,
): void {
  const [begin, end] = [bounds[0], bounds[bounds.length - 1]];
  for (let i = 0; i < stretches.count; i++) {
    const [from, to] = [Math.max(stretches.from[i], begin), Math.min(stretches.to[i], end)];
    for (let w = from < to ? at[from - begin] : at.length; w < bounds.length - 1 && bounds[w] < to; w++)
      visit(i, w, Math.min(to, bounds[w + 1]) - Math.max(from, bounds[w]));
  }
}
