import { broken } from "../faults/fault.ts";
import type { Language } from "../text/text.ts";
import { monthNames } from "./month-names.ts";

/** A calendar date without time zone, counted in days from 1 January 1970. */
export type Day = number & { readonly __day: true };

/** Year, month (1-12) and day of the month (1-31). */
export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/** Days from 1 March of the year 0, where the arithmetic below counts from, to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

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
  if (!isDate(year, month, day)) throw broken("not-a-day", { value: iso({ year, month, day }) });
  return civil(year, month, day);
}

/** The day an ISO date names, `2018-09-30`, or undefined when the text is none. */
export function findDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match === null ? undefined : findDate(Number(match[1]), Number(match[2]), Number(match[3]));
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
  const match = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text);
  const day = match === null ? undefined : findDate(Number(match[3]), Number(match[2]), Number(match[1]));
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
 * @example addMonths(parseDay("2018-01-31"), 3) // 30 April 2018
 */
export function addMonths(day: Day, months: number): Day {
  if (day === OPEN_END) return day;
  const parts = partsOf(day);
  const count = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return civil(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/**
 * Year, month and day of the month. Cassio Neri and Lorenz Schneider's arithmetic ("Euclidean affine functions and
 * their application to calendar algorithms", 2023): the year begins in March, so that the leap day comes last.
 */
export function partsOf(day: Day): DayParts {
  const quarterDays = 4 * (day + DAYS_TO_1970) + 3;
  const century = Math.floor(quarterDays / 146_097);
  const dayOfCentury = Math.floor((quarterDays - century * 146_097) / 4);
  const inCentury = 4 * dayOfCentury + 3;
  const yearOfCentury = Math.floor(inCentury / 1461);
  const fifths = 5 * Math.floor((inCentury - yearOfCentury * 1461) / 4) + 461;
  const month = Math.floor(fifths / 153);
  const year = 100 * century + yearOfCentury;
  const dayOfMonth = Math.floor((fifths - month * 153) / 5) + 1;
  return month > 12 ? { year: year + 1, month: month - 12, day: dayOfMonth } : { year, month, day: dayOfMonth };
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The last day of the month a day lies in. */
export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return civil(year, month, daysInMonth(year, month));
}

/** How many days a month (1-12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return 30 + ((month + (month >> 3)) & 1);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function findDate(year: number, month: number, day: number): Day | undefined {
  return isDate(year, month, day) ? civil(year, month, day) : undefined;
}

function isDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of a date that is known to exist. */
function civil(year: number, month: number, day: number): Day {
  const march = month < 3 ? { year: year - 1, month: month + 9 } : { year, month: month - 3 };
  const century = Math.floor(march.year / 100);
  const leapDays = Math.floor(march.year / 4) - century + Math.floor(century / 4);
  return checked(365 * march.year + leapDays + Math.floor((153 * march.month + 2) / 5) + day - 1 - DAYS_TO_1970);
}

function checked(n: number): Day {
  if (isDay(n)) return n;
  throw broken("not-a-day", { value: n });
}

function iso({ year, month, day }: DayParts): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
