import { parsePeriod } from "#core/calendar/period.ts";
import { isDrawn, type Point } from "./state.ts";

/** A figure at its place in time: the middle of its period, in days. */
export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly period: string;
  readonly preliminary: boolean;
};

/** Figures that follow each other without a gap; those that may still change are runs of their own. */
export type Run = { readonly preliminary: boolean; readonly points: readonly Placed[] };

/** The middle of a period, in days since 1970. */
export function middleOf(period: string): number {
  const { from, to } = parsePeriod(period);
  return (from + to) / 2;
}

/**
 * The stretches of a line that may be drawn through: it stops where a figure is missing or withheld, where a period is
 * left out, and where the series breaks. A preliminary run begins at the last final figure, so that the two meet.
 *
 * @param placeOf where a period is along the axis
 */
export function runsOf(points: readonly Point[], placeOf: (period: string) => number = middleOf): Run[] {
  const runs: { preliminary: boolean; points: Placed[] }[] = [];
  let end: number | undefined;
  for (const point of points) {
    if (!isDrawn(point)) {
      end = undefined;
      continue;
    }
    const { from, to } = parsePeriod(point.period);
    const preliminary = point.preliminary === true;
    const placed: Placed = { x: placeOf(point.period), y: point.value, period: point.period, preliminary };
    const last = runs.at(-1);
    // Rolling periods overlap: they follow too.
    const follows = last !== undefined && end !== undefined && from <= end && point.afterBreak !== true;
    if (follows && last.preliminary === preliminary) last.points.push(placed);
    else runs.push({ preliminary, points: follows ? [last.points[last.points.length - 1], placed] : [placed] });
    end = to;
  }
  return runs;
}
