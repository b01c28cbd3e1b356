import { choiceOf, type Search, wordOf } from "../frame/address.ts";
import type { ChartForm } from "../parts/chart-form.ts";

/** The forms that a goal's course can have. */
const courseForms = ["inARow", "season", "change", "table"] as const satisfies readonly ChartForm[];

/** The forms that its groups can have; the first is the default. */
const groupForms = ["groups", "inARow", "ranked", "table"] as const satisfies readonly ChartForm[];

/** How a goal is looked at; all of it stands in the address. */
export type GoalView = {
  readonly chart?: (typeof courseForms)[number];
  /** Which of its parts, when it has several. */
  readonly part?: string;
  /** The dimension its figure is broken down by, and how the groups are drawn. */
  readonly by?: string;
  readonly groups?: (typeof groupForms)[number];
};

/** A form as the address has it; the first, which is the default, is not written. */
export function chosenForm(form: ChartForm): Pick<GoalView, "chart"> {
  return { chart: form === "inARow" ? undefined : choiceOf(form, courseForms) };
}

/** Reads how an address wants a goal looked at. */
export function readGoalView(search: Search): GoalView {
  const chart = choiceOf(search.chart, courseForms);
  const part = wordOf(search.part);
  const by = wordOf(search.by);
  const groups = choiceOf(search.groups, groupForms);
  return {
    ...(chart !== undefined && { chart }),
    ...(part !== undefined && { part }),
    ...(by !== undefined && { by }),
    ...(groups !== undefined && { groups }),
  };
}
