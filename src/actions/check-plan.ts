import { checkPlan as check, type PlanCheck } from "#core/plans/check.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { OpenPlan } from "./open-data.ts";

/** A plan's check, with the findings that were accepted and why. */
export type CheckedPlan = PlanCheck & { readonly plan: Plan; readonly accepted: FollowUp["accepted"] };

/** Checks a plan as it is written, before any question is answered. */
export function checkPlan({ plan, followUp }: OpenPlan): CheckedPlan {
  return { ...check(plan), plan, accepted: followUp.accepted };
}
