import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { listPlans, readOverview } from "#api/overview.ts";
import type { readSession } from "#api/session.ts";
import type { Session } from "../answers.ts";
import { call, Refused } from "../client.ts";
import type { BasisSearch } from "./address.ts";

/** A session as the page knows it: `ended` when somebody was signed in here, and did not sign out here. */
export type SessionHere = Session & { readonly ended?: boolean };

const sessionKey = ["session"] as const;

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async ({ client }): Promise<SessionHere> => {
    const before = client.getQueryData<SessionHere>(sessionKey);
    const session = await call<typeof readSession>("GET", "/api/session");
    const ended = session.user === undefined && (before?.user !== undefined || before?.ended === true);
    return { ...session, ...(ended && { ended }) };
  },
  staleTime: 60_000,
});

/** Asks who is signed in again when the server answers that nobody is. */
export function heedRefusal(queries: QueryClient, error: Error): void {
  if (error instanceof Refused && error.status === 401) queries.invalidateQueries({ queryKey: sessionKey });
}

/** Somebody came or left: what the one before was shown is forgotten. */
export function changeSession(queries: QueryClient, session: SessionHere): void {
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
