import type { Language } from "#core/text/text.ts";
import type { GoalRow } from "../answers.ts";
import { choiceOf, listOf, type Search } from "../frame/address.ts";
import { verdictKey } from "../parts/verdict-key.ts";
import { isAbsent } from "../parts/written.ts";

/** The columns of the overview beside the goal itself, in their order. */
export const columns = [
  "measured",
  "trend",
  "baseline",
  "demand",
  "latest",
  "distance",
  "chance",
  "verdict",
  "notes",
] as const;
export type Column = (typeof columns)[number];

/** The columns the goals can be put in order by. */
export const sortable = ["title", "latest", "distance", "chance", "verdict"] as const;
export type SortKey = (typeof sortable)[number];

/** How the overview is looked at; all of it stands in the address. */
export type OverviewView = {
  readonly track?: readonly string[];
  readonly group?: readonly string[];
  readonly status?: readonly string[];
  readonly unit?: readonly string[];
  readonly sort?: SortKey;
  readonly order?: "down";
  readonly hide?: readonly string[];
  readonly rows?: "dense" | "airy";
  /** Whether the goals settled in earlier years are shown among the others. */
  readonly folds?: "open";
};

/** By what the goals can be narrowed, and how each goal answers. Without a unit or group, a goal is under `none`. */
export const filters = {
  track: ({ track }: GoalRow) => track,
  group: ({ targetGroup }: GoalRow) => targetGroup ?? "none",
  // Intentions are not counted: asked for by verdict, the goals are just those that the counts count.
  status: ({ binding, verdict }: GoalRow) => (binding ? verdictKey(verdict) : "intention"),
  unit: ({ unit }: GoalRow) => unit ?? "none",
} as const;
export type Filter = keyof typeof filters;
export const filterNames = ["track", "group", "status", "unit"] as const satisfies readonly Filter[];

/** Reads how an address wants the overview looked at; what it does not know it leaves out. */
export function readView(search: Search): OverviewView {
  const view = {
    track: listOf(search.track),
    group: listOf(search.group),
    status: listOf(search.status),
    unit: listOf(search.unit),
    sort: choiceOf(search.sort, sortable),
    order: choiceOf(search.order, ["down"]),
    hide: listOf(search.hide),
    rows: choiceOf(search.rows, ["dense", "airy"]),
    folds: choiceOf(search.folds, ["open"]),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

/** The goals that every filter lets through. */
export function narrowed(goals: readonly GoalRow[], view: OverviewView): readonly GoalRow[] {
  return goals.filter((goal) => filterNames.every((name) => view[name]?.includes(filters[name](goal)) ?? true));
}

/**
 * The goals that were settled in a year before the day of the status: its closing report has told of them. Where no goal
 * goes on, or somebody asks for some of them, none is folded away.
 */
export function foldedOf(goals: readonly GoalRow[], view: OverviewView, asOf: string): readonly GoalRow[] {
  const isAsked = filterNames.some((name) => view[name] !== undefined) || view.sort !== undefined;
  if (isAsked || !goals.some(({ verdict }) => verdict.family === "under-way")) return [];
  const closed = `${Number(asOf.slice(0, 4)) - 1}`;
  return goals.filter(({ verdict, latest }) => {
    const period = isAbsent(latest) ? undefined : latest.period;
    return verdict.family === "settled" && period !== undefined && period.slice(0, 4) < closed;
  });
}

/** Worst first, as one reads for what to do. */
const urgency = [
  "off-course",
  "not-met",
  "at-risk",
  "partly-met",
  "cannot-be-settled",
  "not-yet-due",
  "on-course",
  "met",
];

const orders: Readonly<Record<SortKey, (a: GoalRow, b: GoalRow, language: Language) => number>> = {
  title: (a, b, language) => a.title[language].localeCompare(b.title[language], language),
  latest: (a, b) => numberOf(a.latest) - numberOf(b.latest),
  distance: (a, b) => numberOf(a.distance) - numberOf(b.distance),
  chance: (a, b) => (a.chance?.value ?? 0) - (b.chance?.value ?? 0),
  verdict: (a, b) => urgency.indexOf(verdictKey(a.verdict)) - urgency.indexOf(verdictKey(b.verdict)),
};

/** The goals in the order of a column; those without a figure come last either way. */
export function sorted(
  goals: readonly GoalRow[],
  { sort, order }: OverviewView,
  language: Language,
): readonly GoalRow[] {
  if (sort === undefined) return goals;
  const turn = order === "down" ? -1 : 1;
  const isLast = (goal: GoalRow) =>
    sort === "chance" ? goal.chance === undefined : (sort === "latest" || sort === "distance") && isAbsent(goal[sort]);
  return goals.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)) || turn * orders[sort](a, b, language));
}

function numberOf(shown: GoalRow["latest"]): number {
  return isAbsent(shown) ? 0 : shown.value;
}

/** The next press on a column's heading: up, down, then the plan's own order again. */
export function pressed({ sort, order }: OverviewView, column: SortKey): Pick<OverviewView, "sort" | "order"> {
  if (sort !== column) return { sort: column, order: undefined };
  return order === undefined ? { sort: column, order: "down" } : { sort: undefined, order: undefined };
}
