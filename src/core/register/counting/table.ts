import type { Counted, Kinds } from "../measures/measure.ts";
import { applies, mark, type OwnKind } from "../reading/dimensions.ts";
import type { Reading } from "../reading/reading.ts";
import { type Filter, keepAll } from "../reading/selection.ts";
import type { TableName } from "../schema.ts";
import { filter, type Stretches, sorted } from "../stretches/list.ts";
import { uniteCells } from "../stretches/unite.ts";
import { cellCount, deepen, type Level, startLevel, wordsOf } from "./cells.ts";
import { type Entry, entriesOf, weightsOf } from "./entries.ts";
import { count, startTally, type Tally } from "./tally.ts";

/** The counts of one measure by cell and window. */
export type CountTable = {
  /** The cells it is counted in; other tables may count in them too. */
  levels: Level[];
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

/** What counts share that are told apart alike: their cells, and stretches that have been put in them. */
export type Cells = { readonly levels: Level[]; readonly filled: WeakMap<Stretches, Stretches> };

/** Cells of which there are none yet, or those of a table. */
export function startCells(levels: Level[] = []): Cells {
  return { levels, filled: new WeakMap() };
}

/** Counts what a measure found among the persons of a reading: narrowed, put in cells, added up. */
export function countInto(
  table: CountTable,
  reading: Reading,
  counted: Counted,
  crossing: Crossing,
  cells = startCells(table.levels),
): void {
  table.counted = counted;
  table.levels = cells.levels;
  const { windows } = reading;
  const celled = inCells(cells, table.table, reading, counted, crossing);
  const stretches = counted.once === undefined ? celled : uniteCells(sorted(celled), counted.once);
  const { kinds } = counted;
  count(kinds === undefined ? table.tally : talliesOf(table, kinds), stretches, cellCount(table.levels), windows);
  if (!crossing.persons && counted.value !== "median") return;
  const those = kinds === undefined ? stretches : filter(stretches, (i) => kinds.counted[stretches.kind[i]] === 1);
  if (crossing.persons) table.entries.push(...entriesOf(those, windows));
  if (counted.value === "median")
    for (const [key, weights] of weightsOf(those, windows)) table.weights.set(key, weights);
}

/** The tally of each kind: the table's own, or that of what is left out for a reason. */
function talliesOf({ tally, apart }: CountTable, kinds: Kinds): (Tally | undefined)[] {
  const tallies = Array.from(kinds.counted, (counts) => (counts === 1 ? tally : undefined));
  for (const [reason, kind] of Object.entries(kinds.apart)) {
    const left = apart.get(reason) ?? startTally(tally.windows);
    apart.set(reason, left);
    tallies[kind] = left;
  }
  return tallies;
}

/** Narrows stretches and puts each in its cell. A dimension the table cannot be told apart by is passed over. */
function inCells(
  { levels, filled }: Cells,
  table: TableName,
  reading: Reading,
  { stretches: all, own, narrowed = [] }: Counted,
  { where, by }: Crossing,
): Stretches {
  const known = filled.get(all);
  if (known !== undefined) return known;
  const filters = Object.entries(where).filter(([name]) => applies(table, name, own) && !narrowed.includes(name));
  let stretches = keepAll(reading, table, Object.fromEntries(filters), all, own);
  for (const [depth, dimension] of dimensionsOf(table, by, own).entries()) {
    const marked = mark(reading, table, dimension, stretches, own);
    levels[depth] ??= startLevel(dimension, marked.words);
    stretches = deepen(levels[depth], marked.stretches);
  }
  filled.set(all, stretches);
  return stretches;
}

function dimensionsOf(table: TableName, by: readonly string[], own: readonly OwnKind[] | undefined): string[] {
  return by.filter((dimension) => applies(table, dimension, own));
}

/** The cells that anything was counted in, by their words; where nothing is told apart, the one there is. */
export function cellsOf({
  levels,
  tally,
}: CountTable): Map<string, { readonly cell: number; readonly words: Record<string, string> }> {
  const cells = Array.from({ length: cellCount(levels) }, (_, cell) => cell);
  const met = cells.filter((cell) => levels.length === 0 || tally.met[cell] === 1);
  return new Map(met.map((cell) => ({ cell, words: wordsOf(levels, cell) })).map((one) => [keyOf(one.words), one]));
}

/** The key of a cell: its words in the order of the dimensions. */
export function keyOf(words: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.values(words));
}
