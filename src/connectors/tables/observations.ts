import type { Period } from "#core/calendar/period.ts";
import { BrokenInput, broken, type Fault, type Place } from "#core/faults/fault.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import { type Dialect, findNumber, notANumber } from "#core/figures/read-number.ts";
import { shift } from "#core/figures/round.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { Observation, ObservationStatus } from "#core/indicators/series.ts";
import { type Area, type Areas, findArea, nearestArea } from "#core/vocabulary/area.ts";
import { bareNumber, dialectOf } from "./numbers.ts";
import { asMonths, findWrittenPeriod } from "./period.ts";
import { columnAt, type Sheet, type SheetRow } from "./sheet.ts";

/** How a table is read as observations. */
export type Reading = {
  /** The column of the area, or the id of the one area that every row is about. */
  readonly area: { readonly column: string } | { readonly id: string };
  readonly period: string;
  readonly value: string;
  /** Only the rows that hold these values in these columns. */
  readonly rows: Readonly<Record<string, string>>;
  readonly unit: Unit;
  /** The table prints shares in per cent. */
  readonly percent: boolean;
  /** How numbers are written, where it is known. */
  readonly numbers?: Dialect;
  /** What stands in a cell that has no figure, and why it has none. */
  readonly missing: Readonly<Record<string, Missing>>;
  readonly status: ObservationStatus;
};

/**
 * The observations of a table.
 *
 * @throws BrokenInput unknown-column, no-rows, unknown-area, not-a-period, not-a-number, ambiguous-numbers, double-figure, every one with file, line, column and value
 */
export function readObservations(sheet: Sheet, reading: Reading, areas: Areas): Observation[] {
  const rows = rowsOf(sheet, reading);
  const faults: Fault[] = [];
  const areaIds = readAreas({ sheet, rows, faults }, reading, areas);
  const periods = readPeriods({ sheet, rows, faults }, reading);
  const values = readValues({ sheet, rows, faults }, reading);
  if (faults.length > 0) throw new BrokenInput(faults);
  const observations = rows.map((_, at) => ({
    area: areaIds[at],
    period: periods[at],
    value: values[at],
    status: reading.status,
  }));
  refuseDoubles(sheet, rows, observations, reading);
  return observations;
}

/** The rows being read, and where to put what is wrong with them. */
type Work = { readonly sheet: Sheet; readonly rows: readonly SheetRow[]; readonly faults: Fault[] };

function rowsOf(sheet: Sheet, reading: Reading): readonly SheetRow[] {
  const wanted = Object.entries(reading.rows).map(([column, value]) => [columnAt(sheet, column), value] as const);
  const rows = sheet.rows.filter(({ cells }) => wanted.every(([at, value]) => cells[at] === value));
  if (rows.length > 0) return rows;
  const choice = Object.entries(reading.rows).map(([column, value]) => `${column} = ${value}`);
  const hint = { da: "Se, hvilke værdier der står sammen.", en: "See which values stand together." };
  throw broken("no-rows", { choice: choice.join(", "), hint }, { file: sheet.file });
}

function readAreas(work: Work, { area }: Reading, areas: Areas): string[] {
  if ("id" in area) return work.rows.map(() => area.id);
  const found = readCells(work, area.column, (name): Area | Fault => {
    const found = findArea(areas, name);
    if (found !== undefined) return found;
    return { code: "unknown-area", place: {}, parameters: { value: name, hint: nearestArea(areas, name) } };
  });
  return found.map(({ id }) => id);
}

function readPeriods(work: Work, { period }: Reading): Period[] {
  const read = (text: string): Period | Fault =>
    findWrittenPeriod(text) ?? { code: "not-a-period", place: {}, parameters: { value: text } };
  return asMonths(readCells(work, period, read));
}

function readValues(work: Work, reading: Reading): (Figure | Missing)[] {
  const { unit, percent, missing } = reading;
  const dialect = reading.numbers ?? settleDialect(work, reading);
  return readCells(work, reading.value, (text): Figure | Missing | Fault => {
    if (missing[text] !== undefined) return missing[text];
    const number = findNumber(bareNumber(text), dialect);
    if (number === undefined) return notANumber(text, dialect);
    return { value: percent ? shift(number.value, -2) : number.value, unit };
  });
}

function settleDialect({ sheet, rows, faults }: Work, { value, missing }: Reading): Dialect {
  const at = columnAt(sheet, value);
  const settled = dialectOf(
    rows.filter(({ cells }) => missing[cells[at]] === undefined).map(({ cells }) => bareNumber(cells[at])),
  );
  if ("dialect" in settled) return settled.dialect;
  const row = rows.find(({ cells }) => bareNumber(cells[at]) === settled.ambiguous) ?? rows[0];
  const parameters = { value: settled.ambiguous, column: value };
  faults.push({ code: "ambiguous-numbers", place: placeOf(sheet, row, at), parameters });
  return "da";
}

/** Reads each different text of a column once; what is wrong with it is told where it first stands. */
function readCells<T extends object>(
  { sheet, rows, faults }: Work,
  column: string,
  read: (text: string) => T | Fault,
): T[] {
  const at = columnAt(sheet, column);
  const known = new Map<string, T | Fault>();
  return rows.flatMap((row) => {
    const text = row.cells[at];
    const seen = known.get(text);
    const result = seen ?? read(text);
    if (seen === undefined) known.set(text, result);
    if (!isFault(result)) return [result];
    if (seen === undefined) faults.push({ ...result, place: placeOf(sheet, row, at) });
    return [];
  });
}

function isFault(result: object): result is Fault {
  return "code" in result && "place" in result;
}

function refuseDoubles(
  sheet: Sheet,
  rows: readonly SheetRow[],
  observations: readonly Observation[],
  reading: Reading,
) {
  const seen = new Map<string, number>();
  const faults = observations.flatMap(({ area, period }, at): Fault[] => {
    const key = `${area} ${period.id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, rows[at].line);
    if (first === undefined) return [];
    const place = placeOf(sheet, rows[at], columnAt(sheet, reading.period));
    return [{ code: "double-figure", place, parameters: { area, period: period.id, line: first } }];
  });
  if (faults.length > 0) throw new BrokenInput(faults);
}

function placeOf({ file, name, columns }: Sheet, { line, from }: SheetRow, at: number): Place {
  const { column, name: title } = from ?? { column: at, name: columns[at] };
  return { file, line, column: column + 1, path: name === undefined ? title : `${name} ${title}` };
}
