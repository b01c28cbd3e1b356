import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { broken } from "#core/faults/fault.ts";
import { verbatim } from "#core/text/text.ts";

const PATIENCE = 60_000;
const PAUSE = 20;

/**
 * Does something while no other process does it under the same lock; one that was killed there leaves a lock that the
 * next removes. The lock keeps starting and stopping apart; that the data are never opened twice PostgreSQL sees to.
 */
export async function withLock<R>(path: string, does: () => Promise<R>): Promise<R> {
  const since = performance.now();
  while (!claim(path)) {
    if (performance.now() - since > PATIENCE)
      throw broken("database-not-started", { folder: verbatim(path), why: heldBy(holderOf(path)) });
    await wait(PAUSE);
  }
  try {
    return await does();
  } finally {
    rmSync(path, { force: true });
  }
}

function claim(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const holder = holderOf(path);
    if (holder !== undefined && !isAlive(holder)) takeAway(path, holder);
    return false;
  }
}

/** Removes the lock of a process that is no more: moved first, so that of two who remove it neither takes a new one. */
function takeAway(path: string, holder: number) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (Number(readFileSync(aside, "utf8")) === holder) rmSync(aside);
    else renameSync(aside, path);
  } catch {
    // Another was quicker.
  }
}

function holderOf(path: string): number | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return text === "" ? undefined : Number(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function heldBy(pid: number | undefined) {
  return { da: `processen ${pid ?? "?"} holder låsen`, en: `process ${pid ?? "?"} holds the lock` };
}
