import { ALL, EVERYTHING } from "#core/access/decide.ts";
import { type Account, listAccounts } from "#store/accounts.ts";
import { withScope } from "#store/connection.ts";
import { listUnits, type Unit } from "#store/units.ts";
import { action } from "./action.ts";
import { planSubject } from "./stored-plans.ts";

/** Who can answer for the goals of a plan: colleagues with a role in its municipalities, and the units there. */
export type PossibleOwners = {
  readonly persons: readonly Pick<Account, "id" | "name">[];
  readonly units: readonly Pick<Unit, "id" | "name">[];
};

/** Lists who can be appointed, by name: no more is told of them than that. */
export const listPossibleOwners = action<{ plan: string }, PossibleOwners>({
  act: "own-goal",
  on: ({ plan }, rows) => planSubject(plan, rows),
  does: async ({ rows }, { plan }) => {
    const { municipalities } = await planSubject(plan, rows);
    const isThere = (one: string) => one === ALL || municipalities.includes(one);
    const accounts = await withScope(rows, EVERYTHING, () => listAccounts(rows));
    const units = (await listUnits(rows)).filter((unit) => isThere(unit.municipality) && unit.closed === undefined);
    return {
      persons: accounts
        .filter(({ active, grants }) => active && grants.some(({ municipality }) => isThere(municipality)))
        .map(({ id, name }) => ({ id, name })),
      units: units.map(({ id, name }) => ({ id, name })),
    };
  },
  tells: ({ plan }, { persons }) => ({ subject: `plan ${plan} possible owners`, count: persons.length }),
});
