import { namesOf } from "#store/accounts.ts";
import type { Rows } from "#store/connection.ts";
import { type GoalComment, type GoalOwner, listComments, listOwners, newestOf } from "#store/goals.ts";
import { listUnits } from "#store/units.ts";

/** A version of what somebody said, and what they are called. */
export type SaidBy = GoalComment & { readonly who: string };

/** What is said of a goal now, with its former versions, the newest first. */
export type Saying = SaidBy & { readonly former: readonly SaidBy[] };

/** Who answers for a goal, and what person and unit are called. */
export type NamedOwner = Pick<GoalOwner, "owner" | "unit"> & { readonly who?: string; readonly unitName?: string };

/** What is said of a goal, without what was taken back, and who answers for it. */
export async function sayingsOf(
  rows: Rows,
  plan: string,
  goal: string,
): Promise<{ readonly comments: readonly Saying[]; readonly owner: NamedOwner | undefined }> {
  const all = await listComments(rows, plan, goal);
  const owner = (await listOwners(rows, plan)).findLast((one) => one.goal === goal);
  const names = await namesOf(rows, [...all.map(({ by }) => by), ...(owner?.owner === undefined ? [] : [owner.owner])]);
  const named = all.map((one) => ({ ...one, who: names.get(one.by) ?? one.by }));
  const comments = newestOf(named).map((newest) => ({
    ...newest,
    former: named.filter(({ id, version }) => id === newest.id && version < newest.version).reverse(),
  }));
  return { comments, owner: owner && (await namedOwner(rows, owner, names)) };
}

/** Nobody is no owner. */
async function namedOwner(rows: Rows, { owner, unit }: GoalOwner, names: ReadonlyMap<string, string>) {
  if (owner === undefined && unit === undefined) return undefined;
  const unitName = unit === undefined ? undefined : (await listUnits(rows)).find(({ id }) => id === unit)?.name;
  return {
    ...(owner !== undefined && { owner, who: names.get(owner) ?? owner }),
    ...(unit !== undefined && { unit, unitName: unitName ?? unit }),
  };
}
