import { broken } from "#core/faults/fault.ts";
import type { StatedFile } from "#core/register/data-package.ts";
import { headerKey } from "#core/register/header.ts";
import type { FileMapping } from "#core/register/mapping.ts";
import { columnsOf, type TableName } from "#core/register/schema.ts";
import { headOf, type Look, lookAt, piecesOf } from "./bytes.ts";
import { type Batch, LINE_FEED, type RowFault, scanRows, unquoted } from "./delimited.ts";
import { PARQUET_SEPARATOR } from "./parquet.ts";

/** One file of a delivery: the table it holds, and what is said of it. */
export type TableFile = {
  readonly table: TableName;
  readonly path: string;
  /** Its name within the folder. */
  readonly name: string;
  readonly mapping?: FileMapping;
  readonly stated?: StatedFile;
};

/** A file looked at and ready to be read. */
export type Source = {
  readonly look: Look;
  /** Whether it is known to have all its bytes, so that a last row without a line break is to be believed. */
  readonly isWhole: boolean;
  readonly separator: string;
  readonly decode: Decode;
  /** Its first rows, the header first. */
  readonly head: readonly HeadRow[];
  /** Its first row as it is written. */
  readonly headerText: string;
  /** Its rows from the beginning, the header first. @throws BrokenInput damaged-file */
  readonly batches: () => AsyncGenerator<Batch>;
};

/** The cells of a row, or why it cannot be parted in cells. */
type HeadRow = readonly string[] | RowFault;

/** The text between two places of a file's bytes. */
export type Decode = (bytes: Uint8Array, from: number, to: number) => string;

/**
 * Opens a file of any kind the format allows, and finds out how it is written unless the mapping says so.
 *
 * @throws BrokenInput empty-file, not-text, mixed-encoding, damaged-file, wrong-checksum
 */
export async function openSource({ table, path, mapping, stated }: TableFile): Promise<Source> {
  const found = await lookAt(path);
  const isWhole = isAsStated(found, stated);
  const look = { ...found, encoding: mapping?.encoding ?? found.encoding };
  const decoder = new TextDecoder(look.encoding);
  const decode: Decode = (bytes, from, to) => decoder.decode(bytes.subarray(from, to));
  const beginning = await headOf(path, look.container);
  const separator =
    found.container === "parquet" ? PARQUET_SEPARATOR : await separatorOf(beginning, decode, table, mapping);
  const head = await headRows(beginning, separator, decode, SAMPLE + 1);
  const { bytes } = beginning;
  const headerText = decode(bytes, 0, bytes.includes(LINE_FEED) ? bytes.indexOf(LINE_FEED) : bytes.length);
  return {
    look,
    isWhole,
    separator,
    decode,
    head,
    headerText,
    batches: () => scanRows(piecesOf(path, look.container), separator),
  };
}

/** The text of a row. */
export function rowText({ bytes, rowStarts, rowEnds }: Batch, row: number, decode: Decode): string {
  return decode(bytes, rowStarts[row], rowEnds[row]);
}

/** The cells of a row as texts. */
export function rowCells({ bytes, firstCell, cellStarts, cellEnds }: Batch, row: number, decode: Decode): string[] {
  const [from, to] = [firstCell[row], firstCell[row + 1]];
  return Array.from({ length: to - from }, (_, i) => unquoted(decode(bytes, cellStarts[from + i], cellEnds[from + i])));
}

function isAsStated({ bytes, sha256 }: Look, stated: StatedFile | undefined): boolean {
  if (stated?.bytes !== undefined && stated.bytes !== bytes)
    throw broken("wrong-checksum", { what: "bytes", stated: stated.bytes, found: bytes });
  if (stated?.sha256 !== undefined && stated.sha256 !== sha256)
    throw broken("wrong-checksum", { what: "sha256", stated: stated.sha256, found: sha256 });
  return stated !== undefined;
}

const separators = [",", ";", "\t"] as const;

/** The separator that parts the header in most columns we want, and among those, in most columns. */
async function separatorOf(beginning: Beginning, decode: Decode, table: TableName, mapping?: FileMapping) {
  if (mapping?.separator !== undefined) return mapping.separator === "tab" ? "\t" : mapping.separator;
  const wanted = new Set(columnsOf(table).map(([name]) => headerKey(sourceOf(name, mapping))));
  let best = { separator: ",", score: 0 };
  for (const separator of separators) {
    const [header] = await headRows(beginning, separator, decode, 1);
    const names = header === undefined || "code" in header ? [] : header;
    const score = names.filter((name) => wanted.has(headerKey(name))).length + names.length / (names.length + 1);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function sourceOf(name: string, mapping: FileMapping | undefined): string {
  const source = mapping?.columns[name];
  return source !== undefined && "from" in source ? source.from : name;
}

type Beginning = Awaited<ReturnType<typeof headOf>>;

/** Rows looked at to see how a file writes numbers and dates. */
const SAMPLE = 1000;

async function headRows({ bytes, isAll }: Beginning, separator: string, decode: Decode, most: number) {
  const rows: HeadRow[] = [];
  for await (const batch of scanRows(onePiece(bytes), separator)) {
    const whole = batch.isOpen && !isAll ? batch.rows - 1 : batch.rows;
    for (let row = 0; row < whole && rows.length < most; row++)
      rows.push(batch.faults.get(row) ?? rowCells(batch, row, decode));
    if (rows.length === most) break;
  }
  return rows;
}

async function* onePiece(bytes: Uint8Array) {
  yield bytes;
}
