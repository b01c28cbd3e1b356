import { missingWords } from "../figures/figure.ts";
import { fill } from "../text/text.ts";
import { runCheck } from "./arithmetic/check.ts";
import type { Finding, Weight } from "./arithmetic/finding.ts";
import { impliedChecks } from "./arithmetic/implied.ts";
import { leavesOf } from "./arithmetic/terms.ts";
import { planFaults, whatSettles } from "./evaluation/plan-faults.ts";
import type { Check } from "./format/check.ts";
import type { Goal } from "./format/goal.ts";
import type { Plan } from "./format/plan.ts";

/** What a check of a plan found. */
export type PlanCheck = {
  /** Heaviest first. */
  readonly findings: readonly Finding[];
  /** How many checks could be run, and how many of them agreed. */
  readonly ran: number;
  readonly agreed: number;
  /** Printed figures that no check touches. */
  readonly unchecked: readonly string[];
};

/** Recomputes everything in a plan that can be recomputed, and points out every goal that cannot be settled as written. It edits nothing. */
export function checkPlan(plan: Plan): PlanCheck {
  const checks = [...impliedChecks(plan), ...plan.checks.map((check) => ({ ...check, id: `checks.${check.id}` }))];
  const ran = checks.flatMap((check) => runCheck(plan, check) ?? []);
  const arithmetic = ran.flatMap(({ finding }) => finding ?? []);
  const findings = [...arithmetic, ...plan.goals.flatMap(unsettledFindings)].toSorted(
    (a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight),
  );
  return { findings, ran: ran.length, agreed: ran.length - arithmetic.length, unchecked: unchecked(plan, checks) };
}

const weights: readonly Weight[] = ["high", "medium", "low"];

/** A finding for each reason why a part of a goal cannot be settled as written. */
function unsettledFindings(goal: Goal): Finding[] {
  if (goal.level === "none-set") return [];
  const single = goal.parts.length === 1;
  return goal.parts.flatMap((part) =>
    planFaults(goal, part).map(
      ({ reason, question }): Finding => ({
        id: `goals.${goal.id}${single ? "" : `.${part.id}`}:${question?.id ?? reason}`,
        // A baseline that is not printed but can be looked up is the least of lacks.
        weight: reason === "no-baseline" && part.baseline?.origin === "computed" ? "low" : weightOfForce[goal.force],
        goal: goal.id,
        kind: reason,
        message: fill(
          single
            ? { da: "{reason}: {more}", en: "{reason}: {more}" }
            : { da: "{part}: {reason}: {more}", en: "{part}: {reason}: {more}" },
          {
            part: part.label,
            reason: missingWords[reason],
            more: question?.asks ?? (reason === "no-indicator" ? part.noIndicator : undefined) ?? whatSettles[reason],
          },
        ),
        source: goal.source,
      }),
    ),
  );
}

const weightOfForce: Readonly<Record<Goal["force"], Weight>> = {
  promise: "medium",
  expectation: "medium",
  intention: "low",
};

/** Every cell and statement that stands in no check. */
function unchecked(plan: Plan, checks: readonly Check[]): string[] {
  const touched = new Set(
    checks.flatMap((check) =>
      [...check.of, ...("gives" in check && check.gives !== undefined ? [check.gives] : [])].flatMap(leavesOf),
    ),
  );
  const cells = plan.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column, at) =>
        row.cells[at] === undefined ? [] : [`tables.${table.id}.${row.id}.${column.id}`],
      ),
    ),
  );
  return [...cells, ...plan.statements.map(({ id }) => `statements.${id}`)].filter((ref) => !touched.has(ref));
}
