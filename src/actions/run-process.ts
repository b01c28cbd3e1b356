import { fork } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { BrokenInput, type Fault } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { JobWork } from "./run-jobs.ts";

/** What a process of its own tells the one that started it: how far it is, and then its answer or why there is none. */
export type Tells<Answer> =
  | { readonly progress: number; readonly step: Text }
  | { readonly answer: Answer }
  | { readonly faults: readonly Fault[] }
  | { readonly failed: string };

/** How often, in milliseconds, it is told on how far the work is. */
const OFTEN = 500;

/** Below ordinary work: the pages come first. */
const LOW = 10;

/**
 * Does heavy work in a process of its own, below everything else in priority. Cancelled, it is killed: what it does must
 * be done at the very end, or be something that can be done again.
 *
 * @param program the file that `answerOnce` is called in
 * @throws BrokenInput with the faults of the work
 */
export async function runProcess<Told extends object, Answer>(
  program: URL,
  told: Told,
  { report, signal }: JobWork,
): Promise<Answer> {
  const child = fork(fileURLToPath(program), { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  if (child.pid !== undefined) setPriority(child.pid, LOW);
  let latest: Progress | undefined;
  const beat = new AbortController();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      child.on("message", (tells: Tells<Answer>) => {
        if ("progress" in tells) latest = tells;
        else if ("answer" in tells) resolve(tells.answer);
        else reject("faults" in tells ? new BrokenInput(tells.faults) : new Error(tells.failed));
      });
      child.once("error", reject);
      child.once("exit", (code, killedBy) => reject(new Error(`the process ended: ${killedBy ?? code}`)));
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      tellOn(() => latest, report, beat.signal).catch(reject);
      child.send(told);
    });
  } finally {
    beat.abort();
    child.kill("SIGKILL");
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
}

type Progress = { readonly progress: number; readonly step: Text };

/** Tells how far the work is until it is over. @throws when the job is to stop */
async function tellOn(latest: () => Progress | undefined, report: JobWork["report"], over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await wait(OFTEN, undefined, { signal: over }).catch(() => undefined);
    const now = latest();
    if (!over.aborted && now !== undefined) await report(now.progress, now.step);
  }
}
