import { fork } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { BrokenInput } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { Tells, Told } from "./register-process.ts";
import type { RegisterReport } from "./register-work.ts";
import type { JobWork } from "./run-jobs.ts";

/** How often, in milliseconds, it is told on how far the work is. */
const OFTEN = 500;

/**
 * Does heavy work on registers in a process of its own, below everything else in priority. Cancelled, it is killed: an
 * import that is killed has imported nothing.
 *
 * @throws BrokenInput with the faults of the work
 */
export async function runRegisterProcess(told: Told, { report, signal }: JobWork): Promise<RegisterReport> {
  const child = fork(program, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  if (child.pid !== undefined) setPriority(child.pid, LOW);
  let latest: Progress | undefined;
  const beat = new AbortController();
  try {
    return await new Promise<RegisterReport>((resolve, reject) => {
      child.on("message", (tells: Tells) => {
        if ("progress" in tells) latest = tells;
        else if ("report" in tells) resolve(tells.report);
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

/** Below ordinary work: the pages come first. */
const LOW = 10;

const program = fileURLToPath(new URL("register-process.ts", import.meta.url));

/** Tells how far the work is until it is over. @throws when the job is to stop */
async function tellOn(latest: () => Progress | undefined, report: JobWork["report"], over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    await wait(OFTEN, undefined, { signal: over }).catch(() => undefined);
    const now = latest();
    if (!over.aborted && now !== undefined) await report(now.progress, now.step);
  }
}
