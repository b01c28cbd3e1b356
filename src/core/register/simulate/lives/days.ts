import { addDays, type Day } from "../../../calendar/day.ts";
import { between } from "../../../stats/draw.ts";
import type { Random } from "../../../stats/random.ts";

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** A day from one to the day before another. */
export function someDay(random: Random, from: Day, to: Day): Day {
  return addDays(from, Math.floor(random() * (to - from)));
}

/** A day about so many days after another: from `1 - spread` to `1 + spread` times as many, at least one. */
export function daysLater(random: Random, day: Day, days: number, spread: number): Day {
  return addDays(day, Math.max(1, Math.round(days * between(random, 1 - spread, 1 + spread))));
}
