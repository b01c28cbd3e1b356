import { readVintages, type SeriesFolders } from "#connectors/data-files/series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import type { Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import { figureOf, type ObservationStatus, observationsOf, type Series } from "#core/indicators/series.ts";
import { didYouMean } from "#core/text/nearest.ts";
import type { Text } from "#core/text/text.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Vocabulary } from "#core/vocabulary/vocabulary.ts";

/** Which series to show, for which area, as it was known on which day. */
export type SeriesQuestion = {
  readonly id: string;
  /** A name or code; every area when none is given. */
  readonly area?: string;
  /** An earlier fetch, by its name. */
  readonly vintage?: string;
  readonly asOf: Day;
};

export type SeriesRow = {
  readonly area: string;
  readonly areaName: Text;
  readonly period: string;
  readonly figure: Figure | Missing;
  readonly status: ObservationStatus;
};

/** A series with its figures, and the names of all its fetches. */
export type ShownSeries = {
  readonly series: Omit<Series, "observations">;
  readonly vintages: readonly string[];
  readonly rows: readonly SeriesRow[];
};

/** Shows a published or kept series, or one of the plans' own tables. @throws BrokenInput unknown-series, unknown-area */
export function showSeries(
  { id, area, vintage, asOf }: SeriesQuestion,
  folders: SeriesFolders,
  plans: readonly Series[] = [],
): ShownSeries {
  const vocabulary = folders.vocabulary ?? readVocabulary(folders.dataDir);
  const all = [...readVintages({ ...folders, vocabulary }), ...plans];
  const series = getVintage(all, id, vintage);
  const vintages = all.filter((one) => one.id === id);
  const rows = rowsOf(series, area, vocabulary, asOf);
  const { observations: _, ...head } = series;
  return { series: head, vintages: vintages.map((one) => one.vintage), rows };
}

/** The figures of a series for an area, or for every one; as known on a day. @throws BrokenInput unknown-area */
export function rowsOf(series: Series, area: string | undefined, { areas: known }: Vocabulary, asOf: Day): SeriesRow[] {
  const areas = area === undefined ? [...known.byId.values()] : [getArea(known, area)];
  return areas.flatMap(({ id, label: areaName }) =>
    observationsOf(series, id).map((one): SeriesRow => {
      const { period, status } = one;
      return { area: id, areaName, period: period.id, figure: figureOf(series, one, asOf), status };
    }),
  );
}

/** A fetch of a series by its name; the newest without one. @throws BrokenInput unknown-series */
export function getVintage(all: readonly Series[], id: string, vintage?: string): Series {
  const found = all.findLast((one) => one.id === id && (vintage === undefined || one.vintage === vintage));
  if (found === undefined) throw unknownSeries(id, vintage, all);
  return found;
}

function unknownSeries(id: string, vintage: string | undefined, all: readonly Series[]) {
  const asked = vintage === undefined ? id : `${id} ${vintage}`;
  const known = new Set(all.map((one) => (vintage === undefined ? one.id : `${one.id} ${one.vintage}`)));
  const otherwise = { da: "Se listen med «pejl series list».", en: "See the list with «pejl series list»." };
  return broken("unknown-series", { id: asked, hint: didYouMean(asked, known, otherwise) });
}
