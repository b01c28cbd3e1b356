import { BrokenInput } from "../../faults/fault.ts";
import { parsePrinted } from "../../figures/printed.ts";
import { nearest } from "../../text/nearest.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Plan } from "../format/plan.ts";
import { type Quantity, quantityOf } from "./quantity.ts";

/** What a reference or a figure in a check stands for. */
export type Resolved =
  | { readonly found: Quantity }
  /** The reference is right, but nothing is printed there. */
  | { readonly found: undefined }
  | { readonly unknown: string; readonly near: string | undefined };

/** Resolves `tables.<id>.<row>.<column>`, `statements.<id>`, `goals.<id>[.<part>].target|baseline|change|point-<n>` or a figure. */
export function resolve(plan: Plan, written: string): Resolved {
  const [head, ...path] = written.split(".");
  if (/^(tables|statements|goals)\./.test(written) && isRoot(head)) return roots[head](plan, path, written);
  try {
    return { found: quantityOf(parsePrinted(written)) };
  } catch (error) {
    if (error instanceof BrokenInput) return { unknown: written, near: undefined };
    throw error;
  }
}

const roots = { tables: tableCell, statements: statementValue, goals: goalValue } as const;

function isRoot(word: string): word is keyof typeof roots {
  return Object.hasOwn(roots, word);
}

function tableCell(plan: Plan, [tableId, rowId, columnId, ...more]: readonly string[], written: string): Resolved {
  const table = plan.tables.find(({ id }) => id === tableId);
  if (table === undefined) return unknown(written, tableId, plan.tables);
  const row = table.rows.find(({ id }) => id === rowId);
  if (row === undefined) return unknown(written, rowId, table.rows);
  const at = table.columns.findIndex(({ id }) => id === columnId);
  if (at < 0 || more.length > 0) return unknown(written, columnId, table.columns);
  const cell = row.cells[at];
  return { found: cell && quantityOf(cell, { rounded: table.rounded, source: table.source }) };
}

function statementValue(plan: Plan, [id, ...more]: readonly string[], written: string): Resolved {
  const statement = plan.statements.find((one) => one.id === id);
  if (statement === undefined || more.length > 0) return unknown(written, id, plan.statements);
  const { value, change, rounded, source } = statement;
  return { found: quantityOf(value, { change, rounded, source }) };
}

function goalValue(plan: Plan, [id, ...path]: readonly string[], written: string): Resolved {
  const goal = plan.goals.find((one) => one.id === id);
  if (goal === undefined) return unknown(written, id, plan.goals);
  const wording = path[0]?.match(/^also-stated-(\d+)$/);
  if (wording) return { found: wordingOf(goal, Number(wording[1])) };
  const [partId, key] = path.length === 1 ? [goal.parts[0].id, path[0]] : path;
  const part = goal.parts.find((one) => one.id === partId);
  if (part === undefined) return unknown(written, partId, goal.parts);
  const point = key?.match(/^point-(\d+)$/);
  if (point) return { found: pointOf(goal, part, Number(point[1])) };
  const read = goalKeys[key ?? ""];
  if (read === undefined)
    return unknown(
      written,
      key,
      Object.keys(goalKeys).map((one) => ({ id: one })),
    );
  return { found: read(goal, part) };
}

const goalKeys: Readonly<Record<string, (goal: Goal, part: Part) => Quantity | undefined>> = {
  target: targetOf,
  baseline: ({ source }, { baseline }) => baseline?.value && quantityOf(baseline.value, { source }),
  change: changeOf,
};

/** The figure a target demands; of a change, the signed change itself. */
function targetOf(goal: Goal, { target }: Part): Quantity | undefined {
  const { source } = goal;
  switch (target?.kind) {
    case "level":
    case "gap":
      return quantityOf(target.value, { source });
    case "change":
      return quantityOf(target.by, { change: target.direction, source });
    case "coverage":
      return target.share === "everyone" ? undefined : quantityOf(target.share, { source });
    default:
      return undefined;
  }
}

function changeOf({ source }: Goal, { states, target }: Part): Quantity | undefined {
  if (states?.by !== undefined && states.direction !== "unchanged")
    return quantityOf(states.by, { change: states.direction, source });
  return target?.kind === "change" ? quantityOf(target.by, { change: target.direction, source }) : undefined;
}

function pointOf({ source }: Goal, { target }: Part, nth: number): Quantity | undefined {
  const point = target?.kind === "cohort" ? target.points[nth - 1] : undefined;
  return point && quantityOf(point.share, { source });
}

/** The nth other wording of a goal's figure; a change takes the direction of its part. */
function wordingOf(goal: Goal, nth: number): Quantity | undefined {
  const wording = goal.alsoStated?.[nth - 1];
  if (wording === undefined) return undefined;
  const { states, target } = goal.parts.find(({ id }) => id === wording.part) ?? goal.parts[0];
  const direction = states?.direction ?? (target?.kind === "change" ? target.direction : undefined);
  const change = wording.of === "change" && direction !== "unchanged" ? direction : undefined;
  return quantityOf(wording.value, { change, source: wording.source });
}

function unknown(written: string, id: string | undefined, among: readonly { readonly id: string }[]): Resolved {
  return {
    unknown: written,
    near:
      id === undefined
        ? undefined
        : nearest(
            id,
            among.map((one) => one.id),
          ),
  };
}
