import { choiceOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";

export const monthsAhead = [6, 12, 24] as const;

/** What is asked «what if»; all of it stands in the address. */
export type ScenarioView = {
  /** The levers that are turned; see `leversInAddress`. */
  readonly levers?: string;
  /** The kept scenario it is held against. */
  readonly against?: string;
  readonly months?: number;
  /** Which municipality of a common plan. */
  readonly municipality?: string;
  /** The benefit that is drawn. */
  readonly benefit?: string;
  readonly chart?: ChartForm;
  readonly streams?: ChartForm;
};

/** Reads what an address asks; what it does not know it leaves out. */
export function readScenarioView(search: Search): ScenarioView {
  const view = {
    levers: wordOf(search.levers),
    against: wordOf(search.against),
    months: monthsAhead.find((one) => String(one) === wordOf(search.months)),
    municipality: wordOf(search.municipality),
    benefit: wordOf(search.benefit),
    chart: choiceOf(search.chart, chartForms),
    streams: choiceOf(search.streams, chartForms),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}
