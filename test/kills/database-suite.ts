import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { EVERYTHING } from "#core/access/decide.ts";
import { verifyLog } from "#store/audit-log.ts";
import { clusterAt, findAddress, makeCluster, startCluster, stopCluster } from "#store/embedded/cluster.ts";
import { openStore, type Wanted } from "#store/open.ts";
import { secretsOf } from "#store/secrets.ts";
import { type Kind, testFolder } from "../contract/databases.ts";
import { killsOf } from "./count.ts";

const KILLS = killsOf(100);

/** The longest, in milliseconds, that a writer writes before it is killed. */
const LONGEST = 150;

/** A database to kill: how it is opened, where its data are, and what brings it back where its writer does not. */
type Victim = {
  readonly wanted: Wanted;
  readonly data: string;
  readonly revive: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Kills the writing process every time, and every second time the database with it. */
export function killSuite(kind: Kind, victimIn: (folder: string, bin: string) => Promise<Victim>): void {
  const bin = kind.bin();
  test.skipIf(bin === undefined)(
    `${KILLS} kills of ${kind.name} and its writer lose no acknowledged write`,
    async () => {
      const { folder, remove } = testFolder();
      const victim = await victimIn(folder, bin ?? "");
      onTestFinished(async () => {
        await victim.end().catch(() => undefined);
        remove();
      });
      const acknowledged: string[] = [];
      for (let round = 0; round < KILLS; round++) {
        await victim.revive();
        acknowledged.push(...(await writeAndKill(victim, round)));
      }
      await victim.revive();
      const store = await openStore(victim.wanted);
      const { units, logged, verdict } = await store.within(EVERYTHING, async (rows) => ({
        units: (await rows.selectFrom("unit").select("id").execute()).map(({ id }) => id),
        logged: (await rows.selectFrom("audit_entry").select("subject").execute()).map(({ subject }) => subject),
        verdict: await verifyLog(rows, secretsOf("the secret of the kill tests, which is long enough").auditMac),
      }));
      await store.close();
      console.log(`${kind.name}: ${KILLS} kills, ${acknowledged.length} acknowledged writes, ${units.length} found`);
      const found = new Set(units);
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(logged.toSorted()).toEqual(units.map((id) => `unit ${id}`).toSorted());
      expect(verdict).toMatchObject({ whole: true });
    },
  );
}

/** Lets a writer write for a moment, kills it, and tells what it had heard was written. */
async function writeAndKill({ wanted, data }: Victim, round: number): Promise<string[]> {
  const writer = spawn(process.execPath, [program, JSON.stringify(wanted), String(round)], {
    stdio: ["ignore", "pipe", "pipe"],
    // What is compiled once is compiled for all the writers.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "pejl-compiled") },
  });
  let said = "";
  writer.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const lines = createInterface(writer.stdout);
  const heard: string[] = [];
  lines.on("line", (line) => heard.push(line));
  const over = once(writer, "close");
  await Promise.race([once(lines, "line"), over]);
  if (writer.exitCode !== null) throw new Error(`The writer of round ${round} ended of itself: ${said}`);
  await wait((round * 37) % LONGEST);
  if (round % 2 === 1)
    process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  writer.kill("SIGKILL");
  await over;
  return heard;
}

const program = fileURLToPath(new URL("database-writer.ts", import.meta.url));

/** The embedded database: whoever opens it brings it back. */
export async function embeddedVictim(folder: string, bin: string): Promise<Victim> {
  const home = join(folder, "database");
  const end = () => stopCluster(clusterAt(bin, home));
  return { wanted: { folder: home, bin }, data: join(home, "cluster"), revive: async () => undefined, end };
}

/** A server: brought back as a machine's own watch over its services does. */
export async function serverVictim(folder: string, bin: string): Promise<Victim> {
  const cluster = clusterAt(bin, join(folder, "server"));
  await makeCluster(cluster);
  await startCluster(cluster);
  const { host, user, password, database } = findAddress(cluster) ?? {};
  const url = `postgres://${user}:${password}@/${database}?host=${host}`;
  const data = join(folder, "server", "cluster");
  return {
    wanted: { url },
    data,
    revive: () => reviveServer(url, () => startCluster(cluster)),
    end: () => stopCluster(cluster),
  };
}

async function reviveServer(url: string, start: () => Promise<void>) {
  try {
    await (await openStore({ url })).close();
  } catch {
    await start();
  }
}
