import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";
import { broken } from "#core/faults/fault.ts";
import type { Rows } from "#store/connection.ts";
import { addJob } from "#store/jobs.ts";
import { listSnapshot } from "#store/snapshot-list.ts";
import { getUpload, keepFile, makeUpload, removeUpload } from "#store/uploads.ts";
import { type Action, action, type Call } from "./action.ts";
import { plansToHand } from "./changes-if-accepted.ts";
import type { Folders } from "./open-data.ts";
import type { RegisterReport } from "./register-work.ts";
import type { JobWork } from "./run-jobs.ts";
import { runRegisterProcess } from "./run-register-process.ts";

const municipality = z.string();

/** What is asked of a job on a register, as the job keeps it. */
const inputs = {
  "check-register": z.strictObject({ municipality, upload: z.string(), name: z.string().optional() }),
  "import-register": z.strictObject({
    ...{ municipality, upload: z.string(), name: z.string().optional() },
    /** What a human has answered the import guard, and whether the good rows may come alone. */
    ...{ accept: z.boolean(), acceptPartial: z.boolean() },
  }),
  "simulate-register": z.strictObject({
    ...{ municipality, beside: z.array(municipality).optional() },
    ...{ from: z.string(), to: z.string(), seed: z.number(), scale: z.number() },
  }),
} as const;
type Inputs = { readonly [K in keyof typeof inputs]: z.output<(typeof inputs)[K]> };

/** The most that one upload may hold, in bytes. */
const MOST = 4 * 1024 ** 3;

type Place = { readonly municipality: string; readonly folders: Folders };

/** Makes room for the files of a register; answers with the upload's id. */
export const beginUpload = action<Place, string>({
  act: "import-register",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ at }, { municipality, folders }) => makeUpload(uploads(folders), municipality, at),
  tells: (_, id) => ({ subject: `upload ${id}` }),
});

/** A file that was kept. */
export type KeptFile = { readonly name: string; readonly bytes: number };

/** Keeps the files of an upload as they come; all of them, or none. @throws BrokenInput file-not-taken, too-much */
export async function takeFiles(
  { municipality, folders }: Place,
  id: string,
  files: AsyncIterable<{ readonly filename: string; readonly file: Readable }>,
): Promise<KeptFile[]> {
  const folder = getUpload(uploads(folders), municipality, id);
  const kept: KeptFile[] = [];
  try {
    for await (const { filename: name, file } of files) {
      kept.push({ name, bytes: await keepFile(folder, name, file) });
      if (kept.reduce((sum, { bytes }) => sum + bytes, 0) > MOST) throw broken("too-much");
    }
    if (kept.length === 0) throw broken("no-benefits", { folder: "–" });
    return kept;
  } catch (error) {
    removeUpload(folder);
    throw error;
  }
}

/** Asks for an upload to be checked, or imported with what a human has answered; answers with the job's id. */
export const startCheck: Action<Inputs["check-register"], string> = starting("check-register");
export const startImport: Action<Inputs["import-register"], string> = starting("import-register");
/** Asks for a register of people who do not exist. */
export const startSimulation: Action<Inputs["simulate-register"], string> = starting("simulate-register");

function starting<K extends keyof Inputs>(kind: K) {
  return action<Inputs[K], string>({
    act: "import-register",
    on: ({ municipality }) => ({ municipalities: [municipality] }),
    does: async ({ rows, actor, at }, input) => {
      const id = randomUUID();
      await addJob(rows, { id, kind, input, municipality: input.municipality, askedBy: actor.id, asked: at });
      return id;
    },
    tells: (_, id) => ({ subject: `job ${id} ${kind}` }),
  });
}

/** What a job on a register does, as who asked for it: their rights are checked again when it begins. */
export type RegisterJob = { readonly job: JobWork; readonly folders: Folders };

/** Reads an upload and tells everything that is wrong with it; nothing is imported. */
export const checkUpload: Action<RegisterJob, RegisterReport> = doing(async ({ at, actor, rows }, { job, folders }) => {
  const { upload, municipality, name } = inputs["check-register"].parse(job.job.input);
  const folder = getUpload(uploads(folders), municipality, upload);
  const plans = await plansToHand(rows, municipality, at.slice(0, 10));
  const work = { does: "check", folder, municipality, name, plans } as const;
  return runRegisterProcess({ work, folders, now: at, by: actor.id }, job);
});

/** Imports an upload, which then goes. What the guard or the faults stopped stays, to be decided on. */
export const importUpload: Action<RegisterJob, RegisterReport> = doing(
  async ({ at, actor, rows }, { job, folders }) => {
    const { upload, ...rest } = inputs["import-register"].parse(job.job.input);
    const folder = getUpload(uploads(folders), rest.municipality, upload);
    const plans = await plansToHand(rows, rest.municipality, at.slice(0, 10));
    const work = { does: "import", folder, ...rest, plans } as const;
    const report = await runRegisterProcess({ work, folders, now: at, by: actor.id }, job);
    await list(rows, report, at);
    if (report.outcome === "imported" || report.outcome === "unchanged") removeUpload(folder);
    return report;
  },
);

/** Makes and imports a register of people who do not exist. */
export const simulateAndList: Action<RegisterJob, RegisterReport> = doing(
  async ({ at, actor, rows }, { job, folders }) => {
    const work = { does: "simulate", ...inputs["simulate-register"].parse(job.job.input) } as const;
    const report = await runRegisterProcess({ work, folders, now: at, by: actor.id }, job);
    await list(rows, report, at);
    return report;
  },
);

function doing(does: (work: Call & { rows: Rows }, input: RegisterJob) => Promise<RegisterReport>) {
  return action<RegisterJob, RegisterReport>({
    act: "import-register",
    on: ({ job }) => ({ municipalities: [job.job.municipality ?? ""] }),
    does,
    tells: ({ job }, { outcome, id }) => ({ subject: `job ${job.job.id} register ${id} ${outcome}` }),
  });
}

/** Lists what was imported under whose it is, so that nobody has to open it to see that. */
async function list(rows: Rows, { outcome, id, name, municipalities }: RegisterReport, at: string) {
  if (outcome === "imported" || outcome === "unchanged")
    await listSnapshot(rows, { id, municipalities, manifest: { id, name }, listed: at });
}

/** Where files that were sent lie until they are read. */
export function uploads({ var: folder }: Folders): string {
  return join(folder, "uploads");
}
