import { formatDay, isDay, OPEN_END } from "../calendar/day.ts";
import type { Row } from "./row.ts";
import { type Column, columnsOf, type TableName } from "./schema.ts";

/** Writes the rows of one table as lines of a delimited file, without line breaks. */
export type LineOf<T extends TableName> = (row: Row<T>) => string;

/** The header of a table's file. */
export function headerOf(table: TableName): string {
  return columnsOf(table)
    .map(([name]) => name)
    .join(",");
}

/**
 * A line for a row as the exchange format has it: commas between cells, ISO dates, `to` the last day, empty for what is
 * unknown or still runs.
 *
 * @example lineOf("recoveries")({ person_id: "a", date: parseDay("2018-09-30"), kind: "fuld" }) // "a,2018-09-30,fuld"
 */
export function lineOf<T extends TableName>(table: T): LineOf<T> {
  const days = dayWriter();
  const cells = columnsOf(table).map(([name, column]) => ({ name, write: writerFor(name, column, days) }));
  return (row) => {
    let line = "";
    for (let i = 0; i < cells.length; i++) {
      const value: unknown = Reflect.get(row, cells[i].name);
      if (i > 0) line += ",";
      if (value !== undefined) line += cells[i].write(value);
    }
    return line;
  };
}

type Writer = (value: unknown) => string;

function writerFor(name: string, { type }: Column, days: (day: number) => string): Writer {
  switch (type) {
    case "day":
      return name === "to" ? (day) => (day === OPEN_END ? "" : days(Number(day) - 1)) : (day) => days(Number(day));
    case "datetime":
      return (minutes) => `${days(Math.floor(Number(minutes) / 1440))}T${clock(Number(minutes) % 1440)}`;
    case "number":
      return String;
    default:
      return (word) => quoted(String(word));
  }
}

/** Writes days, each only once: a register has millions of dates and a few thousand days. */
function dayWriter(): (day: number) => string {
  const known = new Map<number, string>();
  return (day) => {
    const text = known.get(day);
    if (text !== undefined) return text;
    if (!isDay(day)) throw new Error(`${day} is not a day`);
    const written = formatDay(day);
    known.set(day, written);
    return written;
  };
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function quoted(word: string): string {
  return /[",\r\n]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
}
