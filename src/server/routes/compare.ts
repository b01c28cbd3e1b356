import {
  readBenchmark as benchmark,
  compareMunicipalities as compare,
  listComparable as listSeries,
} from "#actions/compare-municipalities.ts";
import { compareMunicipalities, listComparable, readBenchmark } from "#api/compare.ts";
import { benchmarkedJson, comparableJson, comparedJson } from "#api/compare-answer.ts";
import { parseDay } from "#core/calendar/day.ts";
import { type Route, route } from "../route.ts";

/** Municipalities side by side. */
export const compareRoutes: readonly Route[] = [
  route(listComparable, listSeries, (_, { house }) => ({ data: house.data }), comparableJson),
  route(
    compareMunicipalities,
    compare,
    ({ query: { asOf, ...query } }, { house }) => ({ data: house.data, ...query, ...onDay(asOf) }),
    comparedJson,
  ),
  route(
    readBenchmark,
    benchmark,
    ({ query: { asOf, ...query } }, { house }) => ({ data: house.data, ...query, ...onDay(asOf) }),
    (read, _, { house }) => benchmarkedJson(read, house.data.vocabulary),
  ),
];

function onDay(asOf: string | undefined) {
  return asOf === undefined ? {} : { asOf: parseDay(asOf) };
}
