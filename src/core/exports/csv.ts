import type { Figure } from "../figures/figure.ts";
import { decimalsOf, round, shift } from "../figures/round.ts";
import type { Language } from "../text/text.ts";
import { columnsOf, type Value } from "./columns.ts";
import type { FigureTable } from "./figure-table.ts";
import { readableColumns } from "./readable.ts";

/**
 * A table as CSV for programs (RFC 4180 but for the line ends): comma between cells, point in numbers, ISO days, the ids
 * of the columns on the first line. A missing figure is an empty cell, and its reason stands in a column of its own.
 */
export function machineCsv(table: FigureTable): string {
  const columns = columnsOf(table);
  const lines = [
    columns.map(({ id }) => id),
    ...table.rows.map((row) => columns.map(({ of }) => plain(of(row, table.head)))),
  ];
  return lines.map((cells) => `${cells.map((cell) => quoted(cell, ",")).join(",")}\n`).join("");
}

function plain(value: Value): string {
  return value === undefined ? "" : String(value);
}

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as CSV that opens right in a Danish Excel: semicolon between cells, comma in numbers, names instead of codes.
 * Shares are in per cent, and the reason stands where a figure is missing. Words that Excel would take for a formula
 * begin with an apostrophe; numbers below 0 are numbers.
 */
export function excelCsv(table: FigureTable, language: Language = "da"): string {
  const columns = readableColumns(table, language);
  const cellOf = (cell: string | Figure) => (typeof cell === "string" ? harmless(cell) : danishNumber(cell));
  const lines = [
    columns.map(({ label }) => harmless(label)),
    ...table.rows.map((row) => columns.map(({ of }) => cellOf(of(row)))),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map((cell) => quoted(cell, ";")).join(";")}\r\n`).join("");
}

/** The digits Excel keeps: more would only be dust of the arithmetic. */
const DECIMALS = 10;

/**
 * A figure as a Danish Excel reads it: no dots between thousands, and a hyphen for minus.
 *
 * @example danishNumber({ value: -0.0315, unit: "share" }) // "-3,15"
 */
export function danishNumber({ value, unit }: Figure): string {
  const shown = round(unit === "share" || unit === "share-points" ? shift(value, 2) : value, DECIMALS);
  return shown.toFixed(decimalsOf(shown)).replace(".", ",");
}

/** Words that a spreadsheet shows and never computes. */
function harmless(words: string): string {
  return /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
}

/** A cell as it stands between separators: in quotation marks where it holds one, or a line break. */
export function quoted(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
