import readXlsxFile from "read-excel-file/node";
import { broken } from "#core/faults/fault.ts";
import { didYouMean } from "#core/text/nearest.ts";
import { verbatim } from "#core/text/text.ts";
import { findWrittenPeriod } from "../tables/period.ts";
import type { Sheet, SheetRow } from "../tables/sheet.ts";

/**
 * Reads a worksheet as text cells: dates as `2018-09-30`, numbers in the Danish way of writing. The column names are
 * the last row with at least two texts above the first row that holds a period, so that titles over a table are passed;
 * or that row itself, where the periods are the names of the columns.
 *
 * @throws BrokenInput not-excel, no-worksheet, no-header
 */
export async function parseExcel(bytes: Uint8Array, file: string, worksheet?: string): Promise<Sheet> {
  const sheets = await readWorkbook(bytes, file);
  const names = sheets.map(({ sheet }) => sheet);
  const chosen = worksheet === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === worksheet);
  if (chosen === undefined) {
    const all = names.join(", ");
    const hint = didYouMean(worksheet ?? "", names, { da: `Arkene er: ${all}.`, en: `The sheets are: ${all}.` });
    throw broken("no-worksheet", { name: worksheet ?? "", hint }, { file });
  }
  const lines = chosen.data.map((cells, at): SheetRow => ({ line: at + 1, cells: cells.map(cellText) }));
  return { name: chosen.sheet, ...withHeader(lines, file) };
}

/** Finds the row of column names in lines of cells; every row beneath it that is not empty is a row of the table. */
export function withHeader(lines: readonly SheetRow[], file: string): Sheet {
  const header = headerAt(lines);
  if (header === -1) throw broken("no-header", {}, { file });
  const columns = lines[header].cells.map((cell, at) => cell || `#${at + 1}`);
  const rows = lines.slice(header + 1).filter(({ cells }) => cells.some((cell) => cell !== ""));
  return {
    file,
    columns,
    rows: rows.map(({ line, cells }) => ({ line, cells: columns.map((_, at) => cells[at] ?? "") })),
  };
}

/** The names stand above the first row with a period; where no names stand above it, its periods are the names. */
function headerAt(lines: readonly SheetRow[]): number {
  const first = lines.findIndex(({ cells }) => periodsIn(cells) > 0);
  if (first === -1) return -1;
  const above = lines.slice(0, first).findLastIndex(({ cells }) => cells.filter(isWords).length >= 2);
  return above === -1 && periodsIn(lines[first].cells) >= 2 ? first : above;
}

function periodsIn(cells: readonly string[]): number {
  return cells.filter((cell) => findWrittenPeriod(cell) !== undefined).length;
}

function isWords(cell: string): boolean {
  return /[a-zæøå]/i.test(cell);
}

async function readWorkbook(bytes: Uint8Array, file: string) {
  try {
    return await readXlsxFile(Buffer.from(bytes));
  } catch (error) {
    throw broken("not-excel", { why: verbatim(error instanceof Error ? error.message : String(error)) }, { file });
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, "2018-09-30".length);
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return String(cell).trim();
}
