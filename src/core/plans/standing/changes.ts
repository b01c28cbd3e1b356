import { addDays, type Day } from "../../calendar/day.ts";
import { periodAround } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import type { Verdict } from "../evaluation/verdict.ts";
import type { Goal } from "../format/goal.ts";
import type { GoalRow } from "./overview.ts";

/** How a goal stands, as far as it is held against how it stood. */
export type Standing = Pick<GoalRow, "verdict" | "latest"> & { readonly goal: Pick<Goal, "id" | "title"> };

/** What became otherwise with a goal between two follow-ups. */
export type GoalChange = {
  readonly goal: Standing["goal"];
  readonly verdict?: { readonly before: Verdict; readonly after: Verdict };
  /** Its latest figure is of a newer period, or of the same one and another. */
  readonly latest?: {
    readonly before: Figure | Missing;
    readonly after: Figure | Missing;
    readonly kind: "newer" | "revised";
  };
};

/**
 * The goals that stand otherwise than before, those with another verdict first. A goal that only one of the two
 * follow-ups has is none of them: there is nothing to hold it against.
 */
export function changesBetween(before: readonly Standing[], after: readonly Standing[]): GoalChange[] {
  const known = new Map(before.map((row) => [row.goal.id, row]));
  const changes = after.flatMap((row): GoalChange[] => {
    const former = known.get(row.goal.id);
    if (former === undefined) return [];
    const change = { goal: row.goal, ...verdictChange(former, row), ...latestChange(former, row) };
    return "verdict" in change || "latest" in change ? [change] : [];
  });
  return changes.toSorted((a, b) => Number(b.verdict !== undefined) - Number(a.verdict !== undefined));
}

function verdictChange({ verdict: before }: Standing, { verdict: after }: Standing): Pick<GoalChange, "verdict"> {
  return before.value === after.value && before.family === after.family ? {} : { verdict: { before, after } };
}

function latestChange({ latest: before }: Standing, { latest: after }: Standing): Pick<GoalChange, "latest"> {
  if (isMissing(after)) return {};
  const isSame = !isMissing(before) && before.period?.id === after.period?.id;
  if (isSame && before.value === after.value) return {};
  return { latest: { before, after, kind: isSame ? "revised" : "newer" } };
}

/**
 * The last day of the quarter before the one a day ends or lies in: when the report before was made.
 *
 * @example formatDay(lastReport(parseDay("2018-12-31"))) // "2018-09-30"
 */
export function lastReport(asOf: Day): Day {
  return addDays(periodAround(asOf, "quarter").from, -1);
}
