import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { BrokenInput, broken, type Fault } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

const separators = [";", "\t", ","] as const;

const records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads delimited text. The separator is the first of semicolon, tab and comma that the first line has.
 *
 * @throws BrokenInput empty-table, not-a-table, wrong-field-count, with file and line
 * @example parseDelimited("OMRÅDE;TID;INDHOLD\nAalborg;2018K1;981\n", "a.csv").columns // ["OMRÅDE", "TID", "INDHOLD"]
 */
export function parseDelimited(text: string, file: string): Sheet {
  const rows = parseRecords(text, file);
  const header = rows.shift();
  if (header === undefined || rows.length === 0) throw broken("empty-table", {}, { file });
  const columns = header.cells;
  const faults = rows
    .filter(({ cells }) => cells.length !== columns.length)
    .map(
      ({ line, cells }): Fault => ({
        code: "wrong-field-count",
        place: { file, line },
        parameters: { cells: cells.length, columns: columns.length },
      }),
    );
  if (faults.length > 0) throw new BrokenInput(faults);
  return { file, columns, rows };
}

function parseRecords(text: string, file: string): SheetRow[] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = separators.find((one) => firstLine.includes(one)) ?? ";";
  return text.includes('"') ? parseQuoted(text, delimiter, file) : splitLines(text, delimiter);
}

/** Without quotation marks every line is a row and every separator parts two cells. */
function splitLines(text: string, delimiter: string): SheetRow[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, at) =>
      line === "" ? [] : [{ line: at + 1, cells: line.split(delimiter).map((cell) => cell.trim()) }],
    );
}

function parseQuoted(text: string, delimiter: string, file: string): SheetRow[] {
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return records.parse(parsed).map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = z.object({ lines: z.number().optional() }).parse(error);
    throw broken("not-a-table", { why: verbatim(error.message) }, { file, line: lines });
  }
}
