import { queryOptions } from "@tanstack/react-query";
import type { readGoal } from "#api/goal.ts";
import type { readIndicator } from "#api/indicators.ts";
import { call } from "../client.ts";
import type { BasisSearch } from "../frame/address.ts";

/** A goal with all that belongs to it. */
export function goalQuery(plan: string, goal: string, { asOf, register }: BasisSearch) {
  return queryOptions({
    queryKey: ["goal", plan, goal, asOf ?? "", register ?? ""],
    queryFn: () =>
      call<typeof readGoal>("GET", "/api/plans/:plan/goals/:goal", {
        params: { plan, goal },
        query: { asOf, register },
      }),
  });
}

/** What an indicator means; it changes only with the program. */
export function indicatorQuery(indicator: string) {
  return queryOptions({
    queryKey: ["indicator", indicator],
    queryFn: () => call<typeof readIndicator>("GET", "/api/indicators/:indicator", { params: { indicator } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
