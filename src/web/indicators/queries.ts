import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { explorePublished, exploreRegister, reconcileIndicator } from "#api/explore.ts";
import type { listIndicators, readIndicator } from "#api/indicators.ts";
import type { readVocabulary } from "#api/vocabulary.ts";
import { call } from "../client.ts";

/** Definitions and words change with the program: they are asked for once an hour. */
const SELDOM = 3_600_000;

export const indicatorsQuery = queryOptions({
  queryKey: ["indicators"],
  queryFn: () => call<typeof listIndicators>("GET", "/api/indicators"),
  staleTime: 60_000,
});

export const vocabularyQuery = queryOptions({
  queryKey: ["vocabulary"],
  queryFn: () => call<typeof readVocabulary>("GET", "/api/vocabulary"),
  staleTime: SELDOM,
});

export function indicatorQuery(indicator: string) {
  return queryOptions({
    queryKey: ["indicator", indicator],
    queryFn: () => call<typeof readIndicator>("GET", "/api/indicators/:indicator", { params: { indicator } }),
    staleTime: 60_000,
  });
}

/** What is asked of an indicator and a register, as it stands in the request. */
export type FiguresAsked = {
  readonly register: string;
  readonly from: string;
  readonly to: string;
  readonly unit: "month" | "quarter" | "year" | "rolling12";
  readonly by?: string;
  readonly where?: string;
  readonly parameters?: string;
  readonly asOf?: string;
};

/** The figures of an indicator from a register; while others are on their way the last ones stay. */
export function figuresQuery(indicator: string, asked: FiguresAsked) {
  return queryOptions({
    queryKey: ["indicator-figures", indicator, asked],
    queryFn: () =>
      call<typeof exploreRegister>("GET", "/api/indicators/:indicator/figures", {
        params: { indicator },
        query: asked,
      }),
    placeholderData: keepPreviousData,
  });
}

export function publishedQuery(indicator: string, series: string, areas: readonly string[]) {
  return queryOptions({
    queryKey: ["indicator-published", indicator, series, areas],
    queryFn: () =>
      call<typeof explorePublished>("GET", "/api/indicators/:indicator/published", {
        params: { indicator },
        query: { series, areas: areas.join(",") },
      }),
    placeholderData: keepPreviousData,
  });
}

export function reconciledQuery(indicator: string, register: string) {
  return queryOptions({
    queryKey: ["indicator-reconciled", indicator, register],
    queryFn: () =>
      call<typeof reconcileIndicator>("GET", "/api/indicators/:indicator/reconciled", {
        params: { indicator },
        query: { register },
      }),
  });
}
