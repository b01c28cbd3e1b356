import { findNumber } from "#core/figures/read-number.ts";
import { type Sheet, valuesIn } from "./sheet.ts";

/** What the columns of a table are for. */
export type Layout = {
  /** The form the table has come in. */
  readonly form: "statbank" | "jobindsats" | "spreadsheet";
  /** Undefined where every row is about one area that the table does not name. */
  readonly area: string | undefined;
  readonly period: string;
  /** The columns that hold figures. */
  readonly measures: readonly string[];
  /** The columns that break the figures down. */
  readonly dimensions: readonly string[];
};

/** Whether a column holds figures: some cell is a number, and no cell is anything but a number, empty or a mark. */
export function holdsFigures(sheet: Sheet, column: string): boolean {
  const cells = valuesIn(sheet, column).filter((cell) => /\d/.test(cell));
  const isFigure = (cell: string) => {
    const plain = cell.replace(/ ?(%|pct\.?)$/, "");
    return findNumber(plain, "da") !== undefined || findNumber(plain, "en") !== undefined;
  };
  return (
    cells.length > 0 && cells.every(isFigure) && valuesIn(sheet, column).every((cell) => !/[a-zæøå]{3}/i.test(cell))
  );
}
