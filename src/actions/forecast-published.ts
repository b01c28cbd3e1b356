import type { Day } from "#core/calendar/day.ts";
import { isMissing } from "#core/figures/figure.ts";
import { expectedOf } from "#core/forecast/goals/expected.ts";
import { isPaths } from "#core/forecast/goals/paths.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import { periodsAfter, seasons } from "#core/forecast/series/series-panel.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import { type Observation, observationsOf, type Series } from "#core/indicators/series.ts";
import type { Text } from "#core/text/text.ts";
import { type Area, getArea } from "#core/vocabulary/area.ts";
import { action } from "./action.ts";
import { goalForecasts } from "./goal-forecasts.ts";
import type { Data } from "./open-data.ts";

/** Whose published series are forecast, how far ahead, and from what was known on which day. */
export type PublishedForecastAsked = {
  readonly data: Data;
  /** A municipality, by name or code. */
  readonly area: string;
  readonly years: number;
  readonly asOf?: Day | undefined;
};

/** A published series with what is expected of it. */
export type PublishedForecast = {
  readonly series: Series;
  readonly history: readonly Observation[];
  readonly method: Text;
  readonly past: Text | undefined;
  readonly coming: readonly (Expected & { readonly period: string })[];
};

export type PublishedForecasts = {
  readonly area: Area;
  readonly forecasts: readonly PublishedForecast[];
  readonly without: readonly { readonly series: Series; readonly why: Text }[];
};

/** Series with fewer figures of an area are not thought of. */
const FEWEST = 12;

/** Forecasts every published series of a municipality in which one way is better, from its own past and that of its peers. */
export const forecastPublished = action<PublishedForecastAsked, PublishedForecasts>({
  act: "read-figures",
  on: () => "in-reach",
  does: async ({ today }, { data, area: wanted, years, asOf = today }) => {
    const area = getArea(data.vocabulary.areas, wanted);
    const found = data.series().flatMap((series) => {
      const history = knownOn(series, area.id, asOf);
      const { good } = getIndicator(data.indicators, series.indicator);
      return history.length < FEWEST || good === "none" ? [] : [forecastOne(data, series, history, area, years, asOf)];
    });
    return {
      area,
      forecasts: found.flatMap((one) => ("coming" in one ? [one] : [])),
      without: found.flatMap((one) => ("why" in one ? [one] : [])),
    };
  },
  tells: ({ area }, { forecasts }) => ({
    subject: `forecasts of published series of ${area}`,
    count: forecasts.length,
  }),
});

/** The figures of an area that were over on a day, in the steps of the series. */
function knownOn(series: Series, area: string, day: Day): Observation[] {
  return observationsOf(series, area).filter(
    ({ period, value, status }) =>
      period.kind === series.frequency && period.to <= day + 1 && status === "actual" && !isMissing(value),
  );
}

function forecastOne(
  data: Data,
  series: Series,
  history: readonly Observation[],
  area: Area,
  years: number,
  asOf: Day,
): PublishedForecast | { readonly series: Series; readonly why: Text } {
  const periods = periodsAfter(history[history.length - 1].period, series.frequency, years * seasons[series.frequency]);
  const { indicator, where } = series;
  const answer = goalForecasts(data)({
    ...{ indicator, where, parameters: {}, areas: [area.id], distanceTo: undefined },
    ...{ series, history, periods, asOf },
  });
  if (!isPaths(answer)) return { series, why: answer };
  const coming = answer.periods.map((period, at) => ({
    period: period.id,
    ...expectedOf(answer.ways.map((way) => way[at])),
  }));
  return { series, history, method: answer.method, past: answer.past, coming };
}
