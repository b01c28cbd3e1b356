import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { listPlans, readOverview } from "#api/overview.ts";
import type { readSession } from "#api/session.ts";
import type { Session } from "../answers.ts";
import { call } from "../client.ts";
import type { BasisSearch } from "./address.ts";

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => call<typeof readSession>("GET", "/api/session"),
  staleTime: 60_000,
});

/** Somebody came or left: what the one before was shown is forgotten. */
export function changeSession(queries: QueryClient, session: Session): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** The plans and registers the person may see. */
export const plansQuery = queryOptions({
  queryKey: ["plans"],
  queryFn: () => call<typeof listPlans>("GET", "/api/plans"),
  staleTime: 60_000,
});

/** How a plan stands; the header, the overview, the search and the way from goal to goal all read it. */
export function overviewQuery(plan: string, { asOf, register }: BasisSearch) {
  return queryOptions({
    queryKey: ["overview", plan, asOf ?? "", register ?? ""],
    queryFn: () =>
      call<typeof readOverview>("GET", "/api/plans/:plan/overview", { params: { plan }, query: { asOf, register } }),
  });
}
