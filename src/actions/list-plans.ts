import { planIds } from "#connectors/data-files/plans.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Data, openPlan } from "./open-data.ts";

/** Every plan in the data folder, templates last. */
export function listPlans(data: Data): Plan[] {
  const plans = planIds(data.folders.data).map((id) => openPlan(data, id).plan);
  return plans.toSorted((a, b) => Number(a.status === "template") - Number(b.status === "template"));
}
