import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { broken } from "#core/faults/fault.ts";
import { latest, migrateTo } from "../migrate.ts";
import type { Store } from "../open.ts";
import { type ArchivedTable, type Manifest, readManifest, tablePath } from "./manifest.ts";
import { measuring } from "./measure.ts";
import { quoted } from "./write.ts";

/**
 * Puts a backup in the place of what the database holds: all of it, or nothing at all. The backup may come from the
 * other kind of database, from another major version of PostgreSQL, and from an older program.
 *
 * @param replace whether users and plans that are there may go
 * @throws BrokenInput not-a-backup, damaged-backup, database-newer, database-not-empty
 */
export async function restoreBackup(store: Store, folder: string, replace: boolean): Promise<Manifest> {
  const manifest = readManifest(folder);
  if (manifest.schema > latest) throw broken("database-newer", { number: manifest.schema, known: latest });
  for (const table of manifest.tables) await checkTable(folder, table);
  const client = await store.pool.connect();
  try {
    await client.query("begin");
    await client.query("set local lock_timeout = '30s'");
    await client.query("select set_config('pejl.scope', '*', true)");
    if (!replace) await checkEmpty(client);
    await client.query("drop schema pejl cascade");
    await migrateTo(client, manifest.schema);
    for (const table of manifest.tables) await readTable(client, folder, table);
    await migrateTo(client, latest);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  return manifest;
}

/** Reads a table's file through before the database is touched. */
async function checkTable(folder: string, { name, bytes, sha256 }: ArchivedTable) {
  const { stream, measured } = measuring();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  try {
    await pipeline(createReadStream(tablePath(folder, name)), createGunzip(), stream, nowhere);
  } catch {
    throw broken("damaged-backup", { table: name, what: packing, found: damaged, stated: whole });
  }
  const found = measured();
  if (found.bytes !== bytes)
    throw broken("damaged-backup", { table: name, what: "bytes", found: found.bytes, stated: bytes });
  if (found.sha256 !== sha256)
    throw broken("damaged-backup", { table: name, what: "sha256", found: found.sha256, stated: sha256 });
}

async function checkEmpty(client: pg.ClientBase) {
  const { rows } = await client.query(
    "select (select count(*) from account) as accounts, (select count(*) from plan) as plans",
  );
  const [{ accounts, plans }] = rows;
  if (accounts > 0 || plans > 0) throw broken("database-not-empty", { accounts, plans });
}

/** COPY takes no rows into a table whose rules bind the one who copies: they are lifted for it, in this transaction. */
async function readTable(client: pg.ClientBase, folder: string, { name, columns, rows }: ArchivedTable) {
  const { rows: found } = await client.query(
    "select relforcerowsecurity as bound from pg_class where oid = $1::regclass",
    [`pejl.${name}`],
  );
  if (found[0].bound) await client.query(`alter table ${name} no force row level security`);
  const into = client.query(copyFrom(`copy ${name} (${quoted(columns)}) from stdin`));
  await pipeline(createReadStream(tablePath(folder, name)), createGunzip(), into);
  if (found[0].bound) await client.query(`alter table ${name} force row level security`);
  if (into.rowCount !== rows)
    throw broken("damaged-backup", { table: name, what: rowWord, found: into.rowCount, stated: rows });
}

const rowWord = { da: "rækker", en: "rows" };
const packing = { da: "en pakning, der er", en: "a packing that is" };
const damaged = { da: "beskadiget", en: "damaged" };
const whole = { da: "hel", en: "whole" };
