import { type Allocate, blankRows, findColumn, type NumberArray, type Rows } from "./columns.ts";
import { columnsOf, type TableName } from "./schema.ts";

/** The columns of a table in the order that sorts it: the person (or the id), then the first day, then all others. */
export function sortColumns(table: TableName): string[] {
  const names = columnsOf(table).map(([name]) => name);
  const lead = ["person_id", "from", "date", "approved"].filter((name) => names.includes(name));
  return [...new Set([...(names.includes("person_id") ? lead : []), ...names])];
}

/** The order that sorts rows by the columns named, the first first; rows equal in all of them keep their order. */
export function orderBy(rows: Rows<TableName>, names: readonly string[]): Uint32Array {
  const [first, ...others] = names.map((name) => columnOf(rows, name));
  const largest = largestOf(first);
  if (largest === undefined) return rangeTo(rows.count).sort(comparing([first, ...others]));
  const { order, starts } = countingOrder(first, largest);
  const compare = comparing(others);
  for (let key = 0; key <= largest; key++) sortRun(order, starts[key], starts[key + 1], compare);
  return order;
}

/** The rows at the places given, in that order. */
export function takeRows<T extends TableName>(rows: Rows<T>, places: ArrayLike<number>, allocate?: Allocate): Rows<T> {
  const taken = blankRows(rows.table, places.length, allocate);
  for (const [name] of columnsOf(rows.table)) {
    const [from, to] = [columnOf(rows, name), columnOf(taken, name)];
    for (let i = 0; i < places.length; i++) to[i] = from[places[i]];
  }
  return taken;
}

/** The rows of two tables of the same kind, one after the other. */
export function appendRows<T extends TableName>(rows: Rows<T>, more: Rows<T>): Rows<T> {
  const all = blankRows(rows.table, rows.count + more.count);
  for (const [name] of columnsOf(rows.table)) {
    const column = columnOf(all, name);
    column.set(columnOf(rows, name));
    column.set(columnOf(more, name), rows.count);
  }
  return all;
}

/** A column that the table is known to have. */
export function columnOf(rows: Rows<TableName>, name: string): NumberArray {
  const column = findColumn(rows, name);
  if (column === undefined) throw new Error(`${rows.table} lacks ${name}`);
  return column;
}

/** A comparison of rows by columns; unknown numbers come first. */
export function comparing(columns: readonly NumberArray[]): (a: number, b: number) => number {
  return (a, b) => {
    for (const column of columns) {
      const [x, y] = [column[a], column[b]];
      if (x < y) return -1;
      if (x > y) return 1;
      if (x !== y && (Number.isNaN(x) || Number.isNaN(y)) && !(Number.isNaN(x) && Number.isNaN(y)))
        return Number.isNaN(x) ? -1 : 1;
    }
    return a - b;
  };
}

/** The largest number of a column of numbered words; undefined when the column is no such thing. */
function largestOf(column: NumberArray): number | undefined {
  if (column instanceof Float64Array) return undefined;
  let largest = 0;
  for (const number of column) {
    if (number < 0) return undefined;
    if (number > largest) largest = number;
  }
  return largest <= 4 * column.length + 65_536 ? largest : undefined;
}

/** Rows in the order of one column of small whole numbers, and where the rows of each number begin. */
function countingOrder(column: NumberArray, largest: number) {
  const starts = new Uint32Array(largest + 2);
  for (const number of column) starts[number + 1]++;
  for (let key = 0; key <= largest; key++) starts[key + 1] += starts[key];
  const next = starts.slice();
  const order = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) order[next[column[i]]++] = i;
  return { order, starts };
}

/** Most persons have a handful of rows, for which insertion is fastest. */
const SHORT_RUN = 24;

function sortRun(order: Uint32Array, from: number, to: number, compare: (a: number, b: number) => number) {
  if (to - from > SHORT_RUN) {
    order.subarray(from, to).sort(compare);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const row = order[i];
    let place = i;
    for (; place > from && compare(order[place - 1], row) > 0; place--) order[place] = order[place - 1];
    order[place] = row;
  }
}

function rangeTo(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => i);
}
