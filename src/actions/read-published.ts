import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import { figureOf, observationsOf, type Series } from "#core/indicators/series.ts";
import { didYouMean } from "#core/text/nearest.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";
import { action } from "./action.ts";
import { publishedLines } from "./list-indicators.ts";
import type { SeriesLine } from "./list-series.ts";
import type { Data } from "./open-data.ts";

/** A published figure of an area. */
export type PublishedRow = { readonly area: string; readonly period: string; readonly figure: Figure | Missing };

type PublishedRequest = {
  readonly data: Data;
  readonly indicator: string;
  readonly series: string;
  /** Names or codes. */
  readonly areas: readonly string[];
  readonly asOf?: Day;
};

/** Reads the published figures of some areas. @throws BrokenInput unknown-series, unknown-area */
export const readPublished = action<PublishedRequest, { series: SeriesLine; rows: PublishedRow[] }>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, { data, indicator, series: id, areas, asOf = today }) => {
    const series = getPublished(data, id);
    if (series.indicator !== indicator) throw unknownSeries(data, id);
    const wanted = areas.map((one) => getArea(data.vocabulary.areas, one).id);
    return { series: lineOfPublished(data, id), rows: wanted.flatMap((area) => rowsOf(series, area, asOf)) };
  },
  tells: ({ series, areas }, { rows }) => ({ subject: `series ${series}`, query: areas.join(" "), count: rows.length }),
});

function rowsOf(series: Series, area: string, asOf: Day): PublishedRow[] {
  return observationsOf(series, area).map((one) => ({
    area,
    period: one.period.id,
    figure: figureOf(series, one, asOf),
  }));
}

/** A published series by its id. @throws BrokenInput unknown-series */
export function getPublished(data: Data, id: string): Series {
  const found = data.series().find((one) => one.id === id);
  if (found === undefined) throw unknownSeries(data, id);
  return found;
}

/** As `getPublished`, in a line. */
export function lineOfPublished(data: Data, id: string): SeriesLine {
  const found = publishedLines(data).find((one) => one.id === id);
  if (found === undefined) throw unknownSeries(data, id);
  return found;
}

function unknownSeries(data: Data, id: string) {
  const otherwise = { da: "Vælg en af indikatorens serier.", en: "Choose one of the indicator's series." };
  return broken("unknown-series", {
    id,
    hint: didYouMean(
      id,
      data.series().map((one) => one.id),
      otherwise,
    ),
  });
}

/** The words that figures are told apart by. */
export const readVocabulary = action<{ data: Data }, Vocabulary>({
  act: "read-figures",
  on: () => "in-reach",
  does: async (_, { data }) => data.vocabulary,
  tells: () => ({ subject: "vocabulary" }),
});
