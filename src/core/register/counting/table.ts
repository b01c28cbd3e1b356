import type { Counted } from "../measures/measure.ts";
import { applies, mark, type OwnKind } from "../reading/dimensions.ts";
import type { Reading } from "../reading/reading.ts";
import { type Filter, keepAll } from "../reading/selection.ts";
import type { TableName } from "../schema.ts";
import { type Stretches, sorted } from "../stretches/list.ts";
import { uniteCells } from "../stretches/unite.ts";
import { cellCount, deepen, type Level, startLevel, wordsOf } from "./cells.ts";
import { type Entry, entriesOf, weightsOf } from "./entries.ts";
import { count, startTally, type Tally } from "./tally.ts";

/** The counts of one measure by cell and window. */
export type CountTable = {
  readonly levels: Level[];
  readonly tally: Tally;
  readonly apart: Map<string, Tally>;
  readonly entries: Entry[];
  readonly weights: Map<string, readonly number[]>;
  readonly table: TableName;
  /** What the measure says of its count. */
  counted: Omit<Counted, "stretches">;
};

/** What is asked of a count. */
export type Crossing = {
  readonly where: Filter;
  readonly by: readonly string[];
  /** Whether to keep the persons behind each cell. */
  readonly persons: boolean;
};

/** A table in which nothing is counted of the stretches of a table of the register. */
export function startTable(windows: number, table: TableName): CountTable {
  return {
    levels: [],
    tally: startTally(windows),
    apart: new Map(),
    entries: [],
    weights: new Map(),
    table,
    counted: { value: "sum" },
  };
}

/** Counts what a measure found among the persons of a reading: narrowed, put in cells, added up. */
export function countInto(table: CountTable, reading: Reading, counted: Counted, crossing: Crossing): void {
  table.counted = counted;
  const celled = inCells(table, reading, counted, counted.stretches, crossing);
  const stretches = counted.once === undefined ? celled : uniteCells(sorted(celled), counted.once);
  count(table.tally, stretches, cellCount(table.levels), reading.windows);
  for (const [reason, left] of Object.entries(counted.apart ?? {})) {
    const tally = table.apart.get(reason) ?? startTally(table.tally.windows);
    table.apart.set(reason, tally);
    const there = inCells(table, reading, counted, left, crossing);
    count(tally, there, cellCount(table.levels), reading.windows);
  }
  if (crossing.persons) table.entries.push(...entriesOf(stretches, reading.windows));
  if (counted.value === "median")
    for (const [key, weights] of weightsOf(stretches, reading.windows)) table.weights.set(key, weights);
}

/** Narrows stretches and puts each in its cell. A dimension the table cannot be told apart by is passed over. */
function inCells(
  { levels, table }: CountTable,
  reading: Reading,
  { own, narrowed = [] }: Counted,
  all: Stretches,
  { where, by }: Crossing,
): Stretches {
  const filters = Object.entries(where).filter(([name]) => applies(table, name, own) && !narrowed.includes(name));
  let stretches = keepAll(reading, table, Object.fromEntries(filters), all, own);
  for (const [depth, dimension] of dimensionsOf(table, by, own).entries()) {
    const marked = mark(reading, table, dimension, stretches, own);
    levels[depth] ??= startLevel(dimension, marked.words);
    stretches = deepen(levels[depth], marked.stretches);
  }
  return stretches;
}

function dimensionsOf(table: TableName, by: readonly string[], own: readonly OwnKind[] | undefined): string[] {
  return by.filter((dimension) => applies(table, dimension, own));
}

/** The cells that anything was counted in, by their words. */
export function cellsOf({
  levels,
}: CountTable): Map<string, { readonly cell: number; readonly words: Record<string, string> }> {
  const cells = Array.from({ length: cellCount(levels) }, (_, cell) => ({ cell, words: wordsOf(levels, cell) }));
  return new Map(cells.map((one) => [keyOf(one.words), one]));
}

/** The key of a cell: its words in the order of the dimensions. */
export function keyOf(words: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.values(words));
}
