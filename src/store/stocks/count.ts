import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Period } from "#core/calendar/period.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import { type SharedRegister, share } from "./memory.ts";

/** Counts of benefit stocks: cell `c` and period `p` stand at `c * periods + p`. */
export type StockCounts = {
  readonly cells: readonly Readonly<Record<string, string>>[];
  /** Days times degree. */
  readonly days: Float64Array;
  readonly persons: Float64Array;
};

/** What one thread is given to count, and what it answers. */
export type StockTask = {
  readonly register: SharedRegister;
  readonly periods: readonly Period[];
  readonly by: readonly string[];
  readonly persons: { readonly from: number; readonly to: number };
};

/** So many parts of the persons a thread: the last ones are then not long in waiting for each other. */
const PARTS = 4;

/**
 * Full-time persons and persons on benefits by cell and period, counted by several threads that read the same memory.
 * The same figures as one thread counts, however many there are.
 *
 * @param by dimensions that a benefit row or a residence tells: `benefit`, `municipality`, `duration`
 */
export async function countStocksTogether(
  read: AsOf,
  periods: readonly Period[],
  by: readonly string[],
  threads = availableParallelism(),
): Promise<StockCounts> {
  const register = share(read);
  const size = Math.max(1, Math.ceil(register.persons / (threads * PARTS)));
  const tasks: StockTask[] = [];
  for (let from = 0; from < register.persons; from += size)
    tasks.push({ register, periods, by, persons: { from, to: Math.min(from + size, register.persons) } });
  const workers = Array.from({ length: threads }, () => new Worker(new URL("worker.ts", import.meta.url)));
  const counts: StockCounts[] = new Array(tasks.length);
  let next = 0;
  try {
    await Promise.all(
      workers.map(async (worker) => {
        // The next part is taken when the last is done, and is remembered by its place: the sum does not depend on who was first.
        for (let at = next++; at < tasks.length; at = next++) counts[at] = await ask(worker, tasks[at]);
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return addCounts(counts, periods.length);
}

function ask(worker: Worker, task: StockTask): Promise<StockCounts> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (counts: StockCounts) => {
      worker.off("error", reject);
      resolve(counts);
    });
    worker.postMessage(task);
  });
}

function addCounts(counts: readonly StockCounts[], periods: number): StockCounts {
  const at = new Map<string, number>();
  const cells: Readonly<Record<string, string>>[] = [];
  for (const part of counts)
    for (const words of part.cells) {
      const key = JSON.stringify(words);
      if (at.has(key)) continue;
      at.set(key, cells.length);
      cells.push(words);
    }
  const days = new Float64Array(cells.length * periods);
  const persons = new Float64Array(cells.length * periods);
  for (const part of counts)
    for (const [c, words] of part.cells.entries()) {
      const start = (at.get(JSON.stringify(words)) ?? 0) * periods;
      for (let p = 0; p < periods; p++) {
        days[start + p] += part.days[c * periods + p];
        persons[start + p] += part.persons[c * periods + p];
      }
    }
  return { cells, days, persons };
}
