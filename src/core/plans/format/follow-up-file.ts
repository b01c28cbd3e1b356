import { z } from "zod";
import { day, flag, id, period } from "../../format/scalars.ts";
import { printed } from "./print.ts";

const said = { by: z.string().min(1), on: day };

/** An answer to a question of the plan: the reading chosen, or a value in the form the plan file would have it. */
const answer = z.strictObject({
  goal: id,
  question: id,
  reading: id.optional(),
  value: z.string().optional(),
  note: z.string().optional(),
  ...said,
});

/** A figure of the municipality's own, from a system that cannot be read. */
const observation = z.strictObject({
  goal: id,
  part: id.optional(),
  period,
  value: printed,
  source: z.string().min(1),
  preliminary: flag.default(false),
  ...said,
});

/** What shows that a milestone was reached on a day, or that it was not (`reached: false`). */
const evidence = z.strictObject({
  goal: id,
  part: id.optional(),
  done: day,
  reached: flag.default(true),
  what: z.string().min(1),
  link: z.string().optional(),
  ...said,
});

/** A finding that is known and accepted; all of them are the errata list. */
const accepted = z.strictObject({ finding: z.string().min(1), reason: z.string().min(1), ...said });

/** Why a goal stands as it does, in the municipality's own words. */
const assessment = z.strictObject({ goal: id, says: z.string().min(1), ...said });

/** What a municipality adds to its plan while it runs. */
export const followUp = z.strictObject({
  format: z.literal("pejlemaerke-follow-up/1"),
  plan: id,
  answers: z.array(answer).default([]),
  observations: z.array(observation).default([]),
  evidence: z.array(evidence).default([]),
  accepted: z.array(accepted).default([]),
  assessments: z.array(assessment).default([]),
});
export type FollowUp = z.output<typeof followUp>;
export type Answer = FollowUp["answers"][number];
export type Evidence = FollowUp["evidence"][number];

/** The follow-up of a plan nothing has been added to yet. */
export function emptyFollowUp(planId: string): FollowUp {
  return followUp.parse({ format: "pejlemaerke-follow-up/1", plan: planId });
}
