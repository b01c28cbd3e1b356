import { monthNames } from "#core/calendar/month-names.ts";
import { findPeriod, type Period } from "#core/calendar/period.ts";

/** How offices write periods beside the forms of the calendar, each with the calendar's own form. */
const forms: readonly (readonly [RegExp, (...parts: string[]) => string | undefined])[] = [
  [/^([a-zæøå]{3,9})\.?[ -](\d{4}|\d{2})$/i, (name, year) => monthForm(name, fullYear(year))],
  [/^(\d{4}) ([a-zæøå]{3,9})\.?$/i, (year, name) => monthForm(name, year)],
  [/^([1-4])\. ?(?:kvartal|kvt|kv)\.? (\d{4})$/i, (quarter, year) => `${year}Q${quarter}`],
  [/^(\d{4}) ?(?:kvt|kv)\.? ?([1-4])$/i, (year, quarter) => `${year}Q${quarter}`],
  [/^([12])\. ?halvår (\d{4})$/i, (half, year) => `${year}H${half}`],
  [/^(\d{1,2})[/.](\d{4})$/, (month, year) => `${year}-${month.padStart(2, "0")}`],
  [/^(\d{2})-(\d{2})-(\d{4})$/, (day, month, year) => `${year}-${month}-${day}`],
];

/**
 * A period as the calendar, Jobindsats or Statistikbanken writes it, or as a spreadsheet does: `september 2018`,
 * `sep-18`, `3. kvartal 2018`, `9/2018`, `30-09-2018`.
 */
export function findWrittenPeriod(text: string): Period | undefined {
  const found = findPeriod(text);
  if (found !== undefined) return found;
  for (const [form, write] of forms) {
    const match = form.exec(text);
    const written = match === null ? undefined : write(...match.slice(1));
    if (written !== undefined) return findPeriod(written);
  }
  return undefined;
}

/** First days of months, as spreadsheets keep months, stand for the months when every one of them is such a day. */
export function asMonths(periods: readonly Period[]): Period[] {
  const firsts = periods.every(({ kind, id }) => kind === "day" && id.endsWith("-01"));
  if (!firsts || new Set(periods.map(({ id }) => id)).size < 2) return [...periods];
  return periods.map((period) => findPeriod(period.id.slice(0, "2018-09".length)) ?? period);
}

function monthForm(name: string, year: string): string | undefined {
  const starts = name.toLowerCase();
  for (const names of [monthNames.da, monthNames.en]) {
    const at = names.findIndex((month) => month.toLowerCase().startsWith(starts));
    if (at !== -1) return `${year}-${String(at + 1).padStart(2, "0")}`;
  }
  return undefined;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}
