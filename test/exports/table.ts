import { parseDay } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import type { FigureTable } from "#core/exports/figure-table.ts";

/** Ishøj and Vallensbæk over two months: whole and preliminary, missing and withheld, below 0, and words that look like formulas. */
export const table: FigureTable = {
  name: "proeve-2018-09-30",
  head: {
    title: { da: "Prøve & «tal»", en: "Sample & «figures»" },
    asOf: parseDay("2018-09-30"),
    drawn: "2026-11-22T08:30:00.000Z",
    simulated: false,
    sources: [{ source: "Danmarks Statistik", table: "AUK01", fetched: parseDay("2018-10-15") }],
    definitions: [{ term: { da: "Ændring", en: "Change" }, says: { da: "Fra året før", en: "From the year before" } }],
  },
  keys: [{ id: "area", label: { da: "Område", en: "Area" }, coded: true, isArea: true }],
  isTimed: true,
  measures: [
    { id: "change", label: { da: "Ændring", en: "Change" }, unit: "share", isPublished: true },
    { id: "persons", label: { da: "Personer", en: "Persons" }, unit: "persons", isPublished: false },
  ],
  attributes: [{ id: "note", label: { da: "Bemærkning", en: "Note" }, coded: false }],
  rows: [
    row("183", "Ishøj", "2018-08", -0.0315, 1234, '=HYPERLINK("http://x";"y")'),
    row("183", "Ishøj", "2018-09", 0.1238, undefined, "-5 er ikke et tal; «citat»"),
    row("187", "Vallensbæk", "2018-08", undefined, 40, 'han sagde "ja"\nog gik'),
    row("187", "Vallensbæk", "2018-09", 0, 0, "@SUM(A1)"),
  ],
};

function row(
  code: string,
  name: string,
  month: string,
  change: number | undefined,
  persons: number | undefined,
  note: string,
): FigureTable["rows"][number] {
  const period = parsePeriod(month);
  const origin = { source: "Danmarks Statistik", table: "AUK01", preliminary: month === "2018-09" };
  return {
    keys: [{ code, words: { da: name, en: name } }],
    period,
    figures: [
      change === undefined ? { missing: "no-data", period } : { value: change, unit: "share", period, origin },
      persons === undefined ? { missing: "withheld", period } : { value: persons, unit: "persons", period },
    ],
    attributes: [{ code: "", words: { da: note, en: note } }],
  };
}

/** The figures of the table by row and measure: what every format must give back. */
export const values = table.rows.map(({ figures }) => figures.map((one) => (one && "value" in one ? one.value : null)));

/** The reasons of the table by row and measure. */
export const reasons = table.rows.map(({ figures }) =>
  figures.map((one) => (one && "missing" in one ? one.missing : null)),
);
