import { choiceOf, listOf, type Search, wordOf } from "../frame/address.ts";

/** What can stand beside the document. */
export const sides = ["check", "versions", "yaml"] as const;
export type Side = (typeof sides)[number];

/** The columns, of which a narrow page shows one. */
export const columns = ["outline", "document", "side"] as const;
export type Column = (typeof columns)[number];

/** A text of the plan: a version by its number, or the draft. */
export type Which = number | "draft";

/** How a plan is looked at; all of it stands in the address. */
export type PlanView = {
  /** The goal that is edited. */
  readonly edit?: string;
  /** The text that is read; without one, the draft when there is one, else the newest version. */
  readonly version?: Which;
  /** The text that the shown one is held against. */
  readonly compare?: Which;
  readonly side?: Side;
  readonly column?: Column;
  /** What a new goal is to be measured by: an indicator, its filters and parameters, and what is to be narrowed further. */
  readonly measure?: string;
  readonly where?: readonly string[];
  readonly set?: readonly string[];
  readonly by?: readonly string[];
  /** What it is to be: values of the goal, as `target.bound:most`. */
  readonly aim?: readonly string[];
};

/** Reads how an address wants a plan looked at. */
export function readPlanView(search: Search): PlanView {
  const view = {
    edit: wordOf(search.edit),
    version: whichOf(search.version),
    compare: whichOf(search.compare),
    side: choiceOf(search.side, sides),
    column: choiceOf(search.column, columns),
    measure: wordOf(search.measure),
    where: listOf(search.where),
    set: listOf(search.set),
    by: listOf(search.by),
    aim: listOf(search.aim),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined));
}

function whichOf(value: unknown): Which | undefined {
  if (value === "draft") return value;
  const number = Number(value);
  return value !== "" && Number.isInteger(number) && number > 0 ? number : undefined;
}
