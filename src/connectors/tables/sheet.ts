import { broken } from "#core/faults/fault.ts";
import { didYouMean } from "#core/text/nearest.ts";

/** A table of text cells as a file holds it: one row of column names and the rows beneath it. */
export type Sheet = {
  readonly file: string;
  /** The worksheet, in a file that can have several. */
  readonly name?: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
};

/** A row with the line of the file it stands on, counted from 1. */
export type SheetRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** The column of the file that the row's figure came from, where the table was reshaped. */
  readonly from?: { readonly column: number; readonly name: string };
};

/** Where the columns of a table have their places in a row. @throws BrokenInput unknown-column, with the nearest name */
export function columnAt(sheet: Sheet, name: string): number {
  const at = sheet.columns.indexOf(name);
  if (at !== -1) return at;
  const all = sheet.columns.join(", ");
  const hint = didYouMean(name, sheet.columns, { da: `Kolonnerne er: ${all}.`, en: `The columns are: ${all}.` });
  throw broken("unknown-column", { column: name, hint }, { file: sheet.file });
}

/** The values that stand in a column, each once, in the order of the file. */
export function valuesIn(sheet: Sheet, column: string): string[] {
  const at = columnAt(sheet, column);
  return [...new Set(sheet.rows.map((row) => row.cells[at]))];
}
