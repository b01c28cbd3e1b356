import { createHash } from "node:crypto";
import { type Tables, tablesOf, type Words } from "#core/register/canonical.ts";
import { columnOf } from "#core/register/order.ts";
import { columnsOf } from "#core/register/schema.ts";

/** What is hashed beside the rows: the same rows of another day or under another key are another snapshot. */
export type IdentityHead = {
  readonly name: string;
  readonly extracted: string;
  readonly covers: Readonly<Record<string, string>>;
  readonly simulated: boolean;
  readonly key?: string;
};

/**
 * The id of a snapshot: a hash of its canonical content, tables and words in the order of the format. Persons are hashed
 * by their pseudonyms, since from a hash of few known rows a CPR number could be found by trying them all.
 */
export function identityOf(head: IdentityHead, tables: Tables, words: Words): string {
  const hash = createHash("sha256");
  const { name, extracted, covers, simulated, key = "" } = head;
  hash.update(JSON.stringify([1, name, extracted, Object.entries(covers).sort(), simulated, key]));
  for (const rows of tablesOf(tables)) {
    hash.update(`\n${rows.table} ${rows.count}\n`);
    for (const [column] of columnsOf(rows.table)) {
      const { buffer, byteOffset, byteLength } = columnOf(rows, column);
      hash.update(new Uint8Array(buffer, byteOffset, byteLength));
    }
  }
  for (const [list, known] of Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`\n${list}\n${known.join("\n")}`);
  return hash.digest("hex").slice(0, 24);
}
