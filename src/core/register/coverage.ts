import { addDays, type Day, formatDay, isDay, OPEN_END } from "../calendar/day.ts";
import type { Text } from "../text/text.ts";
import { type Tables, tablesOf } from "./canonical.ts";
import { findColumn, type Rows, type Span, UNKNOWN_DAY } from "./columns.ts";
import { columnOf } from "./order.ts";
import type { TableName } from "./schema.ts";

/** What is known of a register's days. */
export type Coverage = {
  readonly extracted: Day;
  readonly covers: { readonly [T in TableName]?: Span };
  /** What had to be assumed, since the delivery does not say it. */
  readonly assumptions: readonly Text[];
};

/** What a delivery says of its days; `all` holds for tables that say nothing themselves. */
export type StatedCoverage = {
  readonly extracted?: Day;
  readonly all?: Span;
  readonly covers: { readonly [T in TableName]?: Span };
};

/**
 * The day a register was extracted and the days its tables cover. What is not stated is assumed: that it was extracted
 * on the latest day its benefits know of, and that a table covers the days from its earliest until then. Nothing is
 * covered after the day of extraction.
 */
export function coverageOf(tables: Tables, stated: StatedCoverage): Coverage {
  const latest = stated.extracted ?? latestDay(tables.benefits);
  const extracted = latest ?? dayAt(0);
  const covers: { [T in TableName]?: Span } = {};
  const assumed: string[] = [];
  for (const rows of tablesOf(tables)) {
    const said = stated.covers[rows.table] ?? stated.all;
    const from = said?.from ?? earliestDay(rows);
    if (from === undefined) continue;
    const end = addDays(extracted, 1);
    covers[rows.table] = { from: dayAt(Math.min(from, end)), to: dayAt(Math.min(said?.to ?? end, end)) };
    if (said === undefined) assumed.push(`${rows.table} ${formatDay(from)}`);
  }
  const assumptions = [
    ...(stated.extracted === undefined && latest !== undefined ? [assumedExtraction(latest)] : []),
    ...(assumed.length > 0 ? [assumedCovers(assumed)] : []),
  ];
  return { extracted, covers, assumptions };
}

/** The column of a table that says when a row begins, and how many of its units are a day; undefined when none does. */
export function beginning(rows: Rows<TableName>) {
  for (const name of ["from", "date", "approved", "received"]) {
    const column = findColumn(rows, name);
    if (column !== undefined) return { name, column, perDay: column instanceof Float64Array ? 1440 : 1 };
  }
  return undefined;
}

function earliestDay(rows: Rows<TableName>): Day | undefined {
  const first = beginning(rows);
  if (first === undefined) return undefined;
  let earliest = Number.POSITIVE_INFINITY;
  for (const value of first.column) if (value > UNKNOWN_DAY && value < earliest) earliest = value;
  return earliest === Number.POSITIVE_INFINITY ? undefined : dayAt(Math.floor(earliest / first.perDay));
}

/** The latest day a benefit is known to begin or to end on. */
function latestDay(benefits: Rows<"benefits"> | undefined): Day | undefined {
  if (benefits === undefined || benefits.count === 0) return undefined;
  const [from, to] = [columnOf(benefits, "from"), columnOf(benefits, "to")];
  let latest = from[0];
  for (let i = 0; i < benefits.count; i++) latest = Math.max(latest, to[i] < OPEN_END ? to[i] - 1 : from[i]);
  return dayAt(latest);
}

function assumedExtraction(day: Day): Text {
  const iso = formatDay(day);
  return {
    da: `Leveringen siger ikke, hvornår den er trukket: det er antaget at være den seneste dag i benefits, ${iso}.`,
    en: `The delivery does not say when it was extracted: the latest day in benefits, ${iso}, is assumed.`,
  };
}

function assumedCovers(from: readonly string[]): Text {
  const list = from.join(", ");
  return {
    da: `Leveringen siger ikke, hvilke dage tabellerne dækker: det er antaget fra deres tidligste (${list}).`,
    en: `The delivery does not say which days its tables cover: from their earliest is assumed (${list}).`,
  };
}

function dayAt(n: number): Day {
  if (isDay(n)) return n;
  throw new Error(`${n} is not a day`);
}
