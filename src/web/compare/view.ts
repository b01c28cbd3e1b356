import { choiceOf, listOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";

export const groupKinds = ["all", "region", "province", "rar", "like-conditions", "like-size"] as const;
export const perKinds = ["none", "inhabitants"] as const;
export const compareViews = ["level", "benchmark"] as const;

/** How municipalities are compared; all of it stands in the address. */
export type CompareView = {
  readonly view?: (typeof compareViews)[number];
  readonly series?: string;
  /** The municipality that is compared with the others. */
  readonly area?: string;
  readonly group?: (typeof groupKinds)[number];
  readonly period?: string;
  readonly per?: (typeof perKinds)[number];
  /** The municipalities whose course is drawn. */
  readonly lines?: readonly string[];
  readonly benefits?: string;
  readonly chart?: ChartForm;
  readonly map?: ChartForm;
  readonly course?: ChartForm;
};

/** Reads how an address wants municipalities compared; what it does not know it leaves out. */
export function readCompareView(search: Search): CompareView {
  const view = {
    view: choiceOf(search.view, compareViews),
    series: wordOf(search.series),
    area: wordOf(search.area),
    group: choiceOf(search.group, groupKinds),
    period: wordOf(search.period),
    per: choiceOf(search.per, perKinds),
    lines: listOf(search.lines),
    benefits: wordOf(search.benefits),
    chart: choiceOf(search.chart, chartForms),
    map: choiceOf(search.map, chartForms),
    course: choiceOf(search.course, chartForms),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}
