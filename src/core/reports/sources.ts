import { sayDay } from "../calendar/day.ts";
import type { Series } from "../indicators/series.ts";
import { fill, say, type Text, verbatim } from "../text/text.ts";
import type { Publication } from "./publication.ts";

/** The series behind the figures of a publication, a line each: what, whose, which table, and when it was fetched. */
export function sourcesOf({ goals, expectations, language }: Publication): string[] {
  const used = [
    ...goals.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.map(({ series }) => series))),
    ...expectations.flatMap(({ series }) => (series === undefined ? [] : [series])),
  ];
  return [...new Set(used.map((series) => say(sourceText(series), language)))].toSorted();
}

/** Where a series is from. */
export function sourceText({ title, owner, table, fetched, licence }: Series): Text {
  return fill(words.source, {
    title,
    owner,
    table: table === undefined ? nothing : fill(words.table, { table }),
    fetched:
      fetched === undefined
        ? nothing
        : fill(words.fetched, { day: { da: sayDay(fetched, "da"), en: sayDay(fetched, "en") } }),
    licence: licence === "" ? nothing : fill(words.licence, { licence }),
  });
}

const nothing = verbatim("");
const words = {
  source: { da: "{title}: {owner}{table}{fetched}{licence}", en: "{title}: {owner}{table}{fetched}{licence}" },
  table: { da: ", tabel {table}", en: ", table {table}" },
  fetched: { da: ", hentet {day}", en: ", fetched {day}" },
  licence: { da: ", licens {licence}", en: ", licence {licence}" },
} as const satisfies Readonly<Record<string, Text>>;
