import { broken } from "../faults/fault.ts";
import type { Language } from "../text/text.ts";
import { firstDayAt, monthAt } from "./civil.ts";
import { monthNames } from "./month-names.ts";

/** A calendar date without time zone, counted in days from 1 January 1970. */
export type Day = number & { readonly __day: true };

/** Year, month (1-12) and day of the month (1-31). */
export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/** The end of what still runs: the last day that 32 bits can hold. */
export const OPEN_END = checked(2 ** 31 - 1);

/** Whether a number is a day: a whole number within 32 bits. */
export function isDay(n: number): n is Day {
  return (n | 0) === n;
}

/**
 * The day of a date in the Gregorian calendar.
 *
 * @throws BrokenInput not-a-day
 * @example dayOf(1970, 1, 2) // 1
 */
export function dayOf(year: number, month: number, day: number): Day {
  const found = findDate(year, month, day);
  if (found === undefined) throw broken("not-a-day", { value: iso({ year, month, day }) });
  return found;
}

/** The day an ISO date names, `2018-09-30`, or undefined when the text is none. */
export function findDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return undefined;
  return findDate(digitsAt(text, 0, 4), digitsAt(text, 5, 7), digitsAt(text, 8, 10));
}

/** As `findDay`. @throws BrokenInput not-a-day */
export function parseDay(text: string): Day {
  const day = findDay(text);
  if (day === undefined) throw broken("not-a-day", { value: text });
  return day;
}

/**
 * The day of a date in the Danish order, `30-09-2018`.
 *
 * @throws BrokenInput not-a-day
 */
export function parseDanishDay(text: string): Day {
  const isForm = text.length === 10 && text[2] === "-" && text[5] === "-";
  const day = isForm ? findDate(digitsAt(text, 6, 10), digitsAt(text, 3, 5), digitsAt(text, 0, 2)) : undefined;
  if (day === undefined) throw broken("not-a-day", { value: text });
  return day;
}

/** The ISO date, `2018-09-30`. */
export function formatDay(day: Day): string {
  return iso(partsOf(day));
}

/** The date in words, `30. september 2018` or `30 September 2018`. */
export function sayDay(day: Day, language: Language): string {
  const parts = partsOf(day);
  const month = monthNames[language][parts.month - 1];
  return `${parts.day}${language === "da" ? "." : ""} ${month} ${parts.year}`;
}

/** The day so many days later, or earlier when negative. What is open stays open. */
export function addDays(day: Day, days: number): Day {
  return day === OPEN_END ? day : checked(day + days);
}

/**
 * The same day of the month so many months later, or that month's last day. What is open stays open.
 *
 * @example formatDay(addMonths(parseDay("2018-01-31"), 3)) // "2018-04-30"
 */
export function addMonths(day: Day, months: number): Day {
  if (day === OPEN_END) return day;
  const from = monthAt(day);
  const to = from + months;
  const dayOfMonth = day - firstDayAt(from);
  return checked(Math.min(firstDayAt(to) + dayOfMonth, firstDayAt(to + 1) - 1));
}

/** Year, month and day of the month. */
export function partsOf(day: Day): DayParts {
  const month = monthAt(day);
  const year = Math.floor(month / 12);
  return { year, month: month - year * 12 + 1, day: day - firstDayAt(month) + 1 };
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The last day of the month a day lies in. */
export function endOfMonth(day: Day): Day {
  return checked(firstDayAt(monthAt(day) + 1) - 1);
}

/** The number some digits of a text write, NaN when they are not all digits. A register has millions of dates. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

function findDate(year: number, month: number, day: number): Day | undefined {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12) return undefined;
  const found = firstDayAt(year * 12 + month - 1) + day - 1;
  return day >= 1 && isDay(found) && found < firstDayAt(year * 12 + month) ? found : undefined;
}

function checked(n: number): Day {
  if (isDay(n)) return n;
  throw broken("not-a-day", { value: n });
}

function iso({ year, month, day }: DayParts): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
