import { findPeriod, periodAround, sayPeriod, splitInto } from "#core/calendar/period.ts";
import type { Language } from "#core/text/text.ts";

/** How a period that is written in a plan reads; what is none stays as it is. */
export function periodWords(written: string, language: Language): string {
  const found = findPeriod(written);
  return found === undefined ? written : sayPeriod(found, language);
}

/**
 * What a plan writes for a period somebody typed, in words or as the program writes it; what is none stays as typed.
 *
 * @example periodWritten("ultimo 2018", ["2018", "end of 2018"], "da") // "end of 2018"
 */
export function periodWritten(typed: string, offered: readonly string[], language: Language): string {
  const words = typed.trim().toLowerCase();
  const plain = /^(ultimo|end of) (.+)$/.exec(words);
  const near = offered.find((one) => periodWords(one, language).toLowerCase() === words);
  if (near !== undefined) return near;
  const inner = plain === null ? undefined : findPeriod(plain[2].toUpperCase())?.id;
  return inner === undefined ? typed.trim() : `end of ${inner}`;
}

/** The periods one is likely to mean: the years around a plan's own, their ends, and the parts of its own year. */
export function offeredPeriods(period: string): string[] {
  const own = findPeriod(period);
  if (own === undefined) return [];
  const year = periodAround(own.from, "year");
  const first = Number(year.id) - 4;
  const years = Array.from({ length: 8 }, (_, step) => String(first + step));
  const halves = [`${year.id}H1`, `${year.id}H2`];
  const parts = [...halves, ...splitInto(year, "quarter").map(({ id }) => id)];
  return [...years, ...years.map((one) => `end of ${one}`), ...parts, ...splitInto(year, "month").map(({ id }) => id)];
}
