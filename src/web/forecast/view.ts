import { choiceOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";

export const sources = ["register", "published"] as const;
export const horizons = [6, 12, 24] as const;
const yearsAhead = [1, 2, 3] as const;

/** How the forecast is looked at; all of it stands in the address. */
export type ForecastView = {
  readonly source?: (typeof sources)[number];
  /** Months ahead. */
  readonly months?: number;
  /** The one benefit, or published series, that is shown large. */
  readonly benefit?: string;
  /** The last month of the year whose streams are shown. */
  readonly year?: string;
  /** How far ahead the accuracy is of: `1-3`. */
  readonly ahead?: string;
  readonly chart?: ChartForm;
  readonly streams?: ChartForm;
  /** Years ahead of published series. */
  readonly years?: number;
  readonly ends?: "open";
};

/** Reads how an address wants the forecast; what it does not know it leaves out. */
export function readForecastView(search: Search): ForecastView {
  const view = {
    source: choiceOf(search.source, sources),
    months: horizons.find((one) => String(one) === wordOf(search.months)),
    benefit: wordOf(search.benefit),
    year: wordOf(search.year),
    ahead: wordOf(search.ahead),
    chart: choiceOf(search.chart, chartForms),
    streams: choiceOf(search.streams, chartForms),
    years: yearsAhead.find((one) => String(one) === wordOf(search.years)),
    ends: choiceOf(search.ends, ["open"]),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}
