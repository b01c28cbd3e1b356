import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { readExpectedEnds, readForecast, readPublishedForecast, readWhyMoved } from "#api/forecast.ts";
import { call } from "../client.ts";

/** How often it is looked whether a forecast is made, in milliseconds. */
const PULSE = 1000;

/** Whose forecast it is: a register, one of its municipalities where it has several, as of a day. */
export type ForecastOf = {
  readonly register: string;
  readonly municipality?: string | undefined;
  readonly asOf?: string | undefined;
};

/** The forecast of a register; asked for again while it is being made. */
export function forecastQuery({ register, municipality, asOf }: ForecastOf) {
  return queryOptions({
    queryKey: ["forecast", register, municipality ?? "", asOf ?? ""],
    queryFn: () => call<typeof readForecast>("GET", "/api/forecast", { query: { register, municipality, asOf } }),
    refetchInterval: ({ state }) => (state.data?.job === undefined ? false : PULSE),
  });
}

/** Forecasts of published series of a municipality. */
export function publishedForecastQuery(area: string, years: number, asOf: string | undefined) {
  return queryOptions({
    queryKey: ["published forecast", area, years, asOf ?? ""],
    queryFn: () =>
      call<typeof readPublishedForecast>("GET", "/api/forecast/published", { query: { area, years, asOf } }),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}

/** When spells of a register are expected to end. Asked once: every look is logged. */
export function expectedEndsQuery(register: string) {
  return queryOptions({
    queryKey: ["expected ends", register],
    queryFn: () => call<typeof readExpectedEnds>("GET", "/api/forecast/expected-ends", { query: { register } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Which figure moved, from when to when. */
export type MovedAsked = {
  readonly register: string;
  /** Codes with commas between. */
  readonly benefits: string;
  readonly measure: "full-time-persons" | "persons";
  readonly before: string;
  readonly after: string;
};

/** Why a figure of a register moved. */
export function whyMovedQuery(asked: MovedAsked | undefined) {
  const query = asked ?? { register: "", benefits: "", measure: "persons" as const, before: "", after: "" };
  return queryOptions({
    queryKey: ["moved", query],
    queryFn: () => call<typeof readWhyMoved>("GET", "/api/forecast/moved", { query }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
