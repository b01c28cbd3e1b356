import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { Basis, Overview } from "../answers.ts";
import { readBasis } from "./address.ts";
import { overviewQuery } from "./queries.ts";

/** How the plan in the address stands; undefined until it is here, and where there is no plan. */
export function useOverview(): Overview | undefined {
  const { plan = "" } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  return useQuery({ ...overviewQuery(plan, readBasis(search)), enabled: plan !== "" }).data;
}

/** What the follow-up of the page stands on. */
export function useBasis(): Basis | undefined {
  return useOverview()?.basis;
}

/**
 * The day the pages stand on: the address's, or that of the plan's own follow-up; undefined until that is known. Where a
 * plan cannot be followed up, what is asked of a day is asked of the newest.
 */
export function useDay(): { readonly isKnown: boolean; readonly asOf: string | undefined } {
  const { plan = "" } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const { data, isPending } = useQuery(overviewQuery(plan, readBasis(search)));
  return { isKnown: !isPending, asOf: data?.basis.asOf };
}
