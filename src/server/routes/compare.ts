import {
  readBenchmark as benchmark,
  compareMunicipalities as compare,
  listComparable as listSeries,
} from "#actions/compare-municipalities.ts";
import { takeBenchmark } from "#actions/take-benchmark.ts";
import { compareMunicipalities, importBenchmark, listComparable, readBenchmark } from "#api/compare.ts";
import { benchmarkedJson, comparableJson, comparedJson } from "#api/compare-answer.ts";
import { parseDay } from "#core/calendar/day.ts";
import { filesOf } from "../files.ts";
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
  route(
    importBenchmark,
    takeBenchmark,
    ({ query }, { house, request }) => ({ data: house.data, ...query, files: filesOf(request) }),
    (kept) => {
      const observations = kept.flatMap(({ series }) => series.observations);
      const periods = observations.map(({ period }) => period).toSorted((a, b) => a.to - b.to);
      return {
        series: kept.map(({ series: { id, title, observations: all } }) => ({ id, title, figures: all.length })),
        municipalities: new Set(observations.map(({ area }) => area)).size,
        ...{ first: periods[0].id, last: periods[periods.length - 1].id },
      };
    },
  ),
];

function onDay(asOf: string | undefined) {
  return asOf === undefined ? {} : { asOf: parseDay(asOf) };
}
