import type { Asked, Counted } from "../measures/measure.ts";
import type { ReadyMeasure } from "../measures/table.ts";
import type { AsOf } from "../reading/as-of.ts";
import type { Law } from "../reading/law.ts";
import { isOfPersons } from "../reading/reading.ts";
import { everyone, type PersonsRead, readingOf, readings } from "../reading/readings.ts";
import { type CountTable, type Crossing, countInto } from "./table.ts";
import type { Windows } from "./windows.ts";

/** A count to be made: of what a measure finds, over windows, into a table. */
export type Count = {
  readonly measure: ReadyMeasure;
  readonly asked: Asked;
  readonly windows: Windows;
  readonly crossing: Crossing;
  readonly table: CountTable;
};

/**
 * Makes counts in one pass over a register, some persons at a time: what several counts need to know of them is worked
 * out once. What is not of persons is counted once, and may look at everyone.
 */
export function countTogether(read: AsOf, law: Law, counts: readonly Count[]): void {
  const named = counts.map((count) => ({ ...count, name: findingOf(count) }));
  const ofPersons = named.filter(({ table }) => isOfPersons(table.table));
  const others = named.filter(({ table }) => !isOfPersons(table.table));
  if (ofPersons.length > 0) for (const persons of readings(read, law)) countAmong(persons, ofPersons);
  countAmong(readingOf(read, law, everyone(read)), others);
}

type NamedCount = Count & { readonly name: string };

/** The name of what a count finds before it is counted: two counts of the same name find the same. */
function findingOf({ measure, asked, windows }: Count): string {
  return [measure.name, JSON.stringify([...asked]), measure.forAllWindows ? "" : windows.bounds.join()].join("\n");
}

function countAmong(persons: PersonsRead, counts: readonly NamedCount[]): void {
  const found = new Map<string, Counted>();
  for (const { name, measure, asked, windows, crossing, table } of counts) {
    const reading = { ...persons, windows };
    const counted = found.get(name) ?? measure.count(reading, asked);
    found.set(name, counted);
    countInto(table, reading, counted, crossing);
  }
}
