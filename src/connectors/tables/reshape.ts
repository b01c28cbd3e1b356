import { findWrittenPeriod } from "./period.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/**
 * A table with one figure a row. Tables with the periods as columns get a row for each of them, and a year and a month
 * (or quarter) in columns of their own become one period. Any other table stays as it is.
 */
export function reshape(sheet: Sheet): Sheet {
  return periodsAsRows(joinYear(sheet));
}

function periodsAsRows(sheet: Sheet): Sheet {
  const across = sheet.columns.flatMap((name, at) => (findWrittenPeriod(name) === undefined ? [] : [{ name, at }]));
  if (across.length < 2) return sheet;
  const others = sheet.columns.flatMap((_, at) => (across.some((one) => one.at === at) ? [] : [at]));
  const rows = sheet.rows.flatMap(({ line, cells }) =>
    across.map(
      ({ name, at }): SheetRow => ({
        line,
        cells: [...others.map((other) => cells[other]), name, cells[at]],
        from: { column: at, name },
      }),
    ),
  );
  return { ...sheet, columns: [...others.map((at) => sheet.columns[at]), "Periode", "Tal"], rows };
}

const yearNames = /^(år|year)$/i;
const partNames = /^(måned|month|kvartal|quarter)$/i;

function joinYear(sheet: Sheet): Sheet {
  const { columns } = sheet;
  const year = columns.findIndex((name) => yearNames.test(name));
  const part = columns.findIndex((name) => partNames.test(name));
  if (year === -1 || part === -1) return sheet;
  const write = /^[kq]/i.test(columns[part]) ? quarterOf : monthOf;
  const periods = sheet.rows.map(({ cells }) => write(cells[year], cells[part]));
  if (periods.every((period) => findWrittenPeriod(period) === undefined)) return sheet;
  const without = <T>(all: readonly T[]) => all.filter((_, at) => at !== year && at !== part);
  const rows = sheet.rows.map(({ line, cells }, at) => ({ line, cells: [periods[at], ...without(cells)] }));
  return { ...sheet, columns: ["Periode", ...without(columns)], rows };
}

function monthOf(year: string, month: string): string {
  return /^\d+$/.test(month) ? `${month}/${year}` : `${month} ${year}`;
}

function quarterOf(year: string, quarter: string): string {
  return `${year}Q${/[1-4]/.exec(quarter)?.[0] ?? quarter}`;
}
