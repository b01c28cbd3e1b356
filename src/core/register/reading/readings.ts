import type { Windows } from "../counting/windows.ts";
import type { AsOf } from "./as-of.ts";
import type { Law } from "./law.ts";
import type { Reading } from "./reading.ts";

/** Rows of benefits that are read at a time: few enough to stay near the processor. */
const ROWS_AT_A_TIME = 200_000;

/** Numbers of persons: from the first, until the one after the last. */
export type PersonRange = Reading["persons"];

/** All persons of a register. */
export function everyone({ register }: AsOf): PersonRange {
  return { from: 0, to: register.dictionaries.person.words.length };
}

/** Readings of persons, some at a time. */
export function* readings(read: AsOf, law: Law, windows: Windows, range = everyone(read)): Generator<Reading> {
  const rows = read.register.tables.benefits?.count ?? 0;
  const size = Math.max(1, Math.ceil((everyone(read).to * ROWS_AT_A_TIME) / Math.max(rows, ROWS_AT_A_TIME)));
  for (let from = range.from; from < range.to; from += size)
    yield { ...read, law, windows, persons: { from, to: Math.min(from + size, range.to) }, known: new Map() };
}
