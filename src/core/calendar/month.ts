import { broken } from "../faults/fault.ts";
import type { Language } from "../text/text.ts";
import { firstDayAt, monthAt } from "./civil.ts";
import { type Day, dayOf } from "./day.ts";
import { monthNames } from "./month-names.ts";

/** A month of a year, counted as year × 12 + month − 1, so that months can be subtracted and compared. */
export type Month = number & { readonly __month: true };

/** Whether a number is a month: a whole number within 32 bits. */
export function isMonth(n: number): n is Month {
  return (n | 0) === n;
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
  return checked(monthAt(day));
}

/**
 * A month from its year and its number (1-12).
 *
 * @throws BrokenInput not-a-month
 */
export function monthFrom(year: number, month: number): Month {
  if (month < 1 || month > 12) throw broken("not-a-month", { value: `${year}-${month}` });
  return checked(year * 12 + month - 1);
}

/** The month a text names, `2018-09`, or undefined when it names none. */
export function findMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match === null ? undefined : monthFrom(Number(match[1]), Number(match[2]));
}

/** As `findMonth`. @throws BrokenInput not-a-month */
export function parseMonth(text: string): Month {
  const month = findMonth(text);
  if (month === undefined) throw broken("not-a-month", { value: text });
  return month;
}

/** `2018-09`. */
export function formatMonth(month: Month): string {
  return `${String(yearOf(month)).padStart(4, "0")}-${String(numberOf(month)).padStart(2, "0")}`;
}

/** `september 2018` or `September 2018`. */
export function sayMonth(month: Month, language: Language): string {
  return `${monthNames[language][numberOf(month) - 1]} ${yearOf(month)}`;
}

/** The first day of a month. */
export function firstDay(month: Month): Day {
  return dayOf(yearOf(month), numberOf(month), 1);
}

/** The first day after a month: its end, exclusive. */
export function firstDayAfter(month: Month): Day {
  return firstDay(addToMonth(month, 1));
}

/** How many days a month has. */
export function daysIn(month: Month): number {
  return firstDayAt(month + 1) - firstDayAt(month);
}

/** The month so many months later, or earlier when negative. */
export function addToMonth(month: Month, months: number): Month {
  return checked(month + months);
}

/** The year of a month. */
export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** The number of a month in its year, 1-12. */
export function numberOf(month: Month): number {
  return month - yearOf(month) * 12 + 1;
}

function checked(n: number): Month {
  if (isMonth(n)) return n;
  throw broken("not-a-month", { value: n });
}
