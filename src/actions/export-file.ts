import { writeParquet } from "#connectors/figure-files/parquet.ts";
import { writeExcel } from "#connectors/figure-files/xlsx.ts";
import { excelCsv, machineCsv } from "#core/exports/csv.ts";
import type { FigureTable } from "#core/exports/figure-table.ts";
import { type Format, formats } from "#core/exports/formats.ts";
import { jsonStat } from "#core/exports/json-stat.ts";
import type { Language } from "#core/text/text.ts";

/** The form a file is wanted in, and the language of its words where it is for people. */
export type WantedFile = { readonly format: Format; readonly language: Language };

/** A file of figures, ready to be handed out. */
export type ExportedFile = {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  /** How many rows of figures it holds. */
  readonly rows: number;
};

/** A table as a file. */
export async function exportedFile(table: FigureTable, { format, language }: WantedFile): Promise<ExportedFile> {
  const { ending, type } = formats[format];
  const content = await writers[format](table, language);
  return { name: `${table.name}.${ending}`, type, content, rows: table.rows.length };
}

type Writer = (table: FigureTable, language: Language) => Promise<string | Uint8Array>;

const writers: Readonly<Record<Format, Writer>> = {
  csv: async (table) => machineCsv(table),
  "excel.csv": async (table, language) => excelCsv(table, language),
  xlsx: writeExcel,
  "json-stat": async (table, language) => JSON.stringify(jsonStat(table, language)),
  parquet: writeParquet,
};
