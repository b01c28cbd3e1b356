import { type Day, OPEN_END } from "../../calendar/day.ts";
import { findColumn, keepRows, type NumberArray, type Register, type Rows, rowsOf, UNKNOWN_DAY } from "../columns.ts";
import { columnsOf, isTableName, type TableName } from "../schema.ts";

/** What was to be seen in a register on a day; no later one than that it was drawn on. */
export type AsOf = { readonly register: Register; readonly asOf: Day };

/**
 * Reads a register as of a day: rows from after it are unread, an end after it is read as running, and what is only
 * known at the end (how a residence ended, whether an education was completed, when an inquiry was answered or an
 * order closed) is not known yet. Rows that say exactly the same are one.
 *
 * What was *known* on the day can only be asked of a register drawn by then: corrections made later are in it.
 */
export function readAsOf(register: Register, day: Day): AsOf {
  const asOf = day > register.extracted ? register.extracted : day;
  const tables: Record<string, Rows<TableName>> = {};
  for (const [name, rows] of Object.entries(register.tables))
    if (isTableName(name)) tables[name] = withoutDuplicates(untilDay(rows, asOf));
  return { register: { ...register, tables }, asOf };
}

/** The column that says when a row begins to be true. Tables without one are read whole. */
const beginnings = ["from", "date", "approved", "received"];

/** What is not known before the end of a row, which `to` or the column itself tells. */
const knownAtEnd: { readonly [T in TableName]?: readonly string[] } = {
  residence: ["end"],
  education: ["completed"],
};

function untilDay(rows: Rows<TableName>, asOf: Day): Rows<TableName> {
  const started = startedRows(rows, asOf);
  const read = started === undefined ? rows : keepRows(rows, started);
  const changed: Record<string, NumberArray> = {};
  const replace = (name: string, ends: NumberArray, isOver: (end: number) => boolean, value: number) => {
    const column = findColumn(read, name);
    if (column === undefined || !ends.some((end, i) => !isOver(end) && column[i] !== value)) return;
    changed[name] = column.slice();
    for (let i = 0; i < read.count; i++) if (!isOver(ends[i])) changed[name][i] = value;
  };
  const to = findColumn(read, "to");
  if (to !== undefined) {
    const isOver = (end: number) => end <= asOf + 1;
    replace("to", to, isOver, OPEN_END);
    for (const name of knownAtEnd[rows.table] ?? []) replace(name, to, isOver, 0);
  }
  const closed = findColumn(read, "closed");
  if (closed !== undefined) {
    const isOver = (end: number) => end !== UNKNOWN_DAY && end <= asOf;
    replace("outcome", closed, isOver, 0);
    replace("closed", closed, isOver, UNKNOWN_DAY);
  }
  const answered = findColumn(read, "answered");
  if (answered !== undefined) replace("answered", answered, (end) => end < (asOf + 1) * 1440, Number.NaN);
  if (Object.keys(changed).length === 0) return read;
  return rowsOf(rows.table, read.count, { ...read.columns, ...changed });
}

/** The numbers of the rows that begin by the day; undefined when all do. */
function startedRows(rows: Rows<TableName>, asOf: Day): Int32Array | undefined {
  const name = beginnings.find((one) => findColumn(rows, one) !== undefined);
  const begins = name === undefined ? undefined : findColumn(rows, name);
  if (begins === undefined) return undefined;
  const limit = columnsOf(rows.table).some(([one, { type }]) => one === name && type === "datetime")
    ? (asOf + 1) * 1440
    : asOf + 1;
  const kept = new Int32Array(rows.count);
  let count = 0;
  for (let i = 0; i < rows.count; i++) if (begins[i] < limit) kept[count++] = i;
  return count === rows.count ? undefined : kept.subarray(0, count);
}

/** Tables in which two equal rows are two things: nothing in them names one. */
const unnamed: ReadonlySet<TableName> = new Set(["costs", "survey_answers", "inquiries"]);

function withoutDuplicates(rows: Rows<TableName>): Rows<TableName> {
  if (unnamed.has(rows.table)) return rows;
  const isNew = findColumn(rows, "person_id") === undefined ? newRow(rows) : newAmongPersons(rows);
  const kept = new Int32Array(rows.count);
  let count = 0;
  for (let i = 0; i < rows.count; i++) if (isNew(i)) kept[count++] = i;
  return count === rows.count ? rows : keepRows(rows, kept.subarray(0, count));
}

function newRow(rows: Rows<TableName>): (i: number) => boolean {
  const columns = Object.values<NumberArray>(rows.columns);
  const seen = new Set<string>();
  return (i) => seen.size < seen.add(columns.map((column) => column[i]).join()).size;
}

/** Rows of a person that begin on the same day follow each other: only they can be the same. */
function newAmongPersons(rows: Rows<TableName>): (i: number) => boolean {
  const columns = Object.values<NumberArray>(rows.columns);
  const person = findColumn(rows, "person_id") ?? columns[0];
  const first = findColumn(rows, "from") ?? findColumn(rows, "date") ?? person;
  const isSame = (i: number, j: number) => columns.every((column) => Object.is(column[i], column[j]));
  return (i) => {
    if (i === 0 || person[i - 1] !== person[i] || first[i - 1] !== first[i]) return true;
    for (let j = i - 1; j >= 0 && person[j] === person[i] && first[j] === first[i]; j--) if (isSame(i, j)) return false;
    return true;
  };
}
