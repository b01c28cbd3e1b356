import { planIds } from "#connectors/data-files/plans.ts";
import { type Data, type OpenPlan, openPlan } from "./open-data.ts";

/** Every plan in the data folder, templates last. */
export function listPlans(data: Data): OpenPlan[] {
  const plans = planIds(data.folders.data).map((id) => openPlan(data, id));
  return plans.toSorted((a, b) => Number(isTemplate(a)) - Number(isTemplate(b)));
}

/** Whether a plan is only a form to fill in. */
export function isTemplate({ plan }: Pick<OpenPlan, "plan">): boolean {
  return plan.status === "template";
}
