import { join } from "node:path";
import { type Tables, tablesOf, type Words } from "#core/register/canonical.ts";
import type { WrittenManifest } from "#core/register/manifest.ts";
import { fingerprint, sync, writeDurably } from "../durable.ts";
import { withDuck } from "./duck.ts";
import { publishFolder, startFolder } from "./folder.ts";
import { identityOf } from "./identity.ts";
import { writeTable } from "./table-file.ts";

/** What a snapshot is made of: canonical rows and words, and what its manifest says beside them. */
export type Content = {
  readonly tables: Tables;
  readonly words: Words;
  readonly about: Omit<WrittenManifest, "format" | "id" | "tables" | "words">;
};

/** The id that a content has, or would have. */
export function snapshotId({ tables, words, about }: Content): string {
  return identityOf(about, tables, words);
}

/**
 * Writes a snapshot: first all of it to a folder that nobody looks at, then, when the disk has every byte, under its
 * name. Killed at any instant, it leaves a folder that the next import clears away, and the store as it was.
 *
 * @param beforePublishing runs when all is written and nothing yet to be seen
 */
export async function writeSnapshot(
  store: string,
  content: Content,
  beforePublishing: (id: string) => Promise<void>,
): Promise<string> {
  const id = snapshotId(content);
  const folder = startFolder(store);
  const manifest: WrittenManifest = {
    format: 1,
    id,
    ...content.about,
    tables: await writeTables(folder, content.tables),
    words: writeWords(folder, content.words),
  };
  writeDurably(join(folder, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  await beforePublishing(id);
  publishFolder(store, folder, id);
  return id;
}

/** The file of a table or a list within a snapshot's folder. */
export function tablePath(folder: string, table: string): string {
  return join(folder, "tables", `${table}.parquet`);
}

export function wordsPath(folder: string, list: string): string {
  return join(folder, "words", `${list}.txt`);
}

async function writeTables(folder: string, tables: Tables): Promise<WrittenManifest["tables"]> {
  const written: WrittenManifest["tables"] = {};
  await withDuck(async (duck) => {
    for (const rows of tablesOf(tables)) {
      const path = tablePath(folder, rows.table);
      await writeTable(duck, rows, path);
      sync(path);
      written[rows.table] = { rows: rows.count, ...fingerprint(path) };
    }
  });
  return written;
}

/** A list's words as lines of text, in the order of their numbers; reading them so takes a thirtieth of the time of Parquet. */
function writeWords(folder: string, words: Words): WrittenManifest["words"] {
  const written: WrittenManifest["words"] = {};
  for (const [list, known] of Object.entries(words)) {
    const path = wordsPath(folder, list);
    writeDurably(path, known.map((word) => `${word}\n`).join(""));
    written[list] = { count: known.length, ...fingerprint(path) };
  }
  return written;
}
