import { formatDay } from "../calendar/day.ts";
import { getIndicator, type Indicators } from "../indicators/indicator.ts";
import type { GoalResult } from "../plans/evaluation/result.ts";
import type { Plan } from "../plans/format/plan.ts";
import type { Text } from "../text/text.ts";
import { type FigureRow, type Head, type Heading, sourcesIn, type Term } from "./figure-table.ts";

/** A plan that was followed up, as of which day, when it was drawn, and whether its register is simulated. */
export type Drawn = Pick<Head, "asOf" | "drawn" | "simulated"> & {
  readonly plan: Plan;
  readonly goals: readonly GoalResult[];
  readonly indicators: Indicators;
};

/** The columns that tell the part of a goal from every other. */
export const goalKeys: readonly Heading[] = [
  { id: "plan", label: { da: "Plan", en: "Plan" }, coded: true },
  { id: "goal", label: { da: "Mål", en: "Goal" }, coded: true },
  { id: "part", label: { da: "Del af målet", en: "Part of the goal" }, coded: true },
];

/** The plan, the goal and the part of a row. */
export function goalKeysOf(
  plan: Plan,
  { goal }: GoalResult,
  part: { readonly id: string; readonly label: Text },
): Term[] {
  return [
    { code: plan.id, words: plan.title },
    { code: goal.id, words: goal.title },
    { code: part.id, words: part.label },
  ];
}

/** What a file of a plan is called: `aalborg-2018-maal-2018-09-30`. */
export function planFileName({ plan, asOf, simulated }: Drawn, what: string): string {
  return [plan.id, what, formatDay(asOf), ...(simulated ? ["simuleret"] : [])].join("-");
}

/** The head of a table of a plan's goals, with the definition of every indicator they are measured by. */
export function planHead(
  { goals, indicators, asOf, drawn, simulated }: Drawn,
  title: Text,
  rows: readonly FigureRow[],
): Head {
  const used = new Set(goals.flatMap(({ goal }) => goal.parts.flatMap(({ indicator }) => indicator ?? [])));
  const definitions = [...used].map((id) => {
    const { name: term, definition: says } = getIndicator(indicators, id);
    return { term, says };
  });
  return { title, asOf, drawn, simulated, sources: sourcesIn(rows), definitions };
}
