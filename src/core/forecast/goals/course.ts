import type { Period } from "../../calendar/period.ts";
import { type Demand, satisfies } from "../../plans/targets/demand.ts";
import type { Taken } from "../../plans/targets/taken.ts";

/** A target on its way: what must hold, how its period is taken, and what is known so far. */
export type Course = {
  readonly demand: Demand;
  readonly taken: Taken;
  /** The final figures inside the target's period, the oldest first. */
  readonly sofar: readonly number[];
  /** The newest final figure, also where it lies before the period. */
  readonly latest: number;
};

/** The period in which a target is expected to become met or lost for good, and in which part of the ways it is then. */
export type Turn = { readonly period: Period; readonly into: "met" | "lost"; readonly chance: number };

/**
 * When a target turns: the first coming period from which on at least half of the ways are on the other side of the
 * demand than now, by the mean, sum or latest figure so far as the target takes it. Undefined where it stays as it is.
 *
 * @param ways figures of each way in `periods`, the coming ones inside the target's period
 */
export function turnOf(course: Course, periods: readonly Period[], ways: readonly Float64Array[]): Turn | undefined {
  const before = holdsNow(course);
  const held = periods.map((_, at) => {
    const met = ways.filter((way) => holds(course, [...course.sofar, ...way.subarray(0, at + 1)])).length;
    return met / ways.length;
  });
  const last = held.at(-1);
  if (last === undefined || last >= 0.5 === before) return undefined;
  const at = held.findLastIndex((share) => share >= 0.5 === before) + 1;
  return { period: periods[at], into: before ? "lost" : "met", chance: before ? 1 - held[at] : held[at] };
}

function holdsNow({ demand, ...course }: Course): boolean {
  const isLatest = course.taken !== "sum" && course.taken !== "each";
  if (course.sofar.length === 0 && isLatest) return satisfies(course.latest, demand);
  return holds({ demand, ...course }, course.sofar);
}

/** Whether figures so far hold as the target takes them. */
function holds({ demand, taken }: Pick<Course, "demand" | "taken">, figures: readonly number[]): boolean {
  if (taken === "each") return figures.every((one) => satisfies(one, demand));
  if (taken === "end" || taken === "value") return satisfies(figures[figures.length - 1], demand);
  const total = figures.reduce((sum, one) => sum + one, 0);
  return satisfies(taken === "sum" ? total : total / figures.length, demand);
}

/**
 * What so much a month is: a net change that the target takes, or leaves room for; of a sum, how many it takes each
 * month, or has room for.
 */
export const neededKinds = ["change", "room", "amount", "room-for"] as const;
export type NeededKind = (typeof neededKinds)[number];

/** Whether so much a month is a change of the figure, shown with its sign; of a sum it is an amount. */
export function isChange(kind: NeededKind): boolean {
  return kind === "change" || kind === "room";
}

/** So much a month from now on, in the unit of the figure's change, or of a sum's figures. */
export type NeededPerMonth = { readonly value: number; readonly kind: NeededKind };

/**
 * What the figure must change by each month from now on to end just at the demand's bound: evenly from the newest figure,
 * so that the last one, or the mean of the period, is the bound. Of a sum: how much is needed each month. Undefined where
 * nothing is left, where each figure must hold, where the demand holds on both sides, and of a sum that is reached.
 *
 * @param steps how many coming periods are left of the target's, and how many lie before it
 * @param months how many months a period has
 */
export function neededPerMonth(
  { demand, taken, sofar, latest }: Course,
  { left, before }: { readonly left: number; readonly before: number },
  months: number,
): NeededPerMonth | undefined {
  const bound = boundOf(demand, latest);
  if (bound === undefined || left === 0 || taken === "each") return undefined;
  const isCeiling = bound === demand.high;
  const known = sofar.reduce((sum, one) => sum + one, 0);
  if (taken === "sum") {
    const kind = isCeiling ? "room-for" : "amount";
    return bound > known ? { value: (bound - known) / (left * months), kind } : undefined;
  }
  const change = (value: number): NeededPerMonth => {
    return { value, kind: value !== 0 && value > 0 === isCeiling ? "room" : "change" };
  };
  if (taken !== "mean") return change((bound - latest) / ((before + left) * months));
  // Steps before+1 … before+left of an even change from the latest figure.
  const climbed = (left * (2 * before + left + 1)) / 2;
  return change((bound * (sofar.length + left) - known - left * latest) / (climbed * months));
}

/** The bound of a demand on the side a figure is nearest to or beyond; of one that is bound at both ends only when beyond. */
function boundOf({ low, high }: Demand, figure: number): number | undefined {
  if (!Number.isFinite(low)) return high;
  if (!Number.isFinite(high)) return low;
  if (figure < low) return low;
  return figure > high ? high : undefined;
}
