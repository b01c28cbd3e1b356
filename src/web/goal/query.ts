import { queryOptions } from "@tanstack/react-query";
import type { readGoal } from "#api/goal.ts";
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
