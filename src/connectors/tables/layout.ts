import { findNumber } from "#core/figures/read-number.ts";
import { bareNumber } from "./numbers.ts";
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

/**
 * Whether a column holds figures: more than half of the different texts in it are numbers, so that one misspelt cell is
 * a fault of that cell and does not change what the column is for.
 */
export function holdsFigures(sheet: Sheet, column: string): boolean {
  const cells = valuesIn(sheet, column).filter((cell) => cell !== "");
  const figures = cells.filter((cell) => {
    const plain = bareNumber(cell);
    return findNumber(plain, "da") !== undefined || findNumber(plain, "en") !== undefined;
  });
  return figures.length > cells.length / 2;
}
