import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { EVERYTHING } from "#core/access/decide.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import { type Text, verbatim } from "#core/text/text.ts";
import { type Ending, endJob, freeJobs, type Job, releaseJob, reportJob, takeJob } from "#store/jobs.ts";
import type { Database } from "./open-database.ts";

/** What a job's work is given: the job, and a way to tell how far it is. */
export type JobWork = {
  readonly job: Job;
  /** Tells the progress (0 to 1) and what is being done; throws when the job was cancelled, so call it often. */
  readonly report: (progress: number, step?: Text) => Promise<void>;
  /** Aborted when the job was cancelled or the program stops, for work that can be interrupted from outside. */
  readonly signal: AbortSignal;
};

/** The kinds of long work, the most urgent first, each with what does it; what it answers is the job's result, and must be JSON. */
export type JobKinds = Readonly<Record<string, (work: JobWork) => Promise<unknown>>>;

export type Workers = { readonly stop: () => Promise<void> };

type Clock = () => string;

/** How often, in milliseconds, the queue is looked at, a worker tells that it lives, and how long it may be silent. */
const [LOOK, BEAT, SILENCE] = [250, 5_000, 30_000];

/**
 * Does the jobs of the queue, one at a time, until stopped; the one under way then is laid back. What a killed process left under way is taken up again from
 * the start; a job therefore does its writing in one transaction, or in a way that can be done twice.
 */
export function runJobs(database: Database, kinds: JobKinds, clock: Clock): Workers {
  const worker = randomUUID();
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted)
      if (!(await doNext(database, kinds, clock, worker, stopping.signal).catch(() => false)))
        await wait(LOOK, undefined, { signal: stopping.signal }).catch(() => undefined);
  };
  const running = loop();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

/** Takes up the next job and does it; false when none waits. */
export async function doNext(
  { store }: Database,
  kinds: JobKinds,
  clock: Clock,
  worker: string,
  stopping?: AbortSignal,
): Promise<boolean> {
  const now = clock();
  const silentSince = new Date(Date.parse(now) - SILENCE).toISOString();
  const job = await store.within(EVERYTHING, async (rows) => {
    await freeJobs(rows, silentSince, now, broken("job-failed", { why: gone }).faults);
    return takeJob(rows, worker, Object.keys(kinds), now);
  });
  if (job === undefined) return false;
  const ending = await doJob({ store }, job, kinds[job.kind], clock, worker, stopping);
  await store.within(EVERYTHING, (rows) =>
    ending === "stopped" ? releaseJob(rows, job.id, worker) : endJob(rows, job.id, worker, clock(), ending),
  );
  return true;
}

async function doJob(
  { store }: Pick<Database, "store">,
  job: Job,
  does: JobKinds[string],
  clock: Clock,
  worker: string,
  stopping?: AbortSignal,
): Promise<Ending | "stopped"> {
  const cancelled = new AbortController();
  const tell = async (progress?: number, step?: Text) => {
    const goOn = await store.within(EVERYTHING, (rows) => reportJob(rows, job.id, worker, clock(), progress, step));
    if (!goOn) cancelled.abort();
  };
  const beat = setInterval(() => void tell().catch(() => undefined), BEAT);
  const signal = AbortSignal.any([cancelled.signal, ...(stopping === undefined ? [] : [stopping])]);
  const report = async (progress: number, step?: Text) => {
    await tell(progress, step);
    signal.throwIfAborted();
  };
  try {
    return { state: "done", result: await does({ job, report, signal }) };
  } catch (error) {
    if (cancelled.signal.aborted) return { state: "cancelled" };
    if (stopping?.aborted === true) return "stopped";
    if (error instanceof BrokenInput) return { state: "failed", faults: error.faults };
    const why = verbatim(error instanceof Error ? error.message : String(error));
    return { state: "failed", faults: broken("job-failed", { why }).faults };
  } finally {
    clearInterval(beat);
  }
}

const gone = {
  da: "programmet blev afbrudt tre gange undervejs",
  en: "the program was interrupted three times on the way",
};
