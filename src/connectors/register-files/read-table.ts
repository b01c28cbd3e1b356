import { BrokenInput, broken } from "#core/faults/fault.ts";
import { type CellReading, readCell } from "#core/register/cell.ts";
import { emptyValue, listOf, type Rows } from "#core/register/columns.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { type Dialect, dialectOf } from "#core/register/dialect.ts";
import type { Dictionaries } from "#core/register/dictionary.ts";
import { growingRows } from "#core/register/growing-rows.ts";
import { type HeaderFault, type PlacedColumn, placeColumns } from "#core/register/header.ts";
import { keys } from "#core/register/keys.ts";
import { knownCodes } from "#core/register/known-codes.ts";
import type { Column, TableName } from "#core/register/schema.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import type { Batch } from "./delimited.ts";
import { columnOf, type Flaw, type RejectedRow, type Rejections, rejectionsOf, shown } from "./rejections.ts";
import { type FilledColumn, rowReader } from "./row-reader.ts";
import { openSource, rowCells, rowText, type Source, type TableFile } from "./source.ts";

/** What every table of a delivery is read with. */
export type Reading = {
  readonly vocabulary: Vocabulary;
  readonly dictionaries: Dictionaries;
  /** Turns the digits of a CPR number into a pseudonym. */
  readonly pseudonym: (digits: string) => string;
  readonly onRejected: (row: RejectedRow) => void;
  readonly onProgress: (progress: Progress) => void;
};

/** How far the reading of a delivery has come. */
export type Progress = { readonly table: TableName; readonly file: string; readonly rows: number };

/** A file as it was found and read. */
export type ReadFile = {
  readonly table: TableName;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly written: Written;
  /** Rows that went in, blank ones not counted. */
  readonly rowsIn: number;
  /** Columns of theirs that were not read. */
  readonly unread: readonly string[];
};

/** How a file was found to be written. */
export type Written = Dialect & {
  readonly container: Source["look"]["container"];
  readonly encoding: Source["look"]["encoding"];
  readonly separator: string;
};

/** The rows of one file, and what became of the others. */
export type ReadTable = {
  readonly read: ReadFile;
  readonly rows: Rows<TableName>;
  /** The line of each row, for tables in which a later row may contradict an earlier one. */
  readonly lines: readonly number[];
  readonly rejections: Rejections;
};

/**
 * Reads one file of a delivery. Rows with a fault are left out and reported.
 *
 * @throws BrokenInput when the file cannot be read at all, or its header not understood
 */
export async function readTable(file: TableFile, reading: Reading): Promise<ReadTable> {
  const { source, width, columns, unread, dialect } = await openTable(file);
  const filled = columns.map((column) => fill(file, column, dialect, reading));
  const readRow = rowReader(file.table, filled, source.decode);
  const rejections = rejectionsOf(file, columns, source.separator, reading.onRejected);
  const rows = growingRows(file.table);
  const lines: number[] = [];
  const hasKey = keys[file.table] !== undefined;
  const numbers: number[] = [];
  let isHeader = true;
  for await (const batch of source.batches()) {
    if (isHeader && isCut(batch, 0, source.isWhole)) throw brokenHeader(file, [cut]);
    for (let row = isHeader ? 1 : 0; row < batch.rows; row++) {
      const misshapen = flawsOfShape(batch, row, width, source.isWhole);
      const flaws = misshapen.length > 0 ? misshapen : readRow(batch, row, numbers);
      if (flaws.length > 0) {
        const cells = rowCells(batch, row, source.decode);
        if (isBlank(cells)) continue;
        rejections.reject({ line: batch.lines[row], text: rowText(batch, row, source.decode), cells }, flaws);
        continue;
      }
      rows.push(numbers);
      if (hasKey) lines.push(batch.lines[row]);
    }
    isHeader &&= batch.rows === 0;
    reading.onProgress({ table: file.table, file: file.name, rows: rows.count() + rejections.rows() });
  }
  const rowsIn = rows.count() + rejections.rows();
  const read = { ...writtenAs(source, dialect), table: file.table, file: file.name, rowsIn, unread };
  return { read, rows: rows.finish(), lines, rejections };
}

/** A file opened and its header understood. */
async function openTable(file: TableFile) {
  const source = await openSource(file);
  const [header, ...sample] = source.head;
  if (header === undefined) throw broken("empty-file", {}, { file: file.name });
  if ("code" in header) throw brokenHeader(file, [header], source);
  const { columns, unread, faults } = placeColumns(file.table, header, file.mapping);
  if (faults.length > 0) throw brokenHeader(file, faults, source);
  const rows = sample.flatMap((row) => ("code" in row ? [] : [row]));
  const { decimal, dates } = { ...dialectIn(rows, columns), ...saidBy(file) };
  const dialect = { ...(decimal && { decimal }), ...(dates && { dates }) };
  return { source, width: header.length, columns, unread: unread.map(hideCpr), dialect };
}

function brokenHeader({ name: file }: TableFile, misreads: readonly HeaderFault[], source?: Source): BrokenInput {
  const columnAt = (at: number | undefined) =>
    at === undefined || source === undefined ? {} : { column: columnOf(source.headerText, source.separator, at) };
  return new BrokenInput(
    misreads.map(({ code, parameters, at }) => ({
      code,
      parameters: shown(parameters),
      place: { file, line: 1, ...columnAt(at) },
    })),
  );
}

function dialectIn(rows: readonly (readonly string[])[], columns: readonly PlacedColumn[]): Dialect {
  const textsOf = (isWanted: (type: Column["type"]) => boolean) =>
    columns.flatMap(({ column, at }) =>
      at !== undefined && isWanted(column.type) ? rows.map((cells) => (cells[at] ?? "").trim()) : [],
    );
  return dialectOf(
    textsOf((type) => type === "number"),
    textsOf((type) => type === "day" || type === "datetime"),
  );
}

/** A mapping's word on the dialect counts for more than what the file shows. */
function saidBy({ mapping }: TableFile): Dialect {
  return { ...(mapping?.decimal && { decimal: mapping.decimal }), ...(mapping?.dates && { dates: mapping.dates }) };
}

function fill(file: TableFile, placed: PlacedColumn, dialect: Dialect, reading: Reading): FilledColumn {
  const { name, column, constant } = placed;
  const list = listOf(column);
  const codes = Object.entries(file.mapping?.codes[name] ?? {});
  const known = knownCodes(reading.vocabulary, file.table, name, column);
  const cells: CellReading = {
    table: file.table,
    name,
    column,
    dialect,
    ...(list && { dictionary: reading.dictionaries[list] }),
    ...(known && { known }),
    ...(codes.length > 0 && { translation: new Map(codes) }),
    ...(placed.cpr !== undefined && { cpr: placed.cpr && reading.pseudonym }),
  };
  const fixed = constant === undefined ? emptyValue(name, column) : readCell(cells, constant);
  if (typeof fixed !== "number") throw brokenHeader(file, [fixed]);
  return { ...placed, reading: cells, fixed };
}

const sound: readonly Flaw[] = [];

const cut: Flaw = { code: "last-row-open", parameters: {}, at: 0 };

/** Whether the file ends within a row, and nothing says that it should. */
function isCut({ rows, isOpen }: Batch, row: number, isWhole: boolean): boolean {
  return isOpen && row === rows - 1 && !isWhole;
}

function flawsOfShape(batch: Batch, row: number, width: number, isWhole: boolean) {
  const cells = batch.firstCell[row + 1] - batch.firstCell[row];
  const fault = batch.faults.get(row);
  const wasCut = isCut(batch, row, isWhole);
  if (fault === undefined && cells === width && !wasCut) return sound;
  const flaws: Flaw[] = fault === undefined ? [] : [fault];
  if (wasCut) flaws.push(cut);
  if (fault === undefined && cells !== width)
    flaws.push({ code: "row-width", parameters: { cells, columns: width }, at: 0 });
  return flaws;
}

/** Spreadsheets leave rows of nothing but separators at the end of a file. */
function isBlank(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => cell.trim() === "");
}

function writtenAs({ look, separator }: Source, dialect: Dialect) {
  const { bytes, sha256, container, encoding } = look;
  return { bytes, sha256, written: { container, encoding, separator, ...dialect } };
}
