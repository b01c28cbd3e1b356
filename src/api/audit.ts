import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { file } from "./file.ts";
import { day, text } from "./scalars.ts";

const outcome = z.enum(["done", "denied"]);
const number = z.coerce.number().int().min(0);

const entry = z.object({
  number: z.number(),
  at: z.string(),
  actor: z.string(),
  /** What the account is called. */
  who: z.string(),
  role: z.string().optional(),
  act: z.string(),
  outcome,
  /** The whole as a sentence. */
  says: text,
  subject: z.string(),
  persons: z.array(z.string()),
  query: z.string().optional(),
  count: z.number().optional(),
  reason: z.string().optional(),
});

export const readAudit = endpoint({
  method: "GET",
  path: "/api/audit",
  summary: {
    da: "Loggen, den nyeste linje først; enhver kan se sin egen (actor)",
    en: "The log, newest first; everyone may see their own (actor)",
  },
  query: z.strictObject({
    actor: z.string().optional(),
    act: z.string().optional(),
    person: z.string().optional(),
    outcome: outcome.optional(),
    /** The first and the last day. */
    from: day.optional(),
    to: day.optional(),
    /** Entries before a number: `next` of the page before. */
    before: number.optional(),
    limit: number.max(500).default(100),
  }),
  answer: z.object({ entries: z.array(entry), next: z.number().optional() }),
});

export const exportAudit = endpoint({
  method: "GET",
  path: "/api/audit/export",
  summary: { da: "Hele loggen som CSV, den ældste linje først", en: "The whole log as CSV, oldest first" },
  answer: file,
});

export const extractAudit = endpoint({
  method: "GET",
  path: "/api/audit/extract",
  summary: {
    da: "Hver gang en borgers oplysninger er vist: hvornår, hvad, i hvilken rolle og hvorfor",
    en: "Every time a citizen's data were shown: when, what, in which role and why",
  },
  query: z.strictObject({ municipality: z.string().regex(/^\d{3}$/), person: z.string().min(1) }),
  answer: z.object({
    lines: z.array(z.object({ at: z.string(), act: z.string(), role: z.string().optional(), says: text })),
  }),
});

export const verifyAudit = endpoint({
  method: "GET",
  path: "/api/audit/verify",
  summary: { da: "Er loggen hel?", en: "Is the log whole?" },
  query: z.strictObject({
    /** An end of the log that was noted elsewhere. */
    number: number.optional(),
    seal: z.string().length(64).optional(),
  }),
  answer: z.object({
    whole: z.boolean(),
    /** How many entries there are, or the first that is broken. */
    number: z.number(),
    seal: z.string().optional(),
    says: text,
  }),
});
