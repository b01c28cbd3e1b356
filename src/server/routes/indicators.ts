import { exploreIndicator, reconcileIndicator as reconcile } from "#actions/explore-indicator.ts";
import { listUsedIndicators, readUsedIndicator } from "#actions/list-indicators.ts";
import { readPublished, readVocabulary as readWords } from "#actions/read-published.ts";
import { explorePublished, exploreRegister, reconcileIndicator } from "#api/explore.ts";
import { exploredJson, publishedJson, reconciledRows } from "#api/explore-answer.ts";
import { listIndicators, readIndicator } from "#api/indicators.ts";
import { listedJson, readJson } from "#api/indicators-answer.ts";
import { readVocabulary, vocabularyJson } from "#api/vocabulary.ts";
import { parseDay } from "#core/calendar/day.ts";
import { type Route, route } from "../route.ts";

/** What figures mean, and the figures themselves in any breakdown. */
export const indicatorRoutes: readonly Route[] = [
  route(readVocabulary, readWords, (_, { house }) => ({ data: house.data }), vocabularyJson),
  route(listIndicators, listUsedIndicators, (_, { house }) => ({ data: house.data }), listedJson),
  route(
    readIndicator,
    readUsedIndicator,
    ({ params }, { house }) => ({ data: house.data, ...params }),
    (read, _, { house }) => readJson(read, house.data.vocabulary),
  ),
  route(
    exploreRegister,
    exploreIndicator,
    ({ params, query: { asOf, ...query } }, { house }) => ({ data: house.data, ...params, ...query, ...onDay(asOf) }),
    ({ result, seen }) => exploredJson(result, seen.name),
  ),
  route(
    explorePublished,
    readPublished,
    ({ params, query: { asOf, ...query } }, { house }) => ({ data: house.data, ...params, ...query, ...onDay(asOf) }),
    publishedJson,
  ),
  route(
    reconcileIndicator,
    reconcile,
    ({ params, query }, { house }) => ({ data: house.data, ...params, ...query }),
    reconciledRows,
  ),
];

function onDay(asOf: string | undefined) {
  return asOf === undefined ? {} : { asOf: parseDay(asOf) };
}
