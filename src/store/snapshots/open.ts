import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { dictionariesOf, type Tables, type Words } from "#core/register/canonical.ts";
import type { Allocate, Register, Rows } from "#core/register/columns.ts";
import { isTableName, type TableName } from "#core/register/schema.ts";
import { verbatim } from "#core/text/text.ts";
import { type Fingerprint, fingerprint } from "../durable.ts";
import { withDuck } from "./duck.ts";
import type { Stored } from "./folder.ts";
import { readTable } from "./table-file.ts";
import { tablePath, wordsPath } from "./write.ts";

/** Memory that threads can read together. */
const shared: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/**
 * A snapshot as a register in memory.
 *
 * @throws BrokenInput withdrawn-snapshot, or damaged-snapshot when a file is not the one its manifest describes
 */
export async function openSnapshot(stored: Stored): Promise<Register> {
  const { manifest, withdrawn } = stored;
  if (withdrawn !== undefined) throw broken("withdrawn-snapshot", { id: manifest.id, reason: withdrawn.reason });
  const { tables, words } = await readContent(stored);
  const { id, name, extracted, covers, simulated } = manifest;
  return { id, name, extracted, covers, simulated, tables, dictionaries: dictionariesOf(tables, words) };
}

/** The rows and words of a snapshot as they were written. @throws BrokenInput damaged-snapshot */
export async function readContent(stored: Stored): Promise<{ tables: Tables; words: Words }> {
  const words = Object.fromEntries(
    Object.entries(stored.manifest.words).map(([list, stated]) => {
      const path = wordsPath(stored.folder, list);
      checkFile(stored, path, stated);
      return [list, readFileSync(path, "utf8").split("\n").slice(0, -1)];
    }),
  );
  const tables: Record<string, Rows<TableName>> = {};
  await withDuck(async (duck) => {
    for (const [table, stated] of Object.entries(stored.manifest.tables)) {
      if (!isTableName(table)) throw damaged(stored, `${table}?`);
      const path = tablePath(stored.folder, table);
      checkFile(stored, path, stated);
      tables[table] = await readTable(duck, table, stated.rows, path, shared);
    }
  });
  return { tables, words };
}

function checkFile(stored: Stored, path: string, stated: Fingerprint): void {
  if (!existsSync(path)) throw damaged(stored, path);
  const found = fingerprint(path);
  if (found.bytes !== stated.bytes || found.sha256 !== stated.sha256) throw damaged(stored, path);
}

function damaged({ manifest }: Stored, why: string) {
  return broken("damaged-snapshot", { id: manifest.id, why: verbatim(basename(why)) });
}
