import { askExpectedEnds, askWhyMoved } from "#actions/ask-forecasts.ts";
import { forecastPublished } from "#actions/forecast-published.ts";
import { readOutlook, startOutlook } from "#actions/outlooks.ts";
import { expectedEndsJson, movedJson } from "#api/expected-end-answer.ts";
import * as api from "#api/forecast.ts";
import { outlookJson, publishedForecastJson } from "#api/forecast-answer.ts";
import { parseDay } from "#core/calendar/day.ts";
import type { House } from "../house.ts";
import { type Route, route } from "../route.ts";
import { jobJson } from "./jobs.ts";

/** Where it ends: what is expected of a register's benefits, and of published series. */
export const forecastRoutes: readonly Route[] = [
  route(
    api.readForecast,
    readOutlook,
    ({ query }, { house }) => asked(query, house),
    ({ seen, kept, job, earlier }) => ({
      ...(kept && { forecast: outlookJson(kept, seen, earlier) }),
      ...(job && { job: jobJson(job) }),
    }),
  ),
  route(
    api.makeForecast,
    startOutlook,
    ({ body }, { house }) => asked(body, house),
    (job) => ({ job }),
  ),
  route(
    api.readPublishedForecast,
    forecastPublished,
    ({ query: { asOf, ...query } }, { house }) => ({ data: house.data, ...query, ...onDay(asOf) }),
    publishedForecastJson,
  ),
  route(
    api.readWhyMoved,
    askWhyMoved,
    ({ query: { register, benefits, measure, before, after } }, { house }) => ({
      ...{ data: house.data, register },
      question: { stock: { benefits }, measure, before, after },
    }),
    (moved, { query }) => movedJson(moved, query.measure),
  ),
  route(
    api.readExpectedEnds,
    askExpectedEnds,
    ({ query: { register, benefits } }, { house }) => ({
      ...{ data: house.data, register },
      question: benefits === undefined ? {} : { benefits },
    }),
    expectedEndsJson,
  ),
];

type OnRegister = {
  readonly register: string;
  readonly municipality?: string | undefined;
  readonly asOf?: string | undefined;
};

function asked({ asOf, ...register }: OnRegister, { data }: House) {
  return { data, ...register, ...onDay(asOf) };
}

function onDay(asOf: string | undefined) {
  return asOf === undefined ? {} : { asOf: parseDay(asOf) };
}
