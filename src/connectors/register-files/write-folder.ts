import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { tableNames } from "#core/register/canonical.ts";
import { headerOf, lineOf } from "#core/register/line.ts";
import type { WriteRow } from "#core/register/row.ts";
import type { TableName } from "#core/register/schema.ts";

/** What a table's file became. */
export type WrittenFile = {
  readonly table: TableName;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
};

/** A folder that is being filled with the files of a register. */
export type RegisterFolder = {
  readonly write: WriteRow;
  /** Closes the files of the tables. */
  readonly close: () => WrittenFile[];
};

/** Text is gathered to pieces of so many characters before it is written. */
const PIECE = 1 << 18;

/**
 * Opens a file for each of some tables in a new or empty folder, and takes rows for them; rows of other tables are left
 * out. Nothing but one piece of text a table is kept in memory.
 *
 * @throws BrokenInput folder-not-empty
 */
export function openRegisterFolder(folder: string, tables: readonly TableName[] = tableNames()): RegisterFolder {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw broken("folder-not-empty", { folder: basename(folder) });
  const files = new Map(tables.map((table) => [table, openFile(folder, table)]));
  return {
    write: (table, row) => files.get(table)?.add(row),
    close: () => [...files.values()].map((file) => file.close()),
  };
}

function openFile(folder: string, table: TableName) {
  const path = `${table}.csv`;
  const descriptor = openSync(join(folder, path), "wx");
  const hash = createHash("sha256");
  const lineFor = lineOf(table);
  let [piece, rows, bytes] = [`${headerOf(table)}\n`, 0, 0];
  const flush = () => {
    const encoded = Buffer.from(piece, "utf8");
    hash.update(encoded);
    for (let at = 0; at < encoded.length; ) at += writeSync(descriptor, encoded, at);
    bytes += encoded.length;
    piece = "";
  };
  return {
    add: (row: Parameters<typeof lineFor>[0]) => {
      piece += `${lineFor(row)}\n`;
      rows++;
      if (piece.length >= PIECE) flush();
    },
    close: (): WrittenFile => {
      flush();
      closeSync(descriptor);
      return { table, path, rows, bytes, sha256: hash.digest("hex") };
    },
  };
}
