import { type Day, isDay, OPEN_END } from "../calendar/day.ts";
import type { Dictionaries, ListName } from "./dictionary.ts";
import { type Column, type ColumnKind, type ColumnName, columnsOf, type TableName, type tables } from "./schema.ts";

/**
 * A register in memory: columns of numbers, which every measure reads. Days are half-open (`to` is the day after the
 * last); no column ever holds null.
 */
export type Register = {
  /** The content hash of its snapshot, or the name of the folder it was read from. */
  readonly id: string;
  readonly name: string;
  /** The day it was drawn from its source, the last day that anything is known of. */
  readonly extracted: Day;
  /** The days each table covers. */
  readonly covers: { readonly [T in TableName]?: Span };
  readonly simulated: boolean;
  readonly dictionaries: Dictionaries;
  readonly tables: { readonly [T in TableName]?: Rows<T> };
};

/** Days from `from` until the day before `to`. */
export type Span = { readonly from: Day; readonly to: Day };

/** The rows of one table. Those with a person are sorted by person, then by their first day. */
export type Rows<T extends TableName> = { readonly table: T; readonly count: number; readonly columns: Columns<T> };

export type Columns<T extends TableName> = { readonly [C in ColumnName<T>]: ArrayOf<(typeof tables)[T][C]> };

export type NumberArray = Int32Array | Uint16Array | Float64Array;

/**
 * How a column is kept: ids and text as numbers of words, codes likewise in two bytes, days as days, and numbers, and
 * minutes since 1970 for points of time, as they are.
 */
export type ArrayOf<K> = K extends { readonly type: "number" | "datetime" }
  ? Float64Array
  : K extends { readonly type: "code" | "flag" }
    ? Uint16Array
    : Int32Array;

/** The day that is not known. Before every other day, so that an unknown beginning is "always". */
export const UNKNOWN_DAY = unknownDay(-(2 ** 31));

/** The number an empty cell becomes: 0 for words, NaN for numbers, `OPEN_END` for `to`, `UNKNOWN_DAY` for other days. */
export function emptyValue(name: string, column: Column): number {
  switch (column.type) {
    case "day":
      return name === "to" ? OPEN_END : UNKNOWN_DAY;
    case "number":
    case "datetime":
      return column.ifEmpty ?? Number.NaN;
    default:
      return 0;
  }
}

/** The dictionary whose words a column holds the numbers of; undefined for days and numbers. */
export function listOf(column: ColumnKind): ListName | undefined {
  if (column.type === "text") return "text";
  return "list" in column ? column.list : undefined;
}

/** Reserves the memory of one column; a `SharedArrayBuffer` lets threads read it together. */
export type Allocate = (bytes: number) => ArrayBufferLike;

const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);

/** Rows of which every cell is empty, for a reader to fill. */
export function blankRows<T extends TableName>(table: T, count: number, allocate: Allocate = ownMemory): Rows<T> {
  const columns: Record<string, NumberArray> = {};
  for (const [name, column] of columnsOf(table)) {
    columns[name] = arrayFor(column, count, allocate);
    const empty = emptyValue(name, column);
    if (empty !== 0) columns[name].fill(empty);
  }
  return rowsOf(table, count, columns);
}

/** Columns made elsewhere, as rows of a table; wrong names, kinds or lengths are a mistake of the program. */
export function rowsOf<T extends TableName>(
  table: T,
  count: number,
  columns: Readonly<Record<string, NumberArray>>,
): Rows<T> {
  if (!areColumns(table, count, columns)) throw new Error(`columns of ${table} do not fit the format`);
  return { table, count, columns };
}

/** The rows of the numbers given, in their order. */
export function keepRows<T extends TableName>(rows: Rows<T>, kept: Int32Array): Rows<T> {
  const columns = Object.entries<NumberArray>(rows.columns).map(([name, column]) => {
    const shorter = column.slice(0, kept.length);
    for (let i = 0; i < kept.length; i++) shorter[i] = column[kept[i]];
    return [name, shorter] as const;
  });
  return rowsOf(rows.table, kept.length, Object.fromEntries(columns));
}

/** One column of any table by name; undefined when the table has none of that name. */
export function findColumn(rows: Rows<TableName>, name: string): NumberArray | undefined {
  return Object.hasOwn(rows.columns, name) ? Reflect.get(rows.columns, name) : undefined;
}

/** The same rows, sorted by person and then by first day; rows equal in both keep their order. */
export function sortByPerson<T extends TableName>(rows: Rows<T>, allocate: Allocate = ownMemory): Rows<T> {
  const person = findColumn(rows, "person_id");
  if (person === undefined) return rows;
  const first = findColumn(rows, "from") ?? findColumn(rows, "date") ?? findColumn(rows, "approved") ?? person;
  if (isSorted(person, first)) return rows;
  const order = Uint32Array.from({ length: rows.count }, (_, i) => i);
  order.sort((a, b) => person[a] - person[b] || first[a] - first[b] || a - b);
  const columns: Record<string, NumberArray> = {};
  for (const [name, column] of columnsOf(rows.table)) {
    const [given, sorted] = [findColumn(rows, name), arrayFor(column, rows.count, allocate)];
    if (given === undefined) throw new Error(`${rows.table} lacks ${name}`);
    for (let i = 0; i < rows.count; i++) sorted[i] = given[order[i]];
    columns[name] = sorted;
  }
  return rowsOf(rows.table, rows.count, columns);
}

function isSorted(person: NumberArray, first: NumberArray): boolean {
  for (let i = 1; i < person.length; i++)
    if (person[i - 1] > person[i] || (person[i - 1] === person[i] && first[i - 1] > first[i])) return false;
  return true;
}

function arrayFor(column: Column, count: number, allocate: Allocate): NumberArray {
  switch (column.type) {
    case "number":
    case "datetime":
      return new Float64Array(allocate(count * 8));
    case "code":
    case "flag":
      return new Uint16Array(allocate(count * 2));
    default:
      return new Int32Array(allocate(count * 4));
  }
}

function areColumns<T extends TableName>(
  table: T,
  count: number,
  columns: Readonly<Record<string, NumberArray>>,
): columns is Columns<T> & Readonly<Record<string, NumberArray>> {
  return columnsOf(table).every(([name, column]) => {
    const given = columns[name];
    return given?.length === count && given.BYTES_PER_ELEMENT === bytesOf[column.type];
  });
}

const bytesOf = { id: 4, text: 4, day: 4, code: 2, flag: 2, number: 8, datetime: 8 } as const;

function unknownDay(n: number): Day {
  if (isDay(n)) return n;
  throw new Error("not a day");
}
