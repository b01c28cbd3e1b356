import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { broken } from "#core/faults/fault.ts";
import { openPool } from "../connection.ts";
import { locked } from "../lock.ts";
import { type Cluster, clusterAt, findAddress, isMade, makeCluster, startCluster, stopCluster } from "./cluster.ts";

/** A pool on the embedded database, and what to do to leave it. */
export type Embedded = { readonly pool: pg.Pool; readonly leave: () => Promise<void> };

/**
 * Opens the embedded database in a folder: made at first, started when it does not run, shared when it does. Whoever
 * leaves last stops it; what a killed process left running is taken over by the next.
 *
 * @param bin where PostgreSQL's programs are, if they are anywhere
 * @throws BrokenInput no-database, database-folder-closed, database-not-started
 */
export async function openEmbedded(folder: string, bin: string | undefined): Promise<Embedded> {
  if (bin === undefined) throw broken("no-database", { why: notInstalled });
  const cluster = clusterAt(bin, folder);
  const alone = <R>(does: () => Promise<R>) => locked(join(cluster.folder, "opening"), PATIENCE, does, stuck(folder));
  const pool = await alone(async () => {
    if (!isMade(cluster)) await makeCluster(cluster);
    return (await findAnswering(cluster)) ?? (await start(cluster));
  });
  return { pool, leave: () => alone(() => leave(cluster, pool)) };
}

/** A pool on the cluster when it already runs. */
async function findAnswering(cluster: Cluster): Promise<pg.Pool | undefined> {
  const address = findAddress(cluster);
  if (address === undefined) return undefined;
  const pool = openPool(address);
  try {
    await pool.query("select");
    return pool;
  } catch {
    await pool.end();
    return undefined;
  }
}

async function start(cluster: Cluster): Promise<pg.Pool> {
  await startCluster(cluster);
  const pool = await findAnswering(cluster);
  if (pool === undefined) throw broken("database-not-started", { folder: cluster.folder, why: silent });
  return pool;
}

async function leave(cluster: Cluster, pool: pg.Pool) {
  const alone = await isAlone(pool);
  await pool.end();
  if (alone) await stopCluster(cluster);
}

/**
 * Whether nobody else is connected: the connections of one pool share a name. Who just left may still be on the way
 * out, so it is asked a few times. False when the database no longer answers.
 */
async function isAlone(pool: pg.Pool): Promise<boolean> {
  for (let asked = 0; asked < 5; asked++) {
    const others = await countOthers(pool).catch(() => undefined);
    if (others === undefined) return false;
    if (others === 0) return true;
    await wait(30);
  }
  return false;
}

async function countOthers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query(
    `select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
       and application_name <> current_setting('application_name')`,
  );
  return rows.length;
}

function stuck(folder: string) {
  return broken("database-not-started", { folder, why: opening });
}

/** How many milliseconds one process waits for another to start or stop the database. */
const PATIENCE = 60_000;

const opening = { da: "en anden proces er ved at åbne den", en: "another process is opening it" };
const notInstalled = {
  da: "den indbyggede er ikke installeret på denne maskine",
  en: "the embedded one is not installed on this machine",
};
const silent = { da: "den svarer ikke", en: "it does not answer" };
