import { addDays, addMonths, type Day } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import { isMissing, type MissingReason } from "../../figures/figure.ts";
import type { Observation, Series } from "../../indicators/series.ts";

/** A point of a line: the figure of a period, or why there is none. */
export type Point = {
  readonly period: Period;
  readonly value?: number;
  readonly missing?: MissingReason;
  /** The source can still change it. */
  readonly preliminary?: true;
};

/**
 * The observations of the finest steps of a path, oldest first: a series can hold months and years beside each other.
 *
 * @example finestSteps([]) // []
 */
export function finestSteps(path: readonly Observation[]): Observation[] {
  const shortest = Math.min(...path.map(({ period }) => period.to - period.from));
  return path.filter(({ period }) => period.to - period.from <= shortest + 3);
}

/** The last steps of a path: those of so many months, and at least `fewest` however long they are. */
export function lastSteps(path: readonly Observation[], months: number, fewest: number): Observation[] {
  const steps = finestSteps(path);
  const last = steps.at(-1);
  if (last === undefined) return [];
  const from = addMonths(last.period.to, -months);
  const within = steps.filter(({ period }) => period.from >= from);
  return within.length >= fewest ? within : steps.slice(-fewest);
}

/** Observations as points, each marked while its source can still change it as of a day. */
export function pointsOfPath(path: readonly Observation[], series: Series | undefined, asOf: Day): Point[] {
  return path.map(({ period, value }) => {
    if (isMissing(value)) return { period, missing: value.missing };
    const preliminary =
      value.origin?.preliminary === true ||
      (series !== undefined && addMonths(period.to, series.finalAfterMonths) > addDays(asOf, 1));
    return { period, value: value.value, ...(preliminary && { preliminary }) };
  });
}
