import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";
import { messageOf } from "../connection.ts";
import { tableNames } from "../tables.ts";

/** One table of a backup: `tables/<name>.copy.gz`, its rows as PostgreSQL's COPY writes text. */
const table = z.strictObject({
  name: z.enum(tableNames),
  columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
  rows: z.number(),
  /** Of the rows before they were packed. */
  bytes: z.number(),
  sha256: z.string(),
});
export type ArchivedTable = z.output<typeof table>;

/** What a backup holds: `manifest.json`, written last. */
const manifest = z.strictObject({
  format: z.literal("pejlemaerke-database/1"),
  made: z.string(),
  /** The number of the schema's last step; the rows fit that schema, and are brought forward on restoring. */
  schema: z.number(),
  server: z.string(),
  /** Where the audit log ended. */
  audit: z.strictObject({ number: z.number(), seal: z.string() }).optional(),
  tables: z.array(table),
});
export type Manifest = z.output<typeof manifest>;

export const FORMAT: Manifest["format"] = "pejlemaerke-database/1";

/** Where a table of a backup lies. */
export function tablePath(folder: string, name: string): string {
  return join(folder, "tables", `${name}.copy.gz`);
}

/** @throws BrokenInput not-a-backup */
export function readManifest(folder: string): Manifest {
  try {
    const read = manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
    const missing = read.tables.find(({ name }) => !existsSync(tablePath(folder, name)));
    if (missing === undefined) return read;
    throw new Error(`tables/${missing.name}.copy.gz`);
  } catch (error) {
    throw broken("not-a-backup", { folder, why: verbatim(messageOf(error).split("\n")[0]) });
  }
}
