import { broken } from "#core/faults/fault.ts";
import { findCpr } from "#core/register/cpr.ts";
import type { Rows } from "#store/connection.ts";
import { findPerson, getPlace, keepNumber, openNumber, type PersonPlace } from "#store/person-numbers.ts";
import { action } from "./action.ts";

/** A person of a municipality. */
type Asked = { readonly municipality: string; readonly person: string };

/** Keeps the CPR number of a person: the only place where one may be. @throws BrokenInput not-a-cpr */
export const keepPersonNumber = action<PersonPlace & { cpr: string }, void>({
  act: "write-person",
  on: ({ municipality, unit, worker }) => ({ municipalities: [municipality], unit, worker }),
  does: async ({ rows, secrets }, { cpr, ...place }) => {
    const digits = findCpr(cpr);
    if (digits === undefined) throw broken("not-a-cpr", { column: "CPR" });
    await keepNumber(rows, place, digits, secrets);
  },
  tells: ({ person }) => ({ subject: "CPR number", persons: [person] }),
});

/** The CPR number of a person, to someone who says what for. @throws BrokenInput no-reason */
export const readPersonNumber = action<Asked, string>({
  act: "read-cpr",
  on: personSubject,
  asksWhy: true,
  does: async ({ rows, secrets }, { municipality, person }) =>
    openNumber(rows, await getPlace(rows, municipality, person), secrets),
  tells: ({ person }) => ({ subject: "CPR number", persons: [person] }),
});

/** Whom a CPR number belongs to; the number itself is not logged. */
export const findByNumber = action<{ municipality: string; cpr: string }, string | undefined>({
  act: "list-persons",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: ({ rows, secrets }, { municipality, cpr }) => findPerson(rows, municipality, findCpr(cpr) ?? "", secrets),
  tells: (_, person) => ({
    ...{ subject: "persons", query: "CPR number", count: person === undefined ? 0 : 1 },
    persons: person === undefined ? [] : [person],
  }),
});

/** A person belongs to the municipality, unit and worker they are placed with. */
export async function personSubject({ municipality, person }: Asked, rows: Rows) {
  const { unit, worker } = await getPlace(rows, municipality, person);
  return { municipalities: [municipality], unit, worker };
}
