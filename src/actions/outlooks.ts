import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import type { Held } from "#core/access/decide.ts";
import { type Day, formatDay, parseDay } from "#core/calendar/day.ts";
import type { Outlook } from "#core/forecast/outlook/outlook.ts";
import type { Rows } from "#store/connection.ts";
import { findForecast, forecastsOf, keepForecast } from "#store/forecasts.ts";
import { addJob, type Job, listJobs } from "#store/jobs.ts";
import { type Action, action, type Call } from "./action.ts";
import type { Data } from "./open-data.ts";
import type { OutlookWork } from "./outlook-process.ts";
import { limitsOn } from "./parameters.ts";
import { programVersion } from "./register-setting.ts";
import type { JobWork } from "./run-jobs.ts";
import { runProcess } from "./run-process.ts";
import { getSeenRegister, listNewSnapshots, ownersOfWanted, type SeenRegister } from "./seen-registers.ts";

/** Which register is looked ahead from, for which of its municipalities, and as it was known on which day. */
export type OutlookAsked = {
  readonly data: Data;
  readonly register: string;
  /** All of them together without one. */
  readonly municipality?: string | undefined;
  readonly asOf?: Day | undefined;
};

/** Everything a forecast follows from: the same again gives the same figures. */
export type OutlookBasis = {
  readonly register: string;
  readonly municipality?: string;
  readonly asOf: string;
  /** A hash of the model's states and parameters. */
  readonly model: string;
  readonly horizon: number;
  readonly draws: number;
  readonly seed: number;
  readonly limit: number;
  readonly program: string;
};

/** A forecast as it was kept. */
export type KeptOutlook = { readonly basis: OutlookBasis; readonly made: string; readonly outlook: Outlook };

/** The forecast of a register where it is kept, the job that makes it where one is under way, and an earlier one. */
export type ReadOutlook = {
  readonly seen: SeenRegister;
  readonly basis: OutlookBasis;
  readonly kept: KeptOutlook | undefined;
  readonly job: Job | undefined;
  /** The newest forecast that knew at least three months less. */
  readonly earlier: KeptOutlook | undefined;
};

/** How far ahead every forecast looks, in months, and by which chance; a page shows as much of it as is asked. */
const ASKED = { horizon: 24, seed: 1 } as const;

export const outlookKind = "look-ahead";
const input = z.strictObject({
  register: z.string(),
  asOf: z.string(),
  municipality: z.string().optional(),
});

/** Reads the forecast of a register: at once where it has been made. @throws BrokenInput unknown-snapshot */
export const readOutlook = action<OutlookAsked, ReadOutlook>({
  act: "run-forecast",
  on: registerSubject,
  does: async ({ rows }, asked) => {
    const seen = await getSeenRegister(rows, asked.data.folders, asked.register);
    const basis = await basisOf(rows, asked, seen);
    const kept = find(asked.data, basis);
    const job = kept === undefined ? await jobFor(rows, basis) : undefined;
    return { ...{ seen, basis, kept, job }, earlier: kept && earlierThan(asked.data, kept) };
  },
  tells: ({ register }, { basis, kept }) => ({
    subject: `forecast of register ${register}`,
    query: `as of ${basis.asOf}`,
    count: kept === undefined ? 0 : kept.outlook.benefits.length,
  }),
});

/** Asks for the forecast of a register to be made; answers with the job's id: the one under way where there is one. */
export const startOutlook = action<OutlookAsked, string>({
  act: "run-forecast",
  on: registerSubject,
  does: async ({ rows, actor, at }, asked) => {
    const seen = await getSeenRegister(rows, asked.data.folders, asked.register);
    const basis = await basisOf(rows, asked, seen);
    const going = await jobFor(rows, basis);
    if (going !== undefined) return going.id;
    const [owner] = seen.municipalities;
    const id = randomUUID();
    const { register, asOf, municipality } = basis;
    const work = { register, asOf, ...(municipality !== undefined && { municipality }) };
    await addJob(rows, { id, kind: outlookKind, input: work, municipality: owner, askedBy: actor.id, asked: at });
    return id;
  },
  tells: ({ register }, id) => ({ subject: `job ${id} forecast of register ${register}` }),
});

export type OutlookJob = { readonly job: JobWork; readonly data: Data };

/** Makes a forecast and keeps it, as who asked for it: their rights are checked again when it begins. */
export const makeOutlook: Action<OutlookJob, { readonly benefits: number }> = action({
  act: "run-forecast",
  on: ({ job }) => ({ municipalities: [job.job.municipality ?? ""] }),
  does: async ({ rows, at }, { job, data }) => {
    const { register, asOf, municipality } = input.parse(job.job.input);
    const { folders } = data;
    const seen = await getSeenRegister(rows, folders, register);
    const basis = await basisOf(rows, { data, register, municipality, asOf: parseDay(asOf) }, seen);
    const found = find(data, basis);
    if (found !== undefined) return { benefits: found.outlook.benefits.length };
    const { model: _, program: __, ...rest } = basis;
    const work: OutlookWork = { folders, ...rest };
    const program = new URL("outlook-process.ts", import.meta.url);
    const outlook = await runProcess<OutlookWork, Outlook>(program, work, job);
    const kept: KeptOutlook = { basis, made: at, outlook };
    keepForecast(folderOf(data), register, keyOf(basis), kept);
    return { benefits: outlook.benefits.length };
  },
  tells: ({ job }, { benefits }) => ({ subject: `job ${job.job.id} forecast`, count: benefits }),
});

/** A register belongs to its municipalities together. */
export async function registerSubject(
  { data, register }: Pick<OutlookAsked, "data" | "register">,
  rows: Rows,
  call: Call,
): Promise<Held> {
  await listNewSnapshots(data.folders, call);
  return { municipalities: await ownersOfWanted(rows, data.folders, register) };
}

async function basisOf(
  rows: Rows,
  { data, asOf, municipality }: OutlookAsked,
  seen: SeenRegister,
): Promise<OutlookBasis> {
  const day = asOf === undefined || asOf > seen.extracted ? seen.extracted : asOf;
  const { smallestGroup } = await limitsOn(rows, seen.municipalities, day);
  const model = readFlowModel(data.folders.data);
  return {
    ...(municipality !== undefined && seen.municipalities.length > 1 && { municipality }),
    ...{ register: seen.id, asOf: formatDay(day), model: hashOf(JSON.stringify(model)) },
    ...{ ...ASKED, draws: model.draws, limit: smallestGroup, program: programVersion() },
  };
}

function hashOf(words: string): string {
  return createHash("sha256").update(words).digest("hex").slice(0, 24);
}

function keyOf(basis: OutlookBasis): string {
  return hashOf(JSON.stringify(basis));
}

function folderOf({ folders }: Data): string {
  return join(folders.var, "forecasts");
}

function find(data: Data, basis: OutlookBasis): KeptOutlook | undefined {
  return readKept(data, basis.register, keyOf(basis));
}

/** What was kept is what `makeOutlook` wrote. */
function readKept(data: Data, register: string, key: string): KeptOutlook | undefined {
  const found = findForecast(folderOf(data), register, key);
  return isKept(found) ? found : undefined;
}

function isKept(found: unknown): found is KeptOutlook {
  return typeof found === "object" && found !== null && "outlook" in found;
}

/** The job that makes a forecast, while it waits or is under way. */
async function jobFor(rows: Rows, { register, asOf, municipality }: OutlookBasis): Promise<Job | undefined> {
  return (await listJobs(rows)).find(({ kind, state, input: asked }) => {
    if (kind !== outlookKind || (state !== "waiting" && state !== "running")) return false;
    const read = input.safeParse(asked).data;
    return read?.register === register && read.asOf === asOf && read.municipality === municipality;
  });
}

/** How many months less an earlier forecast must have known for what came to be told of it. */
const BETWEEN = 3;

/** The newest forecast of the same people that knew months less, and expected the month that is the last one known now. */
function earlierThan(data: Data, { basis, outlook }: KeptOutlook): KeptOutlook | undefined {
  const folder = folderOf(data);
  const all = forecastsOf(folder, basis.register).flatMap((key) => readKept(data, basis.register, key) ?? []);
  const limit = outlook.benefits[0]?.history.at(-1 - BETWEEN)?.period ?? "";
  const expects = (one: KeptOutlook) =>
    one.outlook.benefits.some(({ coming }) => coming.some(({ period }) => period === outlook.known));
  return all
    .filter((one) => one.basis.municipality === basis.municipality && one.outlook.known <= limit && expects(one))
    .toSorted((a, b) => (a.outlook.known < b.outlook.known ? -1 : 1))
    .at(-1);
}
