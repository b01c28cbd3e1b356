import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { signIn } from "#actions/sign-in.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import { parseDay } from "#core/calendar/day.ts";
import { addAccount, addGrant, addLogin } from "#store/accounts.ts";
import { verifyLog } from "#store/audit-log.ts";
import { openStore, type Wanted } from "#store/open.ts";
import { addPlan } from "#store/plans.ts";
import { secretsOf } from "#store/secrets.ts";
import { debian, embedded, testFolder } from "../contract/databases.ts";
import { killsOf } from "./count.ts";
import { embeddedVictim, serverVictim } from "./database-suite.ts";

const KILLS = killsOf(100);

/** Servers started before they are needed, and the longest, in milliseconds, that one answers before it is killed. */
const [READY, LONGEST] = [2, 150];

const SECRET = "the secret of the kill tests, which is long enough";
const at = "2026-11-22T08:00:00.000Z";

test.for([
  { kind: embedded, victimIn: embeddedVictim },
  { kind: debian, victimIn: serverVictim },
])(
  `${KILLS} kills of the server on $kind.name lose no comment that was acknowledged`,
  async ({ kind, victimIn }, { skip }) => {
    const bin = kind.bin();
    if (bin === undefined) return skip();
    const { folder, remove } = testFolder();
    const victim = await victimIn(folder, bin);
    const waiting = Array.from({ length: READY }, () => startServer(victim.wanted));
    onTestFinished(async () => {
      for (const server of waiting) (await server).kill("SIGKILL");
      await victim.end().catch(() => undefined);
      remove();
    });
    const cookie = await prepare(victim.wanted);
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      await victim.revive();
      const server = await waiting.shift();
      if (server === undefined) throw new Error("no server is ready");
      waiting.push(startServer(victim.wanted));
      acknowledged.push(...(await writeAndKill(server, cookie, round, round % 2 === 1 ? victim.data : undefined)));
    }
    await victim.revive();
    const store = await openStore(victim.wanted);
    const { comments, logged, verdict } = await store.within(EVERYTHING, async (rows) => ({
      comments: (await rows.selectFrom("goal_comment").select("id").execute()).map(({ id }) => id),
      logged: await rows.selectFrom("audit_entry").select("subject").where("act", "=", "comment-goal").execute(),
      verdict: await verifyLog(rows, secretsOf(SECRET).auditMac),
    }));
    await store.close();
    console.log(`${kind.name}: ${KILLS} kills, ${acknowledged.length} acknowledged comments, ${comments.length} found`);
    const found = new Set(comments);
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    expect(logged.map(({ subject }) => subject).toSorted()).toEqual(
      comments.map((id) => `plan killed goal g comment ${id} version 1`).toSorted(),
    );
    expect(verdict).toMatchObject({ whole: true });
  },
);

/** A plan, somebody who comments on it, and the cookie of their session. */
async function prepare(wanted: Wanted): Promise<string> {
  const store = await openStore(wanted);
  await store.within(EVERYTHING, async (rows) => {
    await addPlan(rows, { id: "killed", municipalities: ["851"], title: { da: "Plan", en: "A plan" } }, at);
    await addAccount(rows, { id: "anna", municipality: "851", name: "Anna", language: "da", active: true }, at);
    await addGrant(rows, "anna", { id: "anna-0", role: "analyst", municipality: "851" });
    await addLogin(rows, "anna", "the test", "anna");
  });
  const door = { store, secrets: secretsOf(SECRET), at, today: parseDay("2026-11-22") };
  const token = await signIn(door, { issuer: "the test", subject: "anna" }, "2099-01-01T00:00:00.000Z");
  await store.close();
  return `pejl_session=${token}`;
}

async function startServer(wanted: Wanted): Promise<ChildProcess> {
  const program = fileURLToPath(new URL("server-process.ts", import.meta.url));
  const server = spawn(process.execPath, [program, JSON.stringify(wanted), SECRET], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "pejl-compiled") },
  });
  const died = once(server, "exit").then(([code]) => Promise.reject(new Error(`a server ended of itself: ${code}`)));
  await Promise.race([once(server.stdout, "data"), died]);
  died.catch(() => undefined);
  return server;
}

/** Lets four people comment for a moment, kills the server, and its database with it; tells what was acknowledged. */
async function writeAndKill(server: ChildProcess, cookie: string, round: number, data?: string): Promise<string[]> {
  if (server.stdout === null) throw new Error("the server tells nothing");
  const told = once(createInterface(server.stdout), "line");
  server.stdin?.write("go\n");
  const over = once(server, "close");
  const [port] = await Promise.race([told, over.then(() => Promise.reject(new Error(`round ${round} did not begin`)))]);
  const acknowledged: string[] = [];
  let heard = () => {};
  const first = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const comment = async (writer: string) => {
    for (let n = 0; ; n++) {
      const response = await fetch(`http://127.0.0.1:${port}/api/plans/killed/goals/g/comments`, {
        ...{ method: "POST", body: JSON.stringify({ says: `${round} ${writer} ${n}` }) },
        headers: { cookie, "x-pejlemaerke": "1", "content-type": "application/json" },
      });
      const { id } = await response.json();
      if (response.status !== 200) return;
      acknowledged.push(id);
      heard();
    }
  };
  const writing = ["a", "b", "c", "d"].map((writer) => comment(writer).catch(() => undefined));
  await Promise.race([first, over, Promise.all(writing)]);
  await wait((round * 37) % LONGEST);
  if (data !== undefined)
    process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  server.kill("SIGKILL");
  await Promise.all([over, ...writing]);
  return acknowledged;
}
