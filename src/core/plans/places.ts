import type { Finding } from "./arithmetic/finding.ts";
import { leavesOf } from "./arithmetic/terms.ts";
import type { Check } from "./format/check.ts";
import type { Plan } from "./format/plan.ts";

/** The lists of a plan whose items have ids. */
export const planLists = [
  ...(["tracks", "targetGroups", "goals", "efforts", "principles"] as const),
  ...(["expectations", "tables", "statements", "checks"] as const),
] as const;
export type PlanList = (typeof planLists)[number];

/** What of a plan's text a finding is about: goals, cells of tables, statements, as `tables.budget.total.b2018`. */
export function placesOf({ checks }: Plan, { id }: Finding): string[] {
  const check = checks.find((one) => id === `checks.${one.id}`);
  const refs = check === undefined ? [id.split(":")[0]] : refsOf(check);
  return [...new Set(refs.filter((ref) => /^(goals|tables|statements)\./.test(ref)).map(placeOf))];
}

/** A figure of a goal stands with the goal. */
function placeOf(ref: string): string {
  return ref.startsWith("goals.") ? ref.split(".").slice(0, 2).join(".") : ref;
}

/** Every reference of a check. */
export function refsOf(check: Check): string[] {
  const gives = "gives" in check && check.gives !== undefined ? [check.gives] : [];
  return [...check.of, ...gives].flatMap(leavesOf);
}
