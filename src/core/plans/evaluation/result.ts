import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Foreseen } from "../../forecast/goals/foreseen.ts";
import type { Observation, Series } from "../../indicators/series.ts";
import type { Text } from "../../text/text.ts";
import type { Goal } from "../format/goal.ts";
import { type Demand, distanceTo } from "../targets/demand.ts";
import type { Target } from "../targets/schema.ts";
import type { Context } from "./context.ts";
import type { Verdict } from "./verdict.ts";

/** How far a figure moved from the baseline. */
export type Moved = { readonly number: Figure; readonly share: Figure | Missing };

/** How a part of a goal stands. */
export type PartResult = {
  readonly id: string;
  readonly label: Text;
  readonly verdict: Verdict;
  readonly latest: Figure | Missing;
  readonly baseline: Figure | Missing;
  readonly target: Target | undefined;
  /** What the target asks of the figure, once what it counts from is known. */
  readonly demand: Demand | undefined;
  /** While under way: what is asked of the projected figure; on the straight line to the target, less than the target asks. */
  readonly demandNow: Demand | undefined;
  readonly change: Moved | undefined;
  /** From the demand's bound, signed as figure minus bound. */
  readonly distance: Figure | Missing;
  /** The final figure of the target's own period, once it has settled the goal. */
  readonly settledBy: Figure | undefined;
  /** Where the course so far leads, while the goal is under way. */
  readonly projected: Figure | undefined;
  /** What is forecast of it while it is not settled, or why nothing is; undefined where no forecast was asked for. */
  readonly foreseen: Foreseen | Text | undefined;
  readonly series: Series | undefined;
  /** The outturn so far, oldest first. */
  readonly path: readonly Observation[];
  readonly context: readonly Context[];
  readonly notes: readonly Text[];
};

/** How a goal stands, with its parts. */
export type GoalResult = { readonly goal: Goal; readonly verdict: Verdict; readonly parts: readonly PartResult[] };

/** The unit of a difference of two figures. */
export function differenceUnit(unit: Unit): Unit {
  return unit === "share" ? "share-points" : unit;
}

/** How far a figure is from a demand; it comes from where the figure does. */
export function distanceFrom(figure: Figure | Missing | undefined, demand: Demand): Figure | Missing {
  if (figure === undefined || isMissing(figure)) return { missing: "no-data" };
  const { value, unit, period, origin } = figure;
  return { value: distanceTo(value, demand), unit: differenceUnit(unit), period, origin };
}

/** How far a figure has moved from another, in its unit and relatively; it comes from where the newer one does. */
export function moved(from: Figure | Missing, to: Figure | Missing | undefined): Moved | undefined {
  if (to === undefined || isMissing(from) || isMissing(to)) return undefined;
  const { period, origin } = to;
  const number: Figure = { value: to.value - from.value, unit: differenceUnit(to.unit), period, origin };
  if (from.value === 0) return { number, share: { missing: "division-by-zero" } };
  return { number, share: { value: to.value / from.value - 1, unit: "share", period, origin } };
}

/** The number of a figure, if there is one. */
export function numberOf(figure: Figure | Missing | undefined): number | undefined {
  return figure === undefined || isMissing(figure) ? undefined : figure.value;
}
