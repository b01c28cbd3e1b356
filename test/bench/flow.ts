import { Worker } from "node:worker_threads";
import { spread } from "./clock.ts";

export const DRAWS = 1000;
export const MONTHS = 24;
export const RUNS = 5;

/** How many times a small register: as many people as a town of Aalborg's size has on benefits. */
export const TIMES = 9;

/** What the thread tells. */
export type Told =
  | {
      readonly ready: {
        readonly rows: number;
        readonly people: number;
        readonly seeing: number;
        readonly learning: number;
      };
    }
  | { readonly done: { readonly times: readonly number[]; readonly told: number } }
  | { readonly share: number }
  | { readonly ended: { readonly after: number; readonly isCancelled: boolean } };

/**
 * A thousand futures of 24 months for a town of Aalborg's size, in a thread that tells how far it is; then a hundred
 * times as many, cancelled when the first share of them is told.
 */
export async function benchFlow(): Promise<void> {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("flow-thread.ts", import.meta.url), { workerData: cancelled });
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (told: Told) => {
      if ("ready" in told) {
        const { rows, people, seeing, learning } = told.ready;
        console.log(`Flow model, ${rows} rows of benefits, ${people} people followed`);
        console.log(`  seen in ${seeing.toFixed(2)} s, learnt in ${learning.toFixed(2)} s`);
      } else if ("done" in told) {
        console.log(`  ${DRAWS} futures of ${MONTHS} months in ${spread(told.done.times)} s, in a thread`);
        if (told.done.told !== 1) reject(new Error("progress was not told to the end"));
      } else if ("share" in told) Atomics.store(cancelled, 0, 1);
      else if (told.ended.isCancelled) {
        console.log(`  a hundred times as many cancelled after ${told.ended.after.toFixed(3)} s`);
        resolve();
      } else reject(new Error("it could not be cancelled"));
    });
    worker.on("error", reject);
  });
  await worker.terminate();
}
