import { dayOf } from "#core/calendar/day.ts";
import { addToMonth, firstDay, type Month, monthOf, numberOf, yearOf } from "#core/calendar/month.ts";
import { monthNames } from "#core/calendar/month-names.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import type { Language } from "#core/text/text.ts";

/** An axis of days: from where to where, where years or months begin, and their names in the middle of them. */
export type TimeAxis = {
  readonly domain: readonly [number, number];
  readonly starts: readonly number[];
  readonly names: readonly { readonly at: number; readonly name: string }[];
};

/** An axis that holds all the periods: named by years, or by months when it holds less than a year and a half. */
export function timeAxis(periods: readonly string[], language: Language, room: number): TimeAxis {
  const days = periods.map(parsePeriod);
  const from = Math.min(...days.map((one) => one.from));
  const to = Math.max(...days.map((one) => one.to));
  const stretches = to - from < 550 ? quarters(days[0].from, from, to, language) : years(from, to, room);
  return {
    domain: [from, to],
    starts: stretches.map(({ start }) => start).filter((start) => start >= from),
    names: stretches.flatMap(({ start, end, name }) => {
      const [left, right] = [Math.max(start, from), Math.min(end, to)];
      return right - left > (end - start) * 0.4 ? [{ at: (left + right) / 2, name }] : [];
    }),
  };
}

type Stretch = { readonly start: number; readonly end: number; readonly name: string };

/** Years, or every second, fifth or tenth where all their names would not fit. */
function years(from: number, to: number, room: number): Stretch[] {
  const [first, last] = [Math.floor(1970 + from / 365.2425), Math.floor(1970 + (to - 1) / 365.2425)];
  const every = [1, 2, 5, 10].find((step) => (last - first + 1) / step <= room / 44) ?? 20;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).map((year) => ({
    start: dayOf(year, 1, 1),
    end: dayOf(year + 1, 1, 1),
    name: year % every === 0 ? String(year) : "",
  }));
}

function quarters(day: Parameters<typeof monthOf>[0], from: number, to: number, language: Language): Stretch[] {
  const found: Stretch[] = [];
  const first = monthOf(day);
  for (
    let month: Month = addToMonth(first, -(numberOf(first) - 1) % 3);
    firstDay(month) < to;
    month = addToMonth(month, 3)
  )
    if (firstDay(addToMonth(month, 3)) > from)
      found.push({
        start: firstDay(month),
        end: firstDay(addToMonth(month, 3)),
        name: `${shortMonth(numberOf(month), language)} ${yearOf(month)}`,
      });
  return found;
}

/** The first three letters of a month, 1-12. */
export function shortMonth(month: number, language: Language): string {
  return monthNames[language][month - 1].slice(0, 3);
}
