import type { Answered } from "#api/endpoint.ts";
import type { checkDraft, editGoal } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import type { Reading } from "./answers.ts";
import { allOf, type Kept, type Values } from "./kept.ts";

/** What a text says as a plan. */
export function askReading(plan: string, yaml: string): Promise<Reading> {
  return call<typeof checkDraft>("POST", "/api/plans/:plan/check", { params: { plan }, body: { yaml } });
}

/** A text with values written into one of its goals. */
export function askEdited(
  plan: string,
  goal: string,
  yaml: string,
  values: Values,
): Promise<Answered<typeof editGoal>> {
  const changes = Object.entries(values).map(([path, value]) => (value === "" ? { path } : { path, value }));
  return call<typeof editGoal>("POST", "/api/plans/:plan/goals/:goal/edit", {
    params: { plan, goal },
    body: { yaml, changes },
  });
}

/** A text with a new goal in it, or without one. */
export function askGoal(
  plan: string,
  goal: string,
  yaml: string,
  as: "added" | "removed",
  values: Values,
): Promise<Answered<typeof editGoal>> {
  const changes = Object.entries(values).map(([path, value]) => ({ path, value }));
  return call<typeof editGoal>("POST", "/api/plans/:plan/goals/:goal/edit", {
    params: { plan, goal },
    body: { yaml, changes, as },
  });
}

/** A text with everything written into it that was written in forms. */
export async function askAllEdited(plan: string, yaml: string, values: Kept["values"]) {
  let edited: { readonly yaml: string; readonly reading?: Reading } = { yaml };
  for (const [goal, written] of Object.entries(values))
    edited = await askEdited(plan, goal, edited.yaml, allOf(written));
  return { yaml: edited.yaml, reading: edited.reading ?? (await askReading(plan, yaml)) };
}
