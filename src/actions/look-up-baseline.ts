import { addDays, type Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import type { Series } from "#core/indicators/series.ts";
import { seriesFor } from "#core/plans/evaluation/measure.ts";
import { figureIn } from "#core/plans/evaluation/values.ts";
import type { Goal, Part } from "#core/plans/format/goal.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { aimOf } from "#core/plans/targets/kinds.ts";
import { action } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import { followSubject } from "./follow-stored.ts";
import type { Data } from "./open-data.ts";
import { getSeenRegister } from "./seen-registers.ts";
import { parsePlan } from "./stored-plans.ts";

/** Which goal of a text, and on which register; without one, in the published figures. */
export type BaselineQuestion = {
  readonly data: Data;
  readonly plan: string;
  readonly yaml: string;
  readonly goal: string;
  readonly part?: string | undefined;
  readonly register?: string | undefined;
};

/** The figure that the goal would count from, or why there is none. */
export type LookedUp = { readonly figure: Figure | Missing; readonly simulated: boolean };

/**
 * Looks the baseline of a goal up: the figure of the period that the text counts from, measured as the target is.
 *
 * @throws BrokenInput not-there, and every fault of the text
 */
export const lookUpBaseline = action<BaselineQuestion, LookedUp>({
  act: "read-figures",
  on: ({ data, plan, register }, rows, call) =>
    followSubject({ data, plan, ...(register !== undefined && { register }) }, rows, call),
  does: async ({ rows, today }, { data, plan: id, yaml, goal: goalId, part: partId, register: wanted }) => {
    const plan = parsePlan(yaml, id, data.catalogue);
    const { goal, part } = partIn(plan, goalId, partId);
    const published = { figure: figureOf(plan, part, data, data.series(), today), simulated: false };
    if (wanted === undefined) return published;
    const seen = await getSeenRegister(rows, data.folders, wanted);
    const asOf = seen.extracted < today ? seen.extracted : today;
    const asked = { register: seen.id, plan: onlyFor(plan, goal, part), asOf };
    const series = await askRegister(data.folders, "series", asked);
    return { figure: figureOf(plan, part, data, series, asOf), simulated: seen.simulated };
  },
  tells: ({ plan, goal, register }) => ({ subject: `plan ${plan} goal ${goal} baseline looked up`, query: register }),
});

function partIn({ goals }: Plan, id: string, partId: string | undefined): { goal: Goal; part: Part } {
  const goal = goals.find((one) => one.id === id);
  const part = partId === undefined ? goal?.parts[0] : goal?.parts.find((one) => one.id === partId);
  if (goal === undefined || part === undefined)
    throw broken("not-there", { kind: { da: "Målet", en: "The goal" }, id: [id, partId ?? []].flat().join(" ") });
  return { goal, part };
}

function onlyFor(plan: Plan, goal: Goal, part: Part): Plan {
  return { ...plan, goals: [{ ...goal, parts: [part] }] };
}

function figureOf({ municipalities }: Plan, part: Part, { indicators }: Data, all: readonly Series[], asOf: Day) {
  if (part.indicator === undefined) return { missing: "no-indicator" as const };
  const aim = part.target && aimOf(part.target);
  const period = part.baseline?.period ?? aim?.against;
  if (period === undefined) return { missing: "no-period" as const };
  const series = seriesFor(part, all, indicators);
  if (series === undefined) return { missing: "no-data" as const, period };
  if (period.to > addDays(asOf, 1)) return { missing: "not-yet-published" as const, period };
  const areas = part.area === undefined ? municipalities : [part.area];
  const { figure } = figureIn({ series, areas, asOf }, period, aim?.taken);
  const { owner: source, table, fetched } = series;
  return "missing" in figure ? figure : { ...figure, period, origin: { source, table, fetched, ...figure.origin } };
}
