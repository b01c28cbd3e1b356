import { findColumn, type NumberArray, type Rows } from "../columns.ts";
import type { Windows } from "../counting/windows.ts";
import { type TableName, tables } from "../schema.ts";
import { ANYWHERE, type Stretches, sorted, startList } from "../stretches/list.ts";
import type { AsOf } from "./as-of.ts";
import type { Law } from "./law.ts";

/** A register while it is read for a series: as of a day, over windows, some of its persons at a time. */
export type Reading = AsOf & {
  readonly law: Law;
  readonly windows: Windows;
  /** The numbers of the persons read: from the first, until the one after the last. */
  readonly persons: { readonly from: number; readonly to: number };
  /** What has been worked out for these persons; it holds for any windows, unless its name says which. */
  readonly known: Map<string, Stretches>;
};

/** Keeps what was worked out under a name, for the next that asks. */
export function remember(reading: Reading, name: string, make: () => Stretches): Stretches {
  const known = reading.known.get(name);
  if (known !== undefined) return known;
  const made = make();
  reading.known.set(name, made);
  return made;
}

/** The rows of a table; undefined when the register has none of it. */
export function findRows<T extends TableName>({ register }: Reading, table: T): Rows<T> | undefined {
  return register.tables[table];
}

/** A column of a table that is there. */
export function getColumn(reading: Reading, table: TableName, name: string): NumberArray {
  const rows = findRows(reading, table);
  const column = rows && findColumn(rows, name);
  if (column === undefined) throw new Error(`no column ${table}.${name}`);
  return column;
}

/** Whom the stretches of a table belong to, where it is not a person. */
const keys: { readonly [T in TableName]?: string } = {
  companies: "p_number",
  company_contacts: "p_number",
  cooperations: "p_number",
  job_orders: "p_number",
  agreements: "p_number",
};

/** The column with the municipality of a row, for tables that are not about where a person lives. */
const places: ReadonlySet<TableName> = new Set(["benefits", "companies", "job_orders"]);

const dates = ["date", "approved", "received"];

/** Whether the stretches of a table belong to persons. */
export function isOfPersons(table: TableName): boolean {
  return "person_id" in tables[table] && table !== "costs";
}

/** Whether the stretches of a table belong to companies. */
export function isOfCompanies(table: TableName): boolean {
  return Object.hasOwn(keys, table);
}

/**
 * The rows of a table as stretches, each of weight 1 (of a benefit: its degree). A row with a date is that one day; one
 * without days (`persons`) is none. Rows that name nobody stand each for themselves.
 */
export function stretchesOf(reading: Reading, table: TableName): Stretches {
  return remember(reading, `table ${table}`, () => readTable(reading, table));
}

function readTable(reading: Reading, table: TableName): Stretches {
  const rows = findRows(reading, table);
  if (rows === undefined) return startList(0);
  const person = findColumn(rows, "person_id");
  const [start, end] =
    person === undefined || !isOfPersons(table)
      ? [0, rows.count]
      : [reading.persons.from, reading.persons.to].map((n) => rowOf(person, n));
  const size = end - start;
  const blank = new Int32Array(size);
  const [from, to] = daysOf(rows, start, end);
  const stretches: Stretches = {
    count: size,
    person: whole(person ?? whoOf(rows)).subarray(start, end),
    from,
    to,
    weight: weightsOf(rows, start, end),
    row: numbersFrom(start, end),
    place: placesOf(rows, start, end),
    kind: blank,
    code: blank,
    cell: blank,
  };
  return person === undefined ? sorted(stretches) : stretches;
}

function whole(numbers: NumberArray): Int32Array {
  return numbers instanceof Int32Array ? numbers : Int32Array.from(numbers);
}

function numbersFrom(start: number, end: number): Int32Array {
  const numbers = new Int32Array(end - start);
  for (let i = 0; i < numbers.length; i++) numbers[i] = start + i;
  return numbers;
}

function weightsOf(rows: Rows<TableName>, start: number, end: number): Float64Array {
  const degree = findColumn(rows, "degree");
  return degree instanceof Float64Array ? degree.subarray(start, end) : new Float64Array(end - start).fill(1);
}

/** The number of the first row of a person, or of the next who has one, in a column sorted by person. */
export function rowOf(person: NumberArray, wanted: number): number {
  let [low, high] = [0, person.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (person[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function whoOf(rows: Rows<TableName>): NumberArray {
  const key = keys[rows.table];
  return (key === undefined ? undefined : findColumn(rows, key)) ?? numbersFrom(1, rows.count + 1);
}

function daysOf(rows: Rows<TableName>, start: number, end: number): [Int32Array, Int32Array] {
  const [from, to] = [findColumn(rows, "from"), findColumn(rows, "to")];
  if (from instanceof Int32Array && to instanceof Int32Array)
    return [from.subarray(start, end), to.subarray(start, end)];
  const name = dates.find((one) => findColumn(rows, one) !== undefined);
  const column = name === undefined ? undefined : findColumn(rows, name);
  if (column === undefined) return [new Int32Array(end - start), new Int32Array(end - start)];
  // A point of time is kept in minutes.
  const minutes = column instanceof Float64Array ? 1440 : 1;
  const [first, after] = [new Int32Array(end - start), new Int32Array(end - start)];
  for (let i = 0; i < first.length; i++) {
    first[i] = Math.floor(column[start + i] / minutes);
    after[i] = first[i] + 1;
  }
  return [first, after];
}

function placesOf(rows: Rows<TableName>, start: number, end: number): Int32Array {
  const column = places.has(rows.table) ? findColumn(rows, "municipality") : undefined;
  const found = new Int32Array(end - start).fill(ANYWHERE);
  if (column !== undefined) for (let i = 0; i < found.length; i++) found[i] = column[start + i] || ANYWHERE;
  return found;
}
