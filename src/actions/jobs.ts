import { randomUUID } from "node:crypto";
import type { Held } from "#core/access/decide.ts";
import { broken } from "#core/faults/fault.ts";
import { namesOf } from "#store/accounts.ts";
import type { Rows } from "#store/connection.ts";
import { addJob, cancelJob as cancel, findJob, type Job, listJobs as list } from "#store/jobs.ts";
import { action } from "./action.ts";

/** Asks for long work to be done; answers with the job's id. What it does checks its own rights, as who asked. */
export const startJob = action<{ kind: string; input: unknown; municipality: string }, string>({
  act: "start-job",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows, actor, at }, { kind, input, municipality }) => {
    const id = randomUUID();
    await addJob(rows, { id, kind, input, municipality, askedBy: actor.id, asked: at });
    return id;
  },
  tells: ({ kind }, id) => ({ subject: `job ${id} ${kind}` }),
});

/** A job, and what the account that asked for it is called. */
export type NamedJob = Job & { readonly who: string };

/** How a job stands, and its result when it is done. @throws BrokenInput not-there */
export const readJob = action<{ id: string }, NamedJob>({
  act: "read-job",
  on: jobSubject,
  does: async ({ rows }, { id }) => (await named(rows, [await getJob(rows, id)]))[0],
  // It is asked again and again while the job goes on.
  tells: () => undefined,
});

/** The newest jobs that the person asked for, or that their municipality did. */
export const listJobs = action<{ ownOnly: boolean }, NamedJob[]>({
  act: "read-job",
  on: ({ ownOnly }, _, { actor }) => ({
    municipalities: actor.grants.map(({ municipality }) => municipality),
    worker: ownOnly ? actor.id : undefined,
  }),
  does: async ({ rows, actor }, { ownOnly }) =>
    named(
      rows,
      (await list(rows)).filter(({ askedBy }) => !ownOnly || askedBy === actor.id),
    ),
  tells: (_, jobs) => ({ subject: "jobs", count: jobs.length }),
});

/** Cancels a job: at once while it waits, otherwise as soon as its worker looks up. */
export const cancelJob = action<{ id: string }, void>({
  act: "cancel-job",
  on: jobSubject,
  does: ({ rows, at }, { id }) => cancel(rows, id, at),
  tells: ({ id }) => ({ subject: `job ${id}` }),
});

async function named(rows: Rows, jobs: readonly Job[]): Promise<NamedJob[]> {
  const names = await namesOf(
    rows,
    jobs.map(({ askedBy }) => askedBy),
  );
  return jobs.map((job) => ({ ...job, who: names.get(job.askedBy) ?? job.askedBy }));
}

async function jobSubject({ id }: { id: string }, rows: Rows): Promise<Held> {
  const { municipality, askedBy } = await getJob(rows, id);
  return { municipalities: municipality === undefined ? [] : [municipality], worker: askedBy };
}

async function getJob(rows: Rows, id: string): Promise<Job> {
  const job = await findJob(rows, id);
  if (job === undefined) throw broken("not-there", { kind: { da: "Arbejdet", en: "The job" }, id });
  return job;
}
