import { readVintages, type SeriesFolders } from "#connectors/data-files/series.ts";
import { areasOf, type Series } from "#core/indicators/series.ts";

/** A line of the list: the series without its figures, and how far they reach. */
export type SeriesLine = Omit<Series, "observations"> & {
  readonly areas: number;
  /** The ids of the first and the last period. */
  readonly first: string;
  readonly last: string;
  readonly figures: number;
  /** How many fetches are kept. */
  readonly vintages: number;
};

/** Every series there is, as last fetched, by indicator and id; `plans` are the series of the plans' own tables. */
export function listSeries(folders: SeriesFolders, plans: readonly Series[] = []): SeriesLine[] {
  const all = [...readVintages(folders), ...plans];
  const newest = new Map(all.map((series) => [series.id, series]));
  return [...newest.values()]
    .map((series) => lineOf(series, all.filter(({ id }) => id === series.id).length))
    .toSorted((a, b) => a.indicator.localeCompare(b.indicator, "da") || a.id.localeCompare(b.id, "da"));
}

/** A series in a line; `vintages` is how many fetches of it are kept. */
export function lineOf({ observations, ...head }: Series, vintages: number): SeriesLine {
  const inTime = observations.map(({ period }) => period).toSorted((a, b) => a.to - b.to);
  const areas = areasOf({ ...head, observations }).length;
  const [first, last] = [inTime.at(0)?.id ?? "", inTime.at(-1)?.id ?? ""];
  return { ...head, areas, first, last, figures: observations.length, vintages };
}
