import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { broken } from "#core/faults/fault.ts";

/** One step of the schema: `0001-people.sql`. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

const folder = new URL("migrations/", import.meta.url);

/** The steps of the schema, in order. */
export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .toSorted()
  .map((name) => {
    const sql = readFileSync(new URL(name, folder), "utf8").replaceAll("\r\n", "\n");
    return { number: Number.parseInt(name, 10), name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });

/** The schema this program knows. */
export const latest: number = migrations.at(-1)?.number ?? 0;

/**
 * Brings the schema forward, each step whole or not at all; processes that open the database at once wait in line.
 *
 * @throws BrokenInput database-newer, migration-changed
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    if ((await applied(client)) === latest) return;
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('pejlemaerke schema'))");
    await migrateTo(client, latest);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Brings the schema to a number, within the transaction the client is in. */
export async function migrateTo(client: pg.ClientBase, to: number): Promise<void> {
  await client.query("create schema if not exists pejl");
  await client.query(
    "create table if not exists migration (number int primary key, name text not null, sha256 text not null)",
  );
  await client.query("select set_config('pejl.scope', '*', true)");
  const done = await applied(client);
  for (const { number, name, sql, sha256 } of migrations)
    if (number > done && number <= to) {
      await client.query(sql);
      await client.query("insert into migration values ($1, $2, $3)", [number, name, sha256]);
    }
}

/** The number of the last step done; 0 of an empty database. */
async function applied(client: pg.ClientBase): Promise<number> {
  const { rows: found } = await client.query("select to_regclass('pejl.migration') is not null as there");
  if (!found[0].there) return 0;
  const { rows } = await client.query("select number, name, sha256 from migration order by number");
  const done: number = rows.at(-1)?.number ?? 0;
  if (done > latest) throw broken("database-newer", { number: done, known: latest });
  const changed = rows.find(
    ({ name, sha256 }) => !migrations.some((one) => one.name === name && one.sha256 === sha256),
  );
  if (changed !== undefined) throw broken("migration-changed", { name: changed.name });
  return done;
}
