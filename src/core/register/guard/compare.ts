import type { NumberArray, Register } from "../columns.ts";
import type { Dictionary } from "../dictionary.ts";
import type { TableName } from "../schema.ts";

/** The snapshot before and the one that may follow it. */
export type Pair = { readonly before: Register; readonly after: Register };

/** The days that both tell of: settled ones, and after them those that were still being registered the first time. */
export type Window = { readonly from: number; readonly settled: number; readonly to: number };

/** The window of a table; undefined when there is no day that both tell of. */
export function windowOf({ before, after }: Pair, table: TableName, settleDays: number): Window | undefined {
  const [old, young] = [before.covers[table], after.covers[table]];
  if (old === undefined || young === undefined) return undefined;
  const from = Math.max(old.from, young.from);
  const to = Math.min(old.to, young.to);
  if (to <= from) return undefined;
  return { from, settled: Math.max(from, to - settleDays), to };
}

/** For the number of each word before, its number after; -1 when the word is gone. */
export function translation(before: Dictionary, after: Dictionary): Int32Array {
  return Int32Array.from(before.words, (word) => after.numbers.get(word) ?? -1);
}

/** Where the rows of each number of a sorted column begin: those of `n` are from `starts[n]` until `starts[n + 1]`. */
export function startsOf(column: NumberArray, words: number): Int32Array {
  const starts = new Int32Array(words + 1);
  for (const number of column) starts[number + 1]++;
  for (let number = 0; number < words; number++) starts[number + 1] += starts[number];
  return starts;
}

/** How many days of a span lie in a window. */
export function daysWithin(from: number, to: number, low: number, high: number): number {
  return Math.max(0, Math.min(to, high) - Math.max(from, low));
}
