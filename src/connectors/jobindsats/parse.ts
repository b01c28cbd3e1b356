import { z } from "zod";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";
import type { Sheet, SheetRow } from "../tables/sheet.ts";

const cell = z.union([z.string(), z.number(), z.null()]);

/** Version 2 of the interface: one element, or none around it; a row is a list, or an object around one. */
const version2 = z.object({
  Variables: z.array(z.object({ Label: z.string() })),
  Data: z.array(z.union([z.array(cell), z.object({ value: z.array(cell) }).transform(({ value }) => value)])),
});
const version3 = z.object({ columns: z.array(z.string()), rows: z.array(z.array(cell)) });
const response = z.union([version3, version2, z.tuple([version2]).transform(([only]) => only)]);

const record = z.record(z.string(), cell);

/**
 * Reads what Jobindsats answers: a response of version 2 or 3, or one object a line with the labels as keys. Numbers
 * come as JSON numbers and as text with a decimal comma, even within one row; both become the Danish way of writing.
 * `null` becomes an empty cell, which in Jobindsats means «0-2 or not computed» and never zero.
 *
 * @throws BrokenInput not-json, not-jobindsats, empty-table, with file and line
 */
export function parseJobindsats(text: string, file: string): Sheet {
  const sheet = findResponse(text, file) ?? parseLines(text, file);
  if (sheet.rows.length === 0) throw broken("empty-table", {}, { file });
  return sheet;
}

function findResponse(text: string, file: string): Sheet | undefined {
  const whole = findJson(text);
  const read = "json" in whole ? response.safeParse(whole.json) : undefined;
  if (read?.data === undefined) return undefined;
  const [columns, rows] =
    "columns" in read.data
      ? [read.data.columns, read.data.rows]
      : [read.data.Variables.map(({ Label }) => Label), read.data.Data];
  return { file, columns, rows: rows.map((cells, at): SheetRow => ({ line: at + 1, cells: cells.map(cellText) })) };
}

function parseLines(text: string, file: string): Sheet {
  const records = text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const place = { file, line: at + 1 };
    const found = findJson(line);
    if ("why" in found) throw broken("not-json", { why: verbatim(found.why) }, place);
    const read = record.safeParse(found.json);
    if (!read.success) throw broken("not-jobindsats", {}, place);
    return [{ line: at + 1, record: read.data }];
  });
  const columns = [...new Set(records.flatMap(({ record }) => Object.keys(record)))];
  const rows = records.map(({ line, record }) => ({
    line,
    cells: columns.map((column) => cellText(record[column] ?? null)),
  }));
  return { file, columns, rows };
}

function cellText(value: string | number | null): string {
  if (value === null) return "";
  return typeof value === "number" ? String(value).replace(".", ",") : value.trim();
}

function findJson(text: string): { readonly json: unknown } | { readonly why: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
