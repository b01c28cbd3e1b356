import { z } from "zod";
import { wholeNumber } from "../../format/scalars.ts";
import { share } from "../measures/options.ts";
import { endOfPerson, type Stretches } from "../stretches/list.ts";
import { cover } from "../stretches/unite.ts";

/**
 * When what somebody is on a day is long-term: `unbroken` for so many days up to the day, gaps of at most `gap` days
 * apart; or on so great a `share` of the days, or of the weeks up to it, where a week counts from `week` of its days.
 */
export const longTerm = z
  .strictObject({
    rule: z.enum(["unbroken", "share"]),
    days: wholeNumber.optional(),
    weeks: wholeNumber.optional(),
    gap: wholeNumber.default(28),
    share: share.default(0.8),
    week: wholeNumber.default(4),
  })
  .refine(({ days, weeks }) => (days === undefined) !== (weeks === undefined), {
    message: "enten days eller weeks / either days or weeks",
  });
export type LongTerm = z.output<typeof longTerm>;

/** How many days up to a day the rule looks at. */
export function daysLookedAt({ days, weeks = 0 }: LongTerm): number {
  return days ?? weeks * 7;
}

/** Whether a person is long-term on a day, by the days that count; asked in the order of the persons. */
export function isLongTerm(counted: Stretches, rule: LongTerm): (person: number, day: number) => boolean {
  const days = cover(counted, rule.rule === "unbroken" ? rule.gap : 0);
  let [start, end] = [0, 0];
  return (person, day) => {
    while (start < days.count && days.person[start] < person) start++;
    if (end <= start) end = start < days.count ? endOfPerson(days, start) : start;
    if (days.person[start] !== person || start === days.count) return false;
    return rule.rule === "unbroken" ? isUnbroken(days, start, end, day, rule) : isOften(days, start, end, day, rule);
  };
}

function isUnbroken(days: Stretches, start: number, end: number, day: number, rule: LongTerm): boolean {
  for (let i = start; i < end; i++)
    if (days.from[i] <= day && day < days.to[i]) return day - days.from[i] + 1 >= daysLookedAt(rule);
  return false;
}

/** Floating point puts 80 % of 55 at 44.00000000000001. */
const CLOSE = 1e-9;

function isOften(days: Stretches, start: number, end: number, day: number, rule: LongTerm): boolean {
  const least = (of: number) => rule.share * of - CLOSE;
  if (rule.weeks === undefined)
    return daysIn(days, start, end, day + 1 - daysLookedAt(rule), day + 1) >= least(rule.days ?? 0);
  let weeks = 0;
  for (let k = 0; k < rule.weeks; k++)
    if (daysIn(days, start, end, day - 7 * k - 6, day - 7 * k + 1) >= rule.week) weeks++;
  return weeks >= least(rule.weeks);
}

function daysIn(days: Stretches, start: number, end: number, from: number, to: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += Math.max(0, Math.min(days.to[i], to) - Math.max(days.from[i], from));
  return sum;
}
