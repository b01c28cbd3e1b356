import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { compareMunicipalities, listComparable, readBenchmark } from "#api/compare.ts";
import { call } from "../client.ts";
import type { CompareView } from "./view.ts";

export const comparableQuery = queryOptions({
  queryKey: ["comparable"],
  queryFn: () => call<typeof listComparable>("GET", "/api/compare/series"),
  staleTime: 300_000,
});

/** Municipalities by a series; while others are on their way the last ones stay. */
export function compareQuery(series: string, area: string, { group, period, per, lines }: CompareView) {
  const query = { series, area, group, period, per, lines: lines?.join(",") };
  return queryOptions({
    queryKey: ["compare", query],
    queryFn: () => call<typeof compareMunicipalities>("GET", "/api/compare", { query }),
    placeholderData: keepPreviousData,
  });
}

/** Expected and actual numbers on public support. */
export function benchmarkQuery(area: string, { group, period, benefits }: CompareView) {
  const query = { area, group, period, benefits };
  return queryOptions({
    queryKey: ["benchmark", query],
    queryFn: () => call<typeof readBenchmark>("GET", "/api/compare/benchmark", { query }),
    placeholderData: keepPreviousData,
  });
}
