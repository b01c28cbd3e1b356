import type { Point } from "#charts/state.ts";
import type { GoalRow } from "../answers.ts";

/** The points of the server as charts draw them: a value, or the reason for none. */
export function chartPoints(points: GoalRow["trend"]): Point[] {
  return points.map(({ period, value, missing, preliminary }) =>
    value === undefined
      ? { period, missing: missing ?? "no-data" }
      : { period, value, ...(preliminary === true && { preliminary }) },
  );
}
