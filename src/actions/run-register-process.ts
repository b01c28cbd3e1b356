import type { Told } from "./register-process.ts";
import type { RegisterReport } from "./register-work.ts";
import type { JobWork } from "./run-jobs.ts";
import { runProcess } from "./run-process.ts";

/**
 * Does heavy work on registers in a process of its own. Cancelled, it is killed: an import that is killed has imported
 * nothing.
 *
 * @throws BrokenInput with the faults of the work
 */
export function runRegisterProcess(told: Told, job: JobWork): Promise<RegisterReport> {
  return runProcess<Told, RegisterReport>(new URL("register-process.ts", import.meta.url), told, job);
}
