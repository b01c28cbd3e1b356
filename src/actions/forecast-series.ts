import { readSeries, type SeriesFolders } from "#connectors/data-files/series.ts";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { type Frequency, parsePeriod } from "#core/calendar/period.ts";
import { broken } from "#core/faults/fault.ts";
import type { Unit } from "#core/figures/unit.ts";
import { type Expected, forecastFrom } from "#core/forecast/series/forecast.ts";
import { type MethodId, methodWords } from "#core/forecast/series/method.ts";
import { type Past, pastOf } from "#core/forecast/series/past.ts";
import { panelOf, periodsAfter } from "#core/forecast/series/series-panel.ts";
import { trialsOf } from "#core/forecast/series/trials.ts";
import type { Series } from "#core/indicators/series.ts";
import { didYouMean } from "#core/text/nearest.ts";
import type { Text } from "#core/text/text.ts";
import { type AreaKind, type Areas, getArea } from "#core/vocabulary/area.ts";

/** Which series to forecast, of which area, after which period, and how many periods ahead. */
export type SeriesForecastQuestion = {
  readonly id: string;
  /** A name or code. */
  readonly area: string;
  /** The last period known, as `2018Q4`. */
  readonly asOf: string;
  readonly horizon: number;
};

export type SeriesForecastAnswer = {
  readonly series: string;
  /** The fetch it rests on: a forecast is frozen by it. */
  readonly vintage: string;
  readonly area: string;
  readonly areaName: Text;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly asOf: string;
  readonly model: { readonly method: MethodId; readonly label: Text; readonly areas: number };
  readonly rows: readonly (Expected & { readonly period: string })[];
  /** How the forecasts of the last eight origins of this area would have come out; undefined before there are any. */
  readonly past?: Past;
};

/** Forecasts a published or kept series. @throws BrokenInput unknown-series, unknown-area, and as `panelOf` */
export function forecastSeries(question: SeriesForecastQuestion, folders: SeriesFolders): SeriesForecastAnswer {
  const { id, horizon } = question;
  const vocabulary = folders.vocabulary ?? readVocabulary(folders.dataDir);
  const whole = getSeries(id, readSeries({ ...folders, vocabulary }));
  const { id: area, label, kind } = getArea(vocabulary.areas, question.area);
  const series = areasOfKind(whole, kind, vocabulary.areas);
  const asOf = parsePeriod(question.asOf);
  const { panel, periods } = panelOf(series, area, asOf, horizon);
  const all = trialsOf(panel, horizon);
  const [{ method, expected }] = forecastFrom(panel, all, periods.length);
  const coming = periodsAfter(asOf, series.frequency, horizon);
  const past = pastOf(panel, all, periods.length);
  return {
    series: id,
    vintage: series.vintage,
    area,
    areaName: label,
    unit: series.unit,
    frequency: series.frequency,
    asOf: asOf.id,
    model: { method, label: methodWords[method], areas: panel.histories.length },
    rows: expected.map((one, h) => ({ period: coming[h].id, ...one })),
    ...(past === undefined ? {} : { past }),
  };
}

/** The series with an id. @throws BrokenInput unknown-series */
export function getSeries(id: string, all: readonly Series[]): Series {
  const series = all.find((one) => one.id === id);
  if (series !== undefined) return series;
  const otherwise = { da: "Se listen med «pejl series list».", en: "See the list with «pejl series list»." };
  throw broken("unknown-series", {
    id,
    hint: didYouMean(
      id,
      all.map((one) => one.id),
      otherwise,
    ),
  });
}

/** The series of the areas of one kind: municipalities learn from municipalities, not from the country they make up. */
export function areasOfKind(series: Series, kind: AreaKind, areas: Areas): Series {
  return { ...series, observations: series.observations.filter(({ area }) => areas.byId.get(area)?.kind === kind) };
}
