import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const goal = { plan: z.string(), goal: z.string() };
const said = z.strictObject({ says: z.string().trim().min(1).max(20_000) });

const comment = z.object({
  id: z.string(),
  version: z.number(),
  goal: z.string(),
  kind: z.enum(["comment", "assessment"]),
  says: z.string(),
  by: z.string(),
  at: z.string(),
});

export const listComments = endpoint({
  method: "GET",
  path: "/api/plans/:plan/comments",
  summary: { da: "Hvad der er sagt om en plans mål", en: "What is said of a plan's goals" },
  params: z.strictObject({ plan: z.string() }),
  /** `every` gives former versions too, and those taken back. */
  query: z.strictObject({ goal: z.string().optional(), every: z.stringbool().default(false) }),
  answer: z.object({ comments: z.array(comment) }),
});

export const addComment = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/comments",
  summary: { da: "Kommentér et mål", en: "Comment on a goal" },
  params: z.strictObject(goal),
  body: said,
  answer: comment,
});

export const rewriteComment = endpoint({
  method: "PUT",
  path: "/api/plans/:plan/goals/:goal/comments/:comment",
  summary: { da: "Skriv sin kommentar om", en: "Rewrite one's comment" },
  params: z.strictObject({ ...goal, comment: z.string() }),
  body: said,
  answer: comment,
});

export const takeBackComment = endpoint({
  method: "DELETE",
  path: "/api/plans/:plan/goals/:goal/comments/:comment",
  summary: { da: "Tag sin kommentar tilbage", en: "Take one's comment back" },
  params: z.strictObject({ ...goal, comment: z.string() }),
  answer: comment,
});

export const addAssessment = endpoint({
  method: "POST",
  path: "/api/plans/:plan/goals/:goal/assessments",
  summary: { da: "Vurdér et mål", en: "Assess a goal" },
  params: z.strictObject(goal),
  body: said,
  answer: comment,
});

export const rewriteAssessment = endpoint({
  method: "PUT",
  path: "/api/plans/:plan/goals/:goal/assessments/:comment",
  summary: { da: "Skriv en vurdering om", en: "Rewrite an assessment" },
  params: z.strictObject({ ...goal, comment: z.string() }),
  body: said,
  answer: comment,
});

export const takeBackAssessment = endpoint({
  method: "DELETE",
  path: "/api/plans/:plan/goals/:goal/assessments/:comment",
  summary: { da: "Tag en vurdering tilbage", en: "Take an assessment back" },
  params: z.strictObject({ ...goal, comment: z.string() }),
  answer: comment,
});

/** A person, a unit, both; or neither, for nobody any more. */
const owner = z.strictObject({ owner: z.string().optional(), unit: z.string().optional() });

export const listOwners = endpoint({
  method: "GET",
  path: "/api/plans/:plan/owners",
  summary: { da: "Hvem der har ansvaret for en plans mål", en: "Who answers for a plan's goals" },
  params: z.strictObject({ plan: z.string() }),
  answer: z.object({ owners: z.array(owner.extend({ goal: z.string(), by: z.string(), at: z.string() })) }),
});

export const listPossibleOwners = endpoint({
  method: "GET",
  path: "/api/plans/:plan/possible-owners",
  summary: { da: "Hvem der kan få ansvaret for en plans mål", en: "Who can answer for a plan's goals" },
  params: z.strictObject({ plan: z.string() }),
  answer: z.object({
    persons: z.array(z.object({ id: z.string(), name: z.string() })),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const appointOwner = endpoint({
  method: "PUT",
  path: "/api/plans/:plan/goals/:goal/owner",
  summary: { da: "Giv ansvaret for et mål", en: "Let somebody answer for a goal" },
  params: z.strictObject(goal),
  body: owner,
  answer: z.object({ goal: z.string() }),
});
