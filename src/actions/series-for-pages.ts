import { readVintages } from "#connectors/data-files/series.ts";
import type { Day } from "#core/calendar/day.ts";
import { periodAround } from "#core/calendar/period.ts";
import { type Revision, revisionBetween } from "#core/indicators/revisions.ts";
import type { Series } from "#core/indicators/series.ts";
import { action } from "./action.ts";
import { lineOf, type SeriesLine } from "./list-series.ts";
import { type Data, seriesFolders } from "./open-data.ts";
import { getVintage, rowsOf, type SeriesRow } from "./show-series.ts";

/** A published series in a line: how far it reaches, and from which day a newer figure can be there. */
export type PublishedSeries = SeriesLine & { readonly newerFrom: Day | undefined; readonly isDue: boolean };

/** Every published or kept series. */
export const listSeriesForPages = action<{ data: Data }, PublishedSeries[]>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, { data }) => {
    const all = vintagesOf(data);
    const newest = [...new Map(all.map((series) => [series.id, series])).values()];
    return newest.map((series) => published(series, all.filter(({ id }) => id === series.id).length, today));
  },
  tells: (_, found) => ({ subject: "series", count: found.length }),
});

/** A fetch of a series, and how it changed the one before it. */
export type Vintage = SeriesLine & { readonly revision: Revision | undefined };

/** A series with its fetches, the newest first, and its figures for an area. */
export type ReadSeries = {
  readonly series: PublishedSeries;
  readonly vintages: readonly Vintage[];
  readonly rows: readonly SeriesRow[];
};

/** Reads a series: for an area, the whole country where none is named; as it is now, or as an earlier fetch had it. */
export const readSeriesForPages = action<
  { data: Data; series: string; area?: string | undefined; vintage?: string | undefined },
  ReadSeries
>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, { data, series: id, area = "000", vintage }) => {
    const all = vintagesOf(data);
    const shown = getVintage(all, id, vintage);
    const fetches = all.filter((one) => one.id === id);
    const vintages = fetches.map((one, at) => ({
      ...lineOf(one, fetches.length),
      revision: since(fetches[at - 1], one),
    }));
    return {
      series: published(shown, fetches.length, today),
      vintages: vintages.toReversed(),
      rows: rowsOf(shown, area, data.vocabulary, today),
    };
  },
  tells: ({ series, area, vintage }) => ({ subject: `series ${series}`, query: [area, vintage].join(" ").trim() }),
});

function since(before: Series | undefined, series: Series): Revision | undefined {
  return before && revisionBetween(before, series);
}

/** A newer figure can be there once the period after the last one is over; it is looked for in every period. */
function published(series: Series, vintages: number, today: Day): PublishedSeries {
  const last = series.observations.reduce<Day | undefined>(
    (latest, { period, status }) =>
      status === "actual" && (latest === undefined || period.to > latest) ? period.to : latest,
    undefined,
  );
  const newerFrom = last === undefined ? undefined : periodAround(last, series.frequency).to;
  const { fetched } = series;
  const isFresh = fetched !== undefined && periodAround(fetched, series.frequency).to > today;
  const isDue = newerFrom !== undefined && newerFrom <= today && !isFresh;
  return { ...lineOf(series, vintages), newerFrom, isDue };
}

const kept = new WeakMap<readonly Series[], readonly Series[]>();

/** Every fetch of every series, the oldest first; read once for the series they belong to. */
function vintagesOf(data: Data): readonly Series[] {
  const own = kept.get(data.series()) ?? readVintages(seriesFolders(data));
  kept.set(data.series(), own);
  return own;
}
