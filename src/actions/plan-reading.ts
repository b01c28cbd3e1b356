import { check, parseYaml, type YamlFile } from "#connectors/data-files/yaml.ts";
import { BrokenInput, type Fault } from "#core/faults/fault.ts";
import { checkPlan, type PlanCheck } from "#core/plans/check.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { type Catalogue, planSchema } from "#core/plans/references.ts";

/** A text read as a plan: the plan and its check, or everything that keeps it from being one. */
export type PlanReading = { readonly faults: readonly Fault[]; readonly read?: ReadPlan };

export type ReadPlan = {
  readonly plan: Plan;
  readonly check: PlanCheck;
  readonly accepted: FollowUp["accepted"];
  /** What is written of each goal, path by path, to the letter, in the order of the plan. */
  readonly written: readonly ReadonlyMap<string, string>[];
  /** The lines that the goals and the tables begin on. */
  readonly lines: { readonly goals: readonly number[]; readonly tables: readonly number[] };
};

/** Reads a text that need not be a plan yet. */
export function readPlanText(
  yaml: string,
  name: string,
  catalogue: Catalogue,
  accepted: FollowUp["accepted"] = [],
): PlanReading {
  try {
    const file = parseYaml(yaml, `${name}.yaml`);
    const plan = check(file, planSchema(catalogue));
    const lineOf = (list: string) => (_: unknown, at: number) => file.placeOf([list, at]).line ?? 1;
    const lines = { goals: plan.goals.map(lineOf("goals")), tables: plan.tables.map(lineOf("tables")) };
    const written = plan.goals.map((_, at) => writtenIn(file, at));
    return { faults: [], read: { plan, check: checkPlan(plan), accepted, written, lines } };
  } catch (error) {
    if (error instanceof BrokenInput) return { faults: error.faults };
    throw error;
  }
}

function writtenIn({ value }: YamlFile, goal: number): Map<string, string> {
  const goals: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "goals") : undefined;
  return new Map(Array.isArray(goals) ? leavesOf(goals[goal], "") : []);
}

/** Every text below a value, by the path that leads to it. */
function leavesOf(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, at(key)));
}
