import { useQuery } from "@tanstack/react-query";
import { isRole } from "#core/access/role.ts";
import { type Act, table } from "#core/access/table.ts";
import type { User } from "../answers.ts";
import { sessionQuery } from "./queries.ts";

/** Whether somebody signed in may do something to more than their own: for hiding places that would be empty. */
export function useReach(): (act: Act) => boolean {
  const user = useQuery(sessionQuery).data?.user;
  return (act) => user?.roles.some(({ role }) => reachesOthers(role, act)) === true;
}

/** The municipalities in which a person may do something to more than their own; `all` stands for every one. */
export function municipalitiesFor(user: User, act: Act): readonly string[] {
  const reached = user.roles.filter(({ role }) => reachesOthers(role, act));
  return [...new Set(reached.map(({ municipality }) => municipality))];
}

function reachesOthers(role: string, act: Act): boolean {
  return isRole(role) && table[act][role] !== "nowhere" && table[act][role] !== "own";
}
