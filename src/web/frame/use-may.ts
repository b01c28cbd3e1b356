import { useQuery } from "@tanstack/react-query";
import type { Act } from "#core/access/table.ts";
import { sessionQuery } from "./queries.ts";

/** Whether somebody signed in may do something somewhere: for hiding what would be denied. */
export function useMay(act: Act): boolean {
  return useQuery(sessionQuery).data?.user?.may.includes(act) === true;
}
