import type pg from "pg";
import type { Scope } from "#core/access/decide.ts";
import { checkServer, openPool, queriesOf, type Rows, setScope } from "./connection.ts";
import { findBinaries } from "./embedded/binaries.ts";
import { openEmbedded } from "./embedded/open.ts";
import { migrate } from "./migrate.ts";

/** The database, open: what it holds is reached through a transaction that sees the rows of a scope. */
export type Store = {
  readonly kind: "embedded" | "server";
  /** Does something in one transaction: whole, or not at all when it throws. */
  readonly within: <R>(scope: Scope, does: (rows: Rows) => Promise<R>) => Promise<R>;
  /** For what needs a connection of its own, as backups do. */
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

/** Which database: a server by its URL, or the embedded one in a folder (with PostgreSQL's programs from elsewhere). */
export type Wanted = { readonly url: string } | { readonly folder: string; readonly bin?: string };

/**
 * Opens the database and brings its schema forward.
 *
 * @throws BrokenInput when there is none, it does not answer, is too old, or does not bind its user by its rules
 */
export async function openStore(wanted: Wanted): Promise<Store> {
  const { kind, pool, leave } = await connect(wanted);
  try {
    await checkServer(pool);
    await migrate(pool);
  } catch (error) {
    await leave();
    throw error;
  }
  const queries = queriesOf(pool);
  const within: Store["within"] = (scope, does) =>
    queries.transaction().execute(async (rows) => {
      await setScope(rows, scope);
      return does(rows);
    });
  return { kind, within, pool, close: leave };
}

async function connect(wanted: Wanted) {
  if ("folder" in wanted) {
    const { folder, bin = findBinaries() } = wanted;
    return { kind: "embedded" as const, ...(await openEmbedded(folder, bin)) };
  }
  const pool = openPool({ connectionString: wanted.url });
  return { kind: "server" as const, pool, leave: () => pool.end() };
}
