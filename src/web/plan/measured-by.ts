import type { Known } from "./answers.ts";
import type { Values } from "./kept.ts";
import type { PlanView } from "./view.ts";

/** What a new goal is measured by, as it was carried from where its figure was looked at. */
export type MeasuredBy = {
  readonly indicator: string;
  /** The codes it is narrowed to, by dimension. */
  readonly where: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Dimensions it was broken down by: one of their groups can be chosen. */
  readonly by: readonly string[];
  /** What is to be true of it, where that is known: values of the goal by their path. */
  readonly aim?: Readonly<Record<string, string>>;
};

/** Reads what an address carries; nothing where it names no indicator that is known. */
export function measuredBy({ measure, where, set, by, aim }: PlanView, { indicators }: Known): MeasuredBy | undefined {
  if (measure === undefined || !indicators.some(({ id }) => id === measure)) return undefined;
  const narrowed = pairsOf(where);
  return {
    ...{ indicator: measure, where: narrowed, parameters: pairsOf(set) },
    by: (by ?? []).filter((dimension) => narrowed[dimension] === undefined),
    ...(aim && { aim: pairsOf(aim) }),
  };
}

function pairsOf(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]));
}

/**
 * What it is, as the values of a goal.
 *
 * @example valuesOf({ indicator: "personer", where: { sex: "kvinde" }, parameters: {}, by: [] }) // { indicator: "personer", "where.sex": "kvinde" }
 */
export function valuesOf({ indicator, where, parameters, aim }: Omit<MeasuredBy, "by">): Values {
  const under = (head: string, pairs: Readonly<Record<string, string>>) =>
    Object.entries(pairs).flatMap(([name, value]) => (value === "" ? [] : [[`${head}.${name}`, value] as const]));
  return { indicator, ...Object.fromEntries([...under("where", where), ...under("parameters", parameters)]), ...aim };
}
