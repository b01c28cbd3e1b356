import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { followedQuery, planParams, registerEntry } from "./overview.ts";
import { day, figure, text, verdict } from "./scalars.ts";

/** What became otherwise with a goal. */
export const goalChange = z.object({
  goal: z.string(),
  title: text,
  verdict: z.object({ before: verdict, after: verdict }).optional(),
  /** The latest figure is of a newer period, or the same one was revised. */
  latest: z.object({ before: figure, after: figure, kind: z.enum(["newer", "revised"]) }).optional(),
});

export const readChanges = endpoint({
  method: "GET",
  path: "/api/plans/:plan/changes",
  summary: {
    da: "Hvad der er ændret i en plan siden registret før eller kvartalet før",
    en: "What changed in a plan since the register before or the quarter before",
  },
  params: planParams,
  query: followedQuery,
  answer: z.object({
    /** What it is held against: a day, and the register that was in use; nothing where there is no before. */
    since: z.object({ day, register: registerEntry.optional() }).optional(),
    changes: z.array(goalChange),
  }),
});
