import type { Answered } from "#api/endpoint.ts";
import type { readForecast, readPublishedForecast } from "#api/forecast.ts";

/** What the server answers of forecasts, by the names these pages use. */
export type ForecastAnswer = Answered<typeof readForecast>;
export type Outlook = NonNullable<ForecastAnswer["forecast"]>;
export type OutlookBenefit = Outlook["benefits"][number];
export type StreamYear = Outlook["years"][number];
export type Stream = StreamYear["streams"][number];
export type Place = Outlook["places"][number];
export type AccuracyRow = Outlook["accuracy"]["rows"][number];
export type PublishedForecast = Answered<typeof readPublishedForecast>;
export type PublishedSeries = PublishedForecast["series"][number];
