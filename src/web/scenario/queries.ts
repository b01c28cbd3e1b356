import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Answered, Sent } from "#api/endpoint.ts";
import type { listScenarios, runScenario } from "#api/scenario.ts";
import { call } from "../client.ts";

export type Ran = Answered<typeof runScenario>;
export type RanStock = Ran["stocks"][number];
export type Asking = Omit<Sent<typeof runScenario>["body"], "draws">;

/** Sampled futures of the whole run: a chance is then known to within a few points. */
const DRAWS = 200;

/** What a scenario does: at once as it is expected, then with its intervals and the goals' chances. */
export function scenarioQuery(asking: Asking, whole: boolean) {
  const body = { ...asking, draws: whole ? DRAWS : 0 };
  return queryOptions({
    queryKey: ["scenario", body],
    queryFn: () => call<typeof runScenario>("POST", "/api/scenario", { body }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** The scenarios a municipality keeps. */
export function keptScenariosQuery(municipality: string) {
  return queryOptions({
    queryKey: ["kept scenarios", municipality],
    queryFn: () => call<typeof listScenarios>("GET", "/api/scenarios", { query: { municipality } }),
  });
}
