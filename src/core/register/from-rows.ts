import { addDays, type Day, parseDay } from "../calendar/day.ts";
import { broken } from "../faults/fault.ts";
import { blankRows, findColumn, listOf, type Register, type Rows, type Span, sortByPerson } from "./columns.ts";
import { type Dictionaries, intern, startDictionaries } from "./dictionary.ts";
import { type Column, columnsOf, isTableName, type TableName } from "./schema.ts";

/** One row as in a file: a column that is left out, or empty, is unknown. */
export type PlainRow = Readonly<Record<string, string | number | undefined>>;

/** A register as in a folder of files. */
export type PlainRegister = {
  readonly id?: string;
  readonly name?: string;
  readonly extracted: string;
  /** First and last day by table; a table left out covers everything until the day of extraction. */
  readonly covers?: Readonly<Record<string, readonly [from: string, last: string]>>;
  readonly simulated?: boolean;
  readonly tables: Readonly<Record<string, readonly PlainRow[]>>;
};

/** The earliest day a table that does not say otherwise is taken to cover. */
const ALWAYS = parseDay("1900-01-01");

/**
 * The register of a few rows written by hand: tests, worked cases, generated registers.
 *
 * @throws BrokenInput unknown-reference, not-a-day
 * @example
 * registerFromRows({ extracted: "2018-12-31", tables: {
 *   benefits: [{ person_id: "a", benefit: "dagpenge", from: "2018-01-01", to: "2018-01-31", municipality: "165" }],
 * } })
 */
export function registerFromRows(plain: PlainRegister): Register {
  const dictionaries = startDictionaries();
  const extracted = parseDay(plain.extracted);
  const tables: Record<string, Rows<TableName>> = {};
  const covers: Record<string, Span> = {};
  for (const [name, rows] of Object.entries(plain.tables)) {
    if (!isTableName(name)) throw unknown("table", name);
    tables[name] = fillTable(name, rows, dictionaries);
    covers[name] = spanOf(plain.covers?.[name], extracted);
  }
  const { id = "", name = "", simulated = false } = plain;
  return { id, name, extracted, covers, simulated, dictionaries, tables };
}

function spanOf(covers: readonly [from: string, last: string] | undefined, extracted: Day): Span {
  if (covers === undefined) return { from: ALWAYS, to: addDays(extracted, 1) };
  return { from: parseDay(covers[0]), to: addDays(parseDay(covers[1]), 1) };
}

function fillTable<T extends TableName>(table: T, plain: readonly PlainRow[], dictionaries: Dictionaries): Rows<T> {
  const rows = blankRows(table, plain.length);
  const columns = new Map(columnsOf(table));
  for (const [i, row] of plain.entries())
    for (const [name, value] of Object.entries(row)) {
      const column = columns.get(name);
      const array = findColumn(rows, name);
      if (column === undefined || array === undefined) throw unknown("column", `${table}.${name}`);
      if (value !== undefined && value !== "") array[i] = cellValue(name, column, String(value), dictionaries);
    }
  return sortByPerson(rows);
}

/** The number that stands for one filled cell. @throws BrokenInput not-a-day */
export function cellValue(name: string, column: Column, value: string, dictionaries: Dictionaries): number {
  const list = listOf(column);
  if (list !== undefined)
    return intern(dictionaries[list], list === "municipality" ? value.padStart(3, "0").slice(-3) : value);
  switch (column.type) {
    case "day":
      return name === "to" ? addDays(parseDay(value), 1) : parseDay(value);
    case "datetime":
      return minutesOf(value);
    default:
      return Number(value);
  }
}

/** `2018-09-30T14:05` as minutes since 1970; a date alone is its midnight. */
export function minutesOf(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d)?)?$/.exec(text);
  if (match === null) throw broken("not-a-day", { value: text });
  return parseDay(match[1]) * 1440 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

function unknown(kind: string, id: string) {
  return broken("unknown-reference", {
    kind,
    id,
    hint: { da: "Se registerets format.", en: "See the format of the register." },
  });
}
