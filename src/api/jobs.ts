import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { problemFault } from "./problem.ts";
import { registerReport } from "./register.ts";
import { text } from "./scalars.ts";

/** Long work, how far it is, and what came of it. */
export const job = z.object({
  id: z.string(),
  kind: z.string(),
  label: text,
  municipality: z.string().optional(),
  /** The upload it reads, and what the register is to be called: for going on with either. */
  upload: z.string().optional(),
  name: z.string().optional(),
  /** Who asked for it: the id of the account, and what it is called. */
  askedBy: z.string(),
  who: z.string(),
  asked: z.string(),
  begun: z.string().optional(),
  ended: z.string().optional(),
  state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  /** 0 to 1. */
  progress: z.number(),
  step: text.optional(),
  result: registerReport.optional(),
  /** Why it failed. */
  faults: z.array(problemFault).optional(),
});

export const listJobs = endpoint({
  method: "GET",
  path: "/api/jobs",
  summary: { da: "Arbejder: ens egne, eller kommunens", en: "Jobs: one's own, or the municipality's" },
  query: z.strictObject({ everyone: z.stringbool().default(false) }),
  answer: z.object({ jobs: z.array(job) }),
});

export const readJob = endpoint({
  method: "GET",
  path: "/api/jobs/:job",
  summary: { da: "Hvor langt et arbejde er, og hvad der kom ud af det", en: "How far a job is, and what came of it" },
  params: z.strictObject({ job: z.string() }),
  answer: job,
});

export const cancelJob = endpoint({
  method: "DELETE",
  path: "/api/jobs/:job",
  summary: { da: "Stands et arbejde", en: "Cancel a job" },
  params: z.strictObject({ job: z.string() }),
  answer: z.object({ id: z.string() }),
});
