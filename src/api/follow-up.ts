import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { day } from "./scalars.ts";

const goal = z.strictObject({ plan: z.string(), goal: z.string() });
const words = z.string().trim().min(1).max(20_000);
const added = z.object({ plan: z.string() });

export const listFollowUp = endpoint({
  method: "GET",
  path: "/api/plans/:plan/follow-up",
  summary: { da: "Hvad der er føjet til en plan", en: "What was added to a plan" },
  params: z.strictObject({ plan: z.string() }),
  answer: z.object({
    lines: z.array(
      z.object({
        list: z.enum(["answers", "observations", "evidence", "accepted"]),
        /** The line as a follow-up file would have it. */
        entry: z.record(z.string(), z.string()),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

export const answerQuestion = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/answers",
  summary: { da: "Svar på et spørgsmål om et mål", en: "Answer a question about a goal" },
  params: goal,
  body: z.strictObject({
    question: z.string(),
    reading: z.string().optional(),
    value: words.optional(),
    note: words.optional(),
  }),
  answer: added,
});

export const observeGoal = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/observations",
  summary: { da: "Indtast kommunens eget tal for et mål", en: "Enter a figure of the municipality's own for a goal" },
  params: goal,
  body: z.strictObject({
    part: z.string().optional(),
    period: z.string(),
    /** As it is printed in Danish, as `1.234` or `3,9 pct.`. */
    value: words,
    source: words,
    preliminary: z.boolean().default(false),
  }),
  answer: added,
});

export const recordEvidence = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/evidence",
  summary: { da: "Dokumentér, at en milepæl er nået eller ej", en: "Show that a milestone was reached or not" },
  params: goal,
  body: z.strictObject({
    part: z.string().optional(),
    done: day,
    reached: z.boolean().default(true),
    what: words,
    link: words.optional(),
  }),
  answer: added,
});

export const acceptFinding = endpoint({
  method: "POST",
  path: "/api/plans/:plan/accepted",
  summary: { da: "Acceptér et fund i en plan med en grund", en: "Accept a finding of a plan with a reason" },
  params: z.strictObject({ plan: z.string() }),
  body: z.strictObject({ finding: words, reason: words }),
  answer: added,
});
