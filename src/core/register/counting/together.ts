import type { Asked, Counted } from "../measures/measure.ts";
import type { ReadyMeasure } from "../measures/table.ts";
import type { AsOf } from "../reading/as-of.ts";
import type { Law } from "../reading/law.ts";
import { isOfPersons } from "../reading/reading.ts";
import { everyone, type PersonsRead, readingOf, readings } from "../reading/readings.ts";
import { type Cells, type CountTable, type Crossing, countInto, startCells } from "./table.ts";
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
  const cells = new Map<string, Cells>();
  const named = counts.map((count) => ({ ...count, name: findingOf(count), alike: cellingOf(count) }));
  const ofPersons = named.filter(({ table }) => isOfPersons(table.table));
  const others = named.filter(({ table }) => !isOfPersons(table.table));
  if (ofPersons.length > 0) for (const persons of readings(read, law)) countAmong(persons, ofPersons, cells);
  countAmong(readingOf(read, law, everyone(read)), others, cells);
}

type NamedCount = Count & { readonly name: string; readonly alike: string };

/** The name of what a count finds before it is counted: two counts of the same name find the same. */
function findingOf({ measure, asked, windows }: Count): string {
  return [measure.name, JSON.stringify([...asked]), measure.forAllWindows ? "" : windows.bounds.join()].join("\n");
}

/** The name of how a count is told apart: two counts of the same name have the same cells, if their measures tell alike. */
function cellingOf({ windows, crossing: { where, by }, table }: Count): string {
  return [table.table, JSON.stringify([where, by]), windows.bounds.join()].join("\n");
}

function countAmong(persons: PersonsRead, counts: readonly NamedCount[], cells: Map<string, Cells>): void {
  const found = new Map<string, Counted>();
  for (const { name, alike, measure, asked, windows, crossing, table } of counts) {
    const reading = { ...persons, windows };
    const counted = found.get(name) ?? measure.count(reading, asked);
    found.set(name, counted);
    const told = [alike, counted.narrowed, counted.own?.map(({ dimension }) => dimension)].join("\n");
    const shared = cells.get(told) ?? startCells();
    cells.set(told, shared);
    countInto(table, reading, counted, crossing, shared);
  }
}
