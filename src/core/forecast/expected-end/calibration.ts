import type { Day } from "../../calendar/day.ts";
import { isSmallShare } from "../../figures/suppress.ts";
import type { Bounds } from "../../stats/bounds.ts";
import { wilson } from "../../stats/wilson.ts";
import { curvesOf, lastBefore } from "./curves.ts";
import type { Grouping } from "./groups.ts";
import { STILL_THERE, type Wait, type Waits } from "./waits.ts";

/** What was expected of the people of a year ago, and what came. */
export type Calibration = {
  /** The day they were found; nothing later was known to what was expected. */
  readonly found: Day;
  readonly rows: readonly CalibrationRow[];
};

/** People expected to have left within so many weeks, by benefit (all together without one) and those who had. */
export type CalibrationRow = {
  readonly benefit?: string;
  readonly weeks: number;
  readonly persons: number;
  readonly expected: number;
  readonly observed: number;
  /** The shares that so many observed do not speak against. */
  readonly range: Bounds;
};

/** The day a year before the last that is known, by its number. */
const HELD_OUT = 3;
const FEWEST_DAYS = 4;
/** Shares of fewer people say little. */
const FEWEST = 50;
const weeksTried = [13, 26, 52];

/**
 * Expects the ends of spells found a year ago from what was seen until then, group by group, and holds them against what
 * came: of all who were expected to leave with some chance, that share should have.
 */
export function calibrate(
  waits: Waits,
  grouping: Grouping,
  { benefits, limit }: { readonly benefits?: readonly string[]; readonly limit: number },
): Calibration | undefined {
  const [found, day] = [HELD_OUT, waits.days[HELD_OUT]];
  if (day === undefined || waits.days.length < found + 1 + FEWEST_DAYS) return undefined;
  const tried = [...waits.byGroup].flatMap(([number, all]) => {
    const { benefit } = grouping.namesOf(number);
    if (benefits !== undefined && !benefits.includes(benefit)) return [];
    const held = all.filter((wait) => wait.found === found);
    const before = all.filter((wait) => wait.found > found).map((wait) => asKnownOn(wait, waits.days, day));
    return before.length === 0 ? [] : [{ benefit, held, chances: weeksTried.map(chanceOf(before)) }];
  });
  const names = [undefined, ...new Set(tried.map(({ benefit }) => benefit))];
  const rows = names.flatMap((benefit) => {
    const of = tried.filter((one) => benefit === undefined || one.benefit === benefit);
    return weeksTried.flatMap((weeks, k): CalibrationRow[] => {
      const held = of.flatMap((one) => one.held);
      const persons = held.length;
      const expected = of.reduce((sum, one) => sum + one.held.length * one.chances[k], 0) / persons;
      const left = held.filter(({ days, next }) => next !== STILL_THERE && days <= weeks * 7).length;
      if (persons < FEWEST || isSmallShare(left, persons, limit)) return [];
      const range = wilson(left, persons);
      return [{ ...(benefit !== undefined && { benefit }), weeks, persons, expected, observed: left / persons, range }];
    });
  });
  return { found: day, rows };
}

/** A wait as far as it was known on a day. */
function asKnownOn(wait: Wait, days: readonly Day[], day: Day): Wait {
  const until = day - days[wait.found] + 1;
  return wait.days <= until ? wait : { ...wait, days: until, next: STILL_THERE };
}

/** The share that had left after so many weeks. */
function chanceOf(waits: readonly Wait[]): (weeks: number) => number {
  const { time, probability } = curvesOf(waits, () => 1, 2);
  return (weeks) => {
    const step = lastBefore(time, weeks * 7);
    return step < 0 ? 0 : probability[step * 2 + 1];
  };
}
