import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { type BrokenInput, broken } from "#core/faults/fault.ts";

/**
 * Does some work while nobody else does work in the same folder. The lock is the operating system's lock on an empty
 * SQLite file: it goes with the process, however that dies, so that there are no locks left behind to clear.
 *
 * @param patience how many milliseconds to wait for another one
 * @throws BrokenInput import-running, or another fault that says better what is going on
 */
export async function locked<T>(
  folder: string,
  patience: number,
  work: () => T | Promise<T>,
  busy: BrokenInput = broken("import-running"),
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, ".lock"));
  try {
    for (let waited = 0; !isTaken(lock); waited += STEP) {
      if (waited >= patience) throw busy;
      await setTimeout(STEP);
    }
    return await work();
  } finally {
    lock.close();
  }
}

/** Milliseconds between two attempts. */
const STEP = 20;

const BUSY = 5;

function isTaken(lock: DatabaseSync): boolean {
  try {
    lock.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === BUSY) return false;
    throw error;
  }
}
