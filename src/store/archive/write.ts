import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { broken } from "#core/faults/fault.ts";
import { sync, writeDurably } from "../durable.ts";
import type { Store } from "../open.ts";
import { tableNames } from "../tables.ts";
import { type ArchivedTable, FORMAT, type Manifest, tablePath } from "./manifest.ts";
import { measuring } from "./measure.ts";

/**
 * Writes a backup of the whole database as of one moment to a new folder, while work goes on. It is made beside its
 * place and put there when it is whole. What is sealed stays sealed: the secret is not in it, nor are the register's
 * snapshots, which are files of their own.
 *
 * @throws BrokenInput already-there
 */
export async function writeBackup(store: Store, folder: string, made: string): Promise<Manifest> {
  if (existsSync(folder)) throw broken("already-there", { kind: { da: "Mappen", en: "The folder" }, id: folder });
  const making = `${folder}.making-${process.pid}`;
  mkdirSync(join(making, "tables"), { recursive: true, mode: 0o700 });
  try {
    const manifest = await asOfOneMoment(store, async (client) => {
      const tables: ArchivedTable[] = [];
      for (const name of tableNames) tables.push(await writeTable(client, name, tablePath(making, name)));
      return { format: FORMAT, made, ...(await describe(client)), tables };
    });
    writeDurably(join(making, "manifest.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
    for (const path of [join(making, "tables"), making]) sync(path);
    renameSync(making, folder);
    sync(dirname(folder));
    return manifest;
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}

async function asOfOneMoment<R>({ pool }: Store, does: (client: pg.PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("select set_config('pejl.scope', '*', true)");
    return await does(client);
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}

async function describe(client: pg.ClientBase): Promise<Pick<Manifest, "schema" | "server" | "audit">> {
  const { rows } = await client.query(
    "select max(number) as schema, current_setting('server_version') as server from migration",
  );
  const end = await client.query("select number, seal from audit_head");
  return { ...rows[0], audit: end.rows[0] };
}

async function writeTable(client: pg.ClientBase, name: ArchivedTable["name"], path: string): Promise<ArchivedTable> {
  const { rows: found } = await client.query(
    "select column_name from information_schema.columns where table_schema = 'pejl' and table_name = $1 order by ordinal_position",
    [name],
  );
  const columns = found.map(({ column_name }) => String(column_name));
  const rows = client.query(copyTo(`copy ${name} (${quoted(columns)}) to stdout`));
  const { stream, measured } = measuring();
  await pipeline(rows, stream, createGzip(), createWriteStream(path, { flush: true }));
  return { name, columns, rows: rows.rowCount, ...measured() };
}

/** Column names as SQL has them; some are words of the language. */
export function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
