import { checkPlan as check, type PlanCheck } from "#core/plans/check.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Data, openPlan } from "./open-data.ts";

/** A plan's check, each finding with the reason it was accepted, if it was. */
export type CheckedPlan = PlanCheck & { readonly plan: Plan; readonly accepted: FollowUp["accepted"] };

/** Checks a plan by id or path. @throws BrokenInput when the file itself cannot be read */
export function checkPlan(data: Data, idOrPath: string): CheckedPlan {
  const { plan, followUp } = openPlan(data, idOrPath);
  return { ...check(plan), plan, accepted: followUp.accepted };
}
