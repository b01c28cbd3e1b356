import { choiceOf, type Search, wordOf } from "../frame/address.ts";
import { type ChartForm, chartForms } from "../parts/chart-form.ts";
import type { Source } from "./answers.ts";

/** The parts of the page, each with what one must have the right to for seeing its place. */
export const parts = [
  { name: "sources", act: "read-figures" },
  { name: "imports", act: "import-register" },
  { name: "snapshots", act: "read-figures" },
  { name: "reconciliation", act: "explore-register" },
] as const;
export type Part = (typeof parts)[number]["name"];

const states = ["new", "due"] as const;

/** How the page is looked at; all of it stands in the address. */
export type DataPageView = {
  readonly part?: Part;
  readonly q?: string;
  readonly state?: Source["state"];
  /** The municipality a register is sent for. */
  readonly municipality?: string;
  readonly jobs?: "everyone";
  /** The snapshot that is open. */
  readonly snapshot?: string;
  /** What is reconciled. */
  readonly own?: string;
  readonly indicator?: string;
};

/** Puts another state of the page in the address. */
export type Change = (changed: DataPageView) => void;

export function readDataView(search: Search): DataPageView {
  const names = parts.map(({ name }) => name);
  return known({
    part: choiceOf(search.part, names),
    q: wordOf(search.q),
    state: choiceOf(search.state, states),
    municipality: wordOf(search.municipality),
    jobs: choiceOf(search.jobs, ["everyone"]),
    snapshot: wordOf(search.snapshot),
    own: wordOf(search.own),
    indicator: wordOf(search.indicator),
  });
}

/** How a series is looked at: for an area, in an earlier fetch, as a chart or a table. */
export type SeriesView = { readonly area?: string; readonly vintage?: string; readonly chart?: ChartForm };

export function readSeriesView(search: Search): SeriesView {
  const { area, vintage, chart } = search;
  return known({ area: wordOf(area), vintage: wordOf(vintage), chart: choiceOf(chart, chartForms) });
}

function known<View extends object>(view: View): View {
  return Object.assign(
    {},
    ...Object.entries(view).map(([key, value]) => (value === undefined ? {} : { [key]: value })),
  );
}

/** The series that hold every word that is sought, in either language, and are in the state that is shown. */
export function foundSources(all: readonly Source[], { q = "", state }: DataPageView): readonly Source[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ id, title, owner, table }: Source) => {
    const text = [id, title.da, title.en, owner, table].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return all.filter((one) => (state === undefined || one.state === state) && holds(one));
}
