import { readFile } from "node:fs/promises";
import { broken } from "#core/faults/fault.ts";
import type { Areas } from "#core/vocabulary/area.ts";
import { describeSpreadsheet } from "../excel/describe.ts";
import { parseExcel } from "../excel/parse.ts";
import { describeJobindsats } from "../jobindsats/describe.ts";
import { parseJobindsats } from "../jobindsats/parse.ts";
import { describeStatbank } from "../statbank/describe.ts";
import { decodeText } from "../tables/decode.ts";
import { parseDelimited } from "../tables/delimited.ts";
import type { Layout } from "../tables/layout.ts";
import { reshape } from "../tables/reshape.ts";
import type { Sheet } from "../tables/sheet.ts";

/** A file of figures: its table, and what the columns are for. */
export type SeriesFile = { readonly bytes: Uint8Array; readonly sheet: Sheet; readonly layout: Layout };

/**
 * Opens a file of figures, whatever it is: an Excel file, a response or download of Jobindsats, a table of
 * Statistikbanken, or a delimited table of one's own.
 *
 * @throws BrokenInput file-not-found, empty-table, not-a-table, wrong-field-count, not-json, not-jobindsats, not-excel, no-worksheet, no-header
 */
export async function openSeriesFile(path: string, areas: Areas, worksheet?: string): Promise<SeriesFile> {
  const bytes = await readBytes(path);
  const sheet = reshape(await readSheet(bytes, path, worksheet));
  const layout = describeStatbank(sheet) ?? describeJobindsats(sheet) ?? describeSpreadsheet(sheet, areas);
  if (layout === undefined) throw broken("no-header", {}, { file: path });
  return { bytes, sheet, layout };
}

/** A zip file begins so, and an .xlsx file is one. */
const ZIP = "PK\u0003\u0004";

async function readSheet(bytes: Uint8Array, path: string, worksheet?: string): Promise<Sheet> {
  if (Buffer.from(bytes.subarray(0, ZIP.length)).toString("latin1") === ZIP) return parseExcel(bytes, path, worksheet);
  const text = decodeText(bytes);
  return /^\s*[[{]/.test(text) ? parseJobindsats(text, path) : parseDelimited(text, path);
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw broken("file-not-found", { file: path });
  }
}
