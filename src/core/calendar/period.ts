import { broken } from "../faults/fault.ts";
import type { Language } from "../text/text.ts";
import { addDays, addMonths, type Day, dayOf, findDay, formatDay, partsOf, sayDay, weekday } from "./day.ts";
import { firstDay, firstDayAfter, formatMonth, type Month, monthOf, sayMonth } from "./month.ts";

/** The kinds of period that the calendar is divided into. */
export type CalendarKind = "year" | "half" | "quarter" | "month" | "week" | "day";

/** How often a series has a figure. */
export type Frequency = "day" | "month" | "quarter" | "half" | "year";

/** A stretch of whole days. */
export type Period = {
  readonly kind: CalendarKind | "range" | "rolling" | "end";
  readonly from: Day;
  /** The day after the last. */
  readonly to: Day;
  /** As the program itself writes it: `2018Q3`, `2018Q2..2019Q1`, `end of 2018`. */
  readonly id: string;
  /** Of kind `end`: the period whose last day this is. */
  readonly of?: Period;
};

/**
 * Reads a period as the program writes it (`2018`, `2018H1`, `2018Q3`, `2018-09`, `2018-W36`, `2018-09-30`,
 * `2018Q2..2019Q1`, `end of 2018`) or as Jobindsats (`2018M09`, `2018Q01`, `2018Y01`, `2022QMAT04`: the four quarters
 * to the fourth) and Statistikbanken (`2018K3`) do.
 *
 * @throws BrokenInput not-a-period
 * @example parsePeriod("2018K3").id // "2018Q3"
 */
export function parsePeriod(text: string): Period {
  const period = findPeriod(text);
  if (period === undefined) throw broken("not-a-period", { value: text });
  return period;
}

/** As `parsePeriod`, undefined when the text names no period. */
export function findPeriod(text: string): Period | undefined {
  const end = /^end of (.+)$/.exec(text);
  if (end !== null) {
    const of = findStretch(end[1]);
    return of && endOf(of);
  }
  return findStretch(text);
}

function findStretch(text: string): Period | undefined {
  const [first, last, more] = text.split("..").map(findCalendarPeriod);
  if (!text.includes("..")) return first ?? findRolling(text);
  return first && last && more === undefined ? findRange(first, last) : undefined;
}

/** How each kind is written, and a day that lies in the period written so. */
const forms: readonly (readonly [CalendarKind, RegExp, (year: number, n: number) => Day])[] = [
  ["year", /^(\d{4})(?:Y01)?$/, (year) => dayOf(year, 1, 1)],
  ["half", /^(\d{4})H([12])$/, (year, n) => dayOf(year, n * 6, 1)],
  ["quarter", /^(\d{4})(?:Q0?|K)([1-4])$/, (year, n) => dayOf(year, n * 3, 1)],
  ["month", /^(\d{4})[-M](0[1-9]|1[0-2])$/, (year, n) => dayOf(year, n, 1)],
  ["week", /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/, (year, n) => addDays(dayOf(year, 1, 4), 7 * (n - 1))],
];

function findCalendarPeriod(text: string): Period | undefined {
  for (const [kind, form, dayIn] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const period = periodAround(dayIn(Number(match[1]), Number(match[2])), kind);
    // The 53rd week of a year with 52 is the first of the next.
    return kind === "week" && period.id !== text ? undefined : period;
  }
  const day = findDay(text);
  return day === undefined ? undefined : periodAround(day, "day");
}

function findRange(first: Period, last: Period): Period | undefined {
  if (first.id === last.id) return first;
  if (first.from > last.from || first.to > last.to) return undefined;
  return { kind: "range", from: first.from, to: last.to, id: `${first.id}..${last.id}` };
}

function findRolling(text: string): Period | undefined {
  const match = /^(\d{4})QMAT0([1-4])$/.exec(text);
  return match === null
    ? undefined
    : rolling(periodAround(dayOf(Number(match[1]), Number(match[2]) * 3, 1), "quarter"));
}

/** The four quarters that end with a quarter. */
function rolling(quarter: Period): Period {
  return { kind: "rolling", from: addMonths(quarter.to, -12), to: quarter.to, id: quarter.id.replace("Q", "QMAT0") };
}

/** The period that is the last day of a period. */
export function endOf(period: Period): Period {
  if (period.kind === "end") return period;
  return { kind: "end", from: addDays(period.to, -1), to: period.to, id: `end of ${period.id}`, of: period };
}

/** The year, half-year, quarter, month, ISO week or day that a day lies in. */
export function periodAround(day: Day, kind: CalendarKind): Period {
  return around[kind](day);
}

const around: Readonly<Record<CalendarKind, (day: Day) => Period>> = {
  year: (day) => monthsAround(day, "year", 12),
  half: (day) => monthsAround(day, "half", 6),
  quarter: (day) => monthsAround(day, "quarter", 3),
  month: (day) => monthsAround(day, "month", 1),
  week: (day) => {
    const { year, week } = isoWeek(day);
    const from = addDays(day, 1 - weekday(day));
    return { kind: "week", from, to: addDays(from, 7), id: `${fourDigits(year)}-W${String(week).padStart(2, "0")}` };
  },
  day: (day) => ({ kind: "day", from: day, to: addDays(day, 1), id: formatDay(day) }),
};

function monthsAround(day: Day, kind: "year" | "half" | "quarter" | "month", months: number): Period {
  const { year, month } = partsOf(day);
  const n = Math.ceil(month / months);
  const from = dayOf(year, (n - 1) * months + 1, 1);
  const ids = {
    year: fourDigits(year),
    half: `${fourDigits(year)}H${n}`,
    quarter: `${fourDigits(year)}Q${n}`,
    month: formatMonth(monthOf(day)),
  };
  return { kind, from, to: addMonths(from, months), id: ids[kind] };
}

function fourDigits(year: number): string {
  return String(year).padStart(4, "0");
}

/** The period in words: `3. kvartal 2018`, `uge 36, 2018`, `ultimo 2018`. */
export function sayPeriod(period: Period, language: Language): string {
  return sayings[period.kind](period, language);
}

const sayings: Readonly<Record<Period["kind"], (period: Period, language: Language) => string>> = {
  year: ({ id }) => id,
  half: ({ id }, language) => {
    const [year, n] = id.split("H");
    return language === "da" ? `${n}. halvår ${year}` : `${n === "1" ? "first" : "second"} half of ${year}`;
  },
  quarter: ({ id }, language) => {
    const [year, n] = id.split("Q");
    return language === "da" ? `${n}. kvartal ${year}` : `Q${n} ${year}`;
  },
  month: ({ from }, language) => sayMonth(monthOf(from), language),
  week: ({ from }, language) => {
    const { year, week } = isoWeek(from);
    return `${language === "da" ? "uge" : "week"} ${week}, ${year}`;
  },
  day: ({ from }, language) => sayDay(from, language),
  range: ({ id }, language) =>
    id
      .split("..")
      .map((part) => sayPeriod(parsePeriod(part), language))
      .join(" - "),
  rolling: ({ to }, language) => {
    const last = sayPeriod(periodAround(addDays(to, -1), "quarter"), language);
    return language === "da" ? `de fire kvartaler til og med ${last}` : `the four quarters to ${last}`;
  },
  end: ({ from, of }, language) => {
    const what = of === undefined ? sayDay(from, language) : sayPeriod(of, language);
    return `${language === "da" ? "ultimo" : "end of"} ${what}`;
  },
};

/** The period as the time something was so: `i 3. kvartal 2018`, `ultimo 2018`, `at the end of 2018`. */
export function sayInPeriod(period: Period, language: Language): string {
  const said = sayPeriod(period, language);
  if (period.kind === "end") return language === "da" ? said : `at the ${said}`;
  if (period.kind === "day") return language === "da" ? `den ${said}` : `on ${said}`;
  return language === "da" ? `i ${said}` : `in ${said}`;
}

/** Whether every day of one period lies in another. */
export function contains(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two periods are the same days, however they are written. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether one period is over before another begins. */
export function precedes(earlier: Period, later: Period): boolean {
  return earlier.to <= later.from;
}

/** How many days a period has. */
export function lengthInDays(period: Period): number {
  return period.to - period.from;
}

/** Every month that has a day in the period, in order. */
export function monthsOf(period: Period): Month[] {
  const months: Month[] = [];
  for (let day = period.from; day < period.to; day = firstDayAfter(monthOf(day))) months.push(monthOf(day));
  return months;
}

/** The whole months, quarters or years that lie in the period, in order: none when it is shorter than one. */
export function splitInto(period: Period, kind: "month" | "quarter" | "year"): Period[] {
  const parts: Period[] = [];
  for (let day = period.from; day < period.to; ) {
    const part = periodAround(day, kind);
    if (contains(period, part)) parts.push(part);
    day = part.to;
  }
  return parts;
}

/**
 * The period of the same name so many years later, or earlier when negative: 29 February becomes the 28th, and week 53
 * becomes week 52, where the year has none.
 */
export function shiftYears(period: Period, years: number): Period {
  switch (period.kind) {
    case "end":
      return endOf(shiftYears(period.of ?? periodAround(period.from, "day"), years));
    case "range": {
      const [first, last] = period.id.split("..").map((part) => shiftYears(parsePeriod(part), years));
      return { kind: "range", from: first.from, to: last.to, id: `${first.id}..${last.id}` };
    }
    case "rolling":
      return rolling(periodAround(addMonths(period.to, 12 * years - 1), "quarter"));
    case "week": {
      const { year, week } = isoWeek(period.from);
      const shifted = periodAround(addDays(dayOf(year + years, 1, 4), 7 * (week - 1)), "week");
      return isoWeek(shifted.from).week === week ? shifted : periodAround(addDays(shifted.from, -7), "week");
    }
    default:
      return periodAround(addMonths(period.from, 12 * years), period.kind);
  }
}

/** A month as a period. */
export function periodOfMonth(month: Month): Period {
  return periodAround(firstDay(month), "month");
}

/** The ISO 8601 week of a day, and the year it is counted in: that of its Thursday. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day));
  const { year } = partsOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/**
 * What "the end of a period" is in a series of some frequency: the month, quarter, half-year or year, or the very day,
 * that holds its last day.
 *
 * @example endPeriod(parsePeriod("2018"), "month").id // "2018-12"
 */
export function endPeriod(period: Period, frequency: Frequency): Period {
  return periodAround(addDays(period.to, -1), frequency);
}
