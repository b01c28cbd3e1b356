import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { readAudit } from "#api/audit.ts";
import type { Sent } from "#api/endpoint.ts";
import type { listParameters } from "#api/parameters.ts";
import type { listSessions, listUnits, listUsers } from "#api/users.ts";
import { call } from "../client.ts";

export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: () => call<typeof listUsers>("GET", "/api/users"),
});

export const unitsQuery = queryOptions({
  queryKey: ["units"],
  queryFn: () => call<typeof listUnits>("GET", "/api/units"),
});

export function sessionsQuery(user: string) {
  return queryOptions({
    queryKey: ["sessions", user],
    queryFn: () => call<typeof listSessions>("GET", "/api/users/:user/sessions", { params: { user } }),
  });
}

export function parametersQuery(municipality: string) {
  return queryOptions({
    queryKey: ["parameters", municipality],
    queryFn: () => call<typeof listParameters>("GET", "/api/parameters", { query: { municipality } }),
  });
}

/** What is asked of the log. */
export type AuditAsked = Sent<typeof readAudit>["query"];

/** Lines of the log; it grows with every look, so each look is new, and the last lines stay while others are on their way. */
export function auditQuery(asked: AuditAsked) {
  return queryOptions({
    queryKey: ["audit", asked],
    queryFn: () => call<typeof readAudit>("GET", "/api/audit", { query: asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
