import { type Selectable, sql } from "kysely";
import type { Fault } from "#core/faults/fault.ts";
import type { Text } from "#core/text/text.ts";
import type { Rows } from "./connection.ts";
import { readText } from "./json.ts";
import type { Tables } from "./tables.ts";

/** Long work: asked for, taken up by a worker, told of while it goes on, and kept with its result. */
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly municipality?: string;
  readonly askedBy: string;
  readonly asked: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly attempts: number;
  /** How much is done, 0 to 1, and what is being done. */
  readonly progress: number;
  readonly step?: Text;
  readonly begun?: string;
  readonly ended?: string;
  readonly result?: unknown;
  readonly faults?: unknown;
};

export type AskedJob = Pick<Job, "id" | "kind" | "input" | "municipality" | "askedBy" | "asked">;

/** How often a job may be taken up: one that was under way in as many killed processes is given up. */
const MOST_ATTEMPTS = 3;

/** Puts a job in the queue. */
export async function addJob(rows: Rows, { id, kind, input, municipality, askedBy, asked }: AskedJob): Promise<void> {
  const row = { id, kind, input: JSON.stringify(input), municipality: municipality ?? null, asked_by: askedBy, asked };
  await rows.insertInto("job").values(row).execute();
}

/** The job, if it may be seen. */
export async function findJob(rows: Rows, id: string): Promise<Job | undefined> {
  const found = await rows.selectFrom("job").selectAll().where("id", "=", id).executeTakeFirst();
  return found === undefined ? undefined : toJob(found);
}

/** The newest jobs that may be seen. */
export async function listJobs(rows: Rows, limit = 50): Promise<Job[]> {
  return (await rows.selectFrom("job").selectAll().orderBy("asked", "desc").limit(limit).execute()).map(toJob);
}

/**
 * Takes up a job of the kinds a worker knows, the most urgent kind first, and of a kind the one that has waited longest; no
 * two workers take the same.
 */
export async function takeJob(
  rows: Rows,
  worker: string,
  kinds: readonly string[],
  at: string,
): Promise<Job | undefined> {
  const urgency = sql`array_position(${sql.val(kinds)}::text[], kind)`;
  const next = rows
    .selectFrom("job")
    .select("id")
    .where("state", "=", "waiting")
    .where("kind", "in", [...kinds, ""]);
  const found = await rows
    .updateTable("job")
    .set({ state: "running", worker, begun: at, heard: at, attempts: sql`attempts + 1` })
    .where("id", "=", next.orderBy(urgency).orderBy("asked").orderBy("id").limit(1).forUpdate().skipLocked())
    .returningAll()
    .executeTakeFirst();
  return found === undefined ? undefined : toJob(found);
}

/** Tells how far a job is, and that its worker lives; false when it is to stop: cancelled, or taken by another. */
export async function reportJob(rows: Rows, id: string, worker: string, at: string, progress?: number, step?: Text) {
  const told = { progress, step: step === undefined ? undefined : JSON.stringify(step) };
  const row = await rows
    .updateTable("job")
    .set({ heard: at, ...told })
    .where("id", "=", id)
    .where("worker", "=", worker)
    .where("state", "=", "running")
    .returning("cancel")
    .executeTakeFirst();
  return row?.cancel === false;
}

/** How a job ended. */
export type Ending =
  | { readonly state: "done"; readonly result: unknown }
  | { readonly state: "failed"; readonly faults: readonly Fault[] }
  | { readonly state: "cancelled" };

/** Keeps how a job ended, unless another worker has it. */
export async function endJob(rows: Rows, id: string, worker: string, at: string, ending: Ending): Promise<void> {
  const result = ending.state === "done" ? { result: JSON.stringify(ending.result ?? null), progress: 1 } : {};
  const faults = ending.state === "failed" ? { faults: JSON.stringify(ending.faults) } : {};
  const its = rows.updateTable("job").set({ state: ending.state, ended: at, ...result, ...faults });
  await its.where("id", "=", id).where("worker", "=", worker).where("state", "=", "running").execute();
}

/** Lets a job wait again because its worker stops, as if it had not been taken up. */
export async function releaseJob(rows: Rows, id: string, worker: string): Promise<void> {
  const its = rows.updateTable("job").where("id", "=", id).where("worker", "=", worker).where("state", "=", "running");
  await its.set({ state: "waiting", worker: null, progress: 0, step: null, attempts: sql`attempts - 1` }).execute();
}

/** Cancels a job: one that waits at once, one under way as soon as its worker asks whether to go on. */
export async function cancelJob(rows: Rows, id: string, at: string): Promise<void> {
  const its = rows.updateTable("job").where("id", "=", id);
  await its.set({ state: "cancelled", cancel: true, ended: at }).where("state", "=", "waiting").execute();
  await its.set({ cancel: true }).where("state", "=", "running").execute();
}

/**
 * Lets the jobs of workers that have not been heard of since a moment wait again, from the start; those that were taken
 * up too often already, or were to be cancelled, end.
 */
export async function freeJobs(rows: Rows, silentSince: string, at: string, faults: readonly Fault[]): Promise<void> {
  const silent = rows.updateTable("job").where("state", "=", "running").where("heard", "<", silentSince);
  await silent.set({ state: "cancelled", ended: at }).where("cancel", "=", true).execute();
  const givenUp = silent.set({ state: "failed", ended: at, faults: JSON.stringify(faults) });
  await givenUp.where("attempts", ">=", MOST_ATTEMPTS).execute();
  await silent.set({ state: "waiting", worker: null, progress: 0, step: null }).execute();
}

function toJob(row: Selectable<Tables["job"]>): Job {
  const {
    id,
    kind,
    input,
    municipality,
    asked_by: askedBy,
    asked,
    state,
    attempts,
    progress,
    step,
    begun,
    ended,
  } = row;
  return {
    ...{ id, kind, input, municipality: municipality ?? undefined, askedBy, asked, state, attempts, progress },
    ...{ step: step === null ? undefined : readText(step), begun: begun ?? undefined, ended: ended ?? undefined },
    ...{ result: row.result ?? undefined, faults: row.faults ?? undefined },
  };
}
