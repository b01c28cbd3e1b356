import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";
import type { Tables } from "./tables.ts";

/** The rows of the database as one transaction sees them. */
export type Rows = Transaction<Tables>;

/** Where a database answers. */
export type Address = pg.PoolConfig;

/** How many connections one process keeps at most. */
const MOST_CONNECTIONS = 10;

/** A pool of connections whose values are plain ones: numbers are numbers, days and moments ISO text. */
export function openPool(address: Address): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    application_name: `pejl ${randomUUID()}`,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 30_000,
    options: "-c search_path=pejl -c timezone=UTC -c datestyle=ISO -c bytea_output=hex -c extra_float_digits=1",
    types: { getTypeParser },
  });
  // A connection that breaks while idle is thrown away; who needs one next gets a new one or a fault.
  pool.on("error", () => undefined);
  // One that breaks while it is used says so twice: to the query that waits, which fails, and to nobody.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** The query builder over a pool. */
export function queriesOf(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

const { DATE, INT8, NUMERIC, TIMESTAMPTZ } = pg.types.builtins;

const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [INT8, Number],
  [NUMERIC, Number],
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

function getTypeParser(oid: number, format?: "text" | "binary") {
  return (format !== "binary" && parsers.get(oid)) || pg.types.getTypeParser(oid, format);
}

/**
 * Sees that a server can be used: new enough, and reached as a user whom its access rules bind.
 *
 * @throws BrokenInput database-unreachable, database-too-old, database-user-too-mighty
 */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         rolname as user, rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user`,
    )
    .catch((error: unknown) => {
      throw broken("database-unreachable", { why: verbatim(messageOf(error)) });
    });
  const [{ version, number, user, mighty }] = rows;
  if (number < 150_000) throw broken("database-too-old", { version });
  if (mighty) throw broken("database-user-too-mighty", { user });
}

/** What an error says; of several at once, as Node gives for a host with two addresses, the first. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** Sets which rows a transaction sees. */
export async function setScope(rows: Rows, scope: readonly string[]): Promise<void> {
  await sql`select set_config('pejl.scope', ${scope.join(",")}, true)`.execute(rows);
}

/** Reads beyond what a transaction sees, for what anybody may know who sees what it belongs to; then it sees as before. */
export async function withScope<R>(rows: Rows, scope: readonly string[], does: () => Promise<R>): Promise<R> {
  const found = await sql<{ scope: string }>`select current_setting('pejl.scope') as scope`.execute(rows);
  await setScope(rows, scope);
  const result = await does();
  await setScope(rows, found.rows[0].scope.split(","));
  return result;
}

/** Whether a write was refused because its row would not have been seen. */
export function isBeyondScope(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42501";
}
