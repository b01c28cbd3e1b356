import type { AsOf } from "./as-of.ts";
import type { Law } from "./law.ts";
import type { Reading } from "./reading.ts";

/** Rows of benefits that are read at a time: few enough to stay near the processor. */
const ROWS_AT_A_TIME = 50_000;

/** Numbers of persons: from the first, until the one after the last. */
export type PersonRange = Reading["persons"];

/** All persons of a register. */
export function everyone({ register }: AsOf): PersonRange {
  return { from: 0, to: register.dictionaries.person.words.length };
}

/** A reading before it is said over which windows. */
export type PersonsRead = Omit<Reading, "windows">;

/** Readings of persons, some at a time. */
export function* readings(read: AsOf, law: Law, range = everyone(read)): Generator<PersonsRead> {
  const rows = read.register.tables.benefits?.count ?? 0;
  const size = Math.max(1, Math.ceil((everyone(read).to * ROWS_AT_A_TIME) / Math.max(rows, ROWS_AT_A_TIME)));
  for (let from = range.from; from < range.to; from += size)
    yield readingOf(read, law, { from, to: Math.min(from + size, range.to) });
}

/** A reading of some persons, of whom nothing is worked out yet. */
export function readingOf(read: AsOf, law: Law, persons: PersonRange): PersonsRead {
  return { ...read, law, persons, known: new Map() };
}
