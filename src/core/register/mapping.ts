import { z } from "zod";
import { fault } from "../faults/issues.ts";
import { flag } from "../format/scalars.ts";
import { didYouMean } from "../text/nearest.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { dateOrders, decimalMarks } from "./dialect.ts";
import { knownCodes } from "./known-codes.ts";
import { columnsOf, isTableName, type TableName } from "./schema.ts";

export const encodings = ["utf-8", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** Where the values of one of our columns come from: one of theirs, or a value that all rows share. */
const columnSource = z.union([
  z.string().transform((from): ColumnSource => ({ from })),
  z.strictObject({ from: z.string(), cpr: flag.optional() }),
  z.strictObject({ constant: z.string() }),
]);
export type ColumnSource =
  | { readonly from: string; readonly cpr?: boolean | undefined }
  | { readonly constant: string };

const fileMapping = z.strictObject({
  /** The file's name in the folder; the table's own name with any ending when it is left out. */
  file: z.string().optional(),
  encoding: z.enum(encodings).optional(),
  separator: z.enum([",", ";", "tab"]).optional(),
  decimal: z.enum(decimalMarks).optional(),
  dates: z.enum(dateOrders).optional(),
  /** Our column: theirs. Columns that are left out go by our own name. */
  columns: z.record(z.string(), columnSource).default({}),
  /** By our column: their code: ours. */
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type FileMapping = z.output<typeof fileMapping>;

/** How the files of one system are read as a register. */
export type Mapping = { readonly register?: string; readonly files: { readonly [T in TableName]?: FileMapping } };

/** The shape of `mapping.yaml`; its tables, columns and codes are those of the format. */
export function mappingFile(vocabulary: Vocabulary) {
  return z
    .strictObject({ register: z.string().min(1).optional(), files: z.record(z.string(), fileMapping) })
    .superRefine(({ files }, context) => {
      for (const [table, file] of Object.entries(files))
        for (const issue of faultsOfFile(table, file, vocabulary)) context.addIssue(issue);
    })
    .transform(({ files, ...rest }): Mapping => ({ ...rest, files }));
}

type Issue = ReturnType<typeof fault>;

function faultsOfFile(table: string, { columns, codes }: FileMapping, vocabulary: Vocabulary): Issue[] {
  if (!isTableName(table)) return [unknown({ da: "tabel", en: "table" }, table, [], ["files", table])];
  const names = columnsOf(table).map(([name]) => name);
  const strange = [
    ...Object.keys(columns).map((name) => ["columns", name]),
    ...Object.keys(codes).map((name) => ["codes", name]),
  ]
    .filter(([, name]) => !names.includes(name))
    .map(([key, name]) => unknown({ da: "kolonne", en: "column" }, name, names, ["files", table, key, name]));
  const misspelt = columnsOf(table).flatMap(([name, column]) => {
    const known = knownCodes(vocabulary, table, name, column);
    return Object.entries(codes[name] ?? {})
      .filter(([, ours]) => known !== undefined && !known.codes.has(ours))
      .map(([theirs, ours]) =>
        unknown({ da: "kode", en: "code" }, ours, known?.codes ?? [], ["files", table, "codes", name, theirs]),
      );
  });
  return [...strange, ...misspelt];
}

function unknown(kind: { da: string; en: string }, id: string, among: Iterable<string>, path: string[]): Issue {
  const see = { da: "Se registerets format.", en: "See the format of the register." };
  return fault("unknown-reference", { kind, id, hint: didYouMean(id, among, see) }, path);
}
