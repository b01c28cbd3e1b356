import { queryOptions } from "@tanstack/react-query";
import type { readPlanDocument } from "#api/plan-editing.ts";
import { call } from "../client.ts";
import type { Which } from "./view.ts";

/** A text of a plan as it reads, with every version of it. */
export function documentQuery(plan: string, version: Which | undefined) {
  return queryOptions({
    queryKey: ["plan-document", plan, version ?? ""],
    queryFn: () =>
      call<typeof readPlanDocument>("GET", "/api/plans/:plan/document", { params: { plan }, query: { version } }),
  });
}
