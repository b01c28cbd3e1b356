import { choiceOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";

/** How a goal is looked at; all of it stands in the address. */
export type GoalView = {
  readonly chart?: ChartForm;
  /** Which of its parts, when it has several. */
  readonly part?: string;
};

/** Reads how an address wants a goal looked at. */
export function readGoalView(search: Search): GoalView {
  const chart = choiceOf(search.chart, chartForms);
  const part = wordOf(search.part);
  return { ...(chart !== undefined && { chart }), ...(part !== undefined && { part }) };
}
