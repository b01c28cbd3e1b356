import { addDays, type Day, endOfMonth, formatDay, parseDay } from "#core/calendar/day.ts";
import { type Random, randomFrom } from "#core/stats/random.ts";

/** The days that generated registers are about; a leap day is among them. */
export const FIRST_DAY = parseDay("2015-11-01");
export const LAST_DAY = parseDay("2017-06-30");

/** Draws that make registers nasty: ends of months, leap days, touching and overlapping rows, empty cells. */
export type Draws = {
  readonly chance: (p: number) => boolean;
  readonly whole: (least: number, most: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** A day, every other time near the turn of a month. */
  readonly day: () => Day;
  /** First and last day of a row; empty when it still runs. */
  readonly span: () => { readonly from: string; readonly to: string };
  /** A row of days that lies awkwardly to another: inside it, touching it, or some telling gap after it. */
  readonly spanAfter: (to: string) => { readonly from: string; readonly to: string };
  /** One of the values, or an empty cell. */
  readonly maybe: <T>(p: number, of: readonly T[]) => T | "";
};

/** Gaps, in days, at which something turns: courses join at 7, long-term gaps close at 28, months pass. */
const tellingGaps = [-3, 0, 1, 1, 2, 5, 6, 7, 8, 9, 27, 28, 29, 30, 31, 32, 45, 58, 60, 62];

const lengths = [
  [1, 1],
  [1, 10],
  [5, 40],
  [20, 120],
  [50, 300],
] as const;

/** The draws of a register, the same for the same number. */
export function drawsFrom(seed: number): Draws {
  const random: Random = randomFrom(seed);
  const chance = (p: number) => random() < p;
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const one = <T>(of: readonly T[]) => of[whole(0, of.length - 1)];
  const day = () => {
    const anywhere = addDays(FIRST_DAY, whole(0, LAST_DAY - FIRST_DAY));
    if (chance(0.08)) return parseDay("2016-02-29");
    return chance(0.5) ? addDays(endOfMonth(anywhere), whole(-2, 2)) : anywhere;
  };
  const spanFrom = (from: Day) => {
    const [least, most] = one(lengths);
    return { from: formatDay(from), to: chance(0.12) ? "" : formatDay(addDays(from, whole(least, most) - 1)) };
  };
  return {
    chance,
    whole,
    one,
    day,
    span: () => spanFrom(day()),
    spanAfter: (to) => (to === "" ? spanFrom(day()) : spanFrom(addDays(parseDay(to), one(tellingGaps)))),
    maybe: (p, of) => (chance(p) ? one(of) : ""),
  };
}
