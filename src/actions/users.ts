import { randomUUID } from "node:crypto";
import { ALL, type Grant, type Subject } from "#core/access/decide.ts";
import {
  type Account,
  type AccountGrant,
  addAccount,
  addGrant,
  addLogin,
  changeAccount,
  getAccount,
  listAccounts,
  removeGrant,
} from "#store/accounts.ts";
import type { Rows } from "#store/connection.ts";
import { endSessionsOf, type Session, listSessions as sessionsOf } from "#store/sessions.ts";
import { addUnit, changeUnit, listUnits as list, type Unit } from "#store/units.ts";
import { type Action, action, type Call } from "./action.ts";

/** The users of the person's municipalities, with their roles. */
export const listUsers = action<void, (Account & { grants: AccountGrant[] })[]>({
  act: "read-users",
  on: () => "in-reach",
  does: ({ rows }) => listAccounts(rows),
  tells: (_, users) => ({ subject: "users", count: users.length }),
});

/** Adds a user, and how they are known to the provider of sign-ins. */
export const addUser = action<{ user: Account; login?: { issuer: string; subject: string } }, void>({
  act: "write-users",
  on: ({ user }) => inMunicipality(user.municipality),
  does: async ({ rows, at }, { user, login }) => {
    await addAccount(rows, user, at);
    if (login !== undefined) await addLogin(rows, user.id, login.issuer, login.subject);
  },
  tells: ({ user }) => ({ subject: `user ${user.id}` }),
});

/** Changes a user; one who is closed is signed out everywhere. */
export const changeUser = action<Account, void>({
  act: "write-users",
  on: userSubject,
  does: async ({ rows, at }, user) => {
    await changeAccount(rows, user);
    if (!user.active) await endSessionsOf(rows, user.id, at);
  },
  tells: ({ id, active }) => ({ subject: `user ${id}${active ? "" : " closed"}` }),
});

/** Gives a user a role; nobody gives one that reaches further than their own right to. */
export const giveRole = action<{ id: string; grant: Grant }, string>({
  act: "write-users",
  on: ({ grant }) => inMunicipality(grant.municipality),
  does: async ({ rows }, { id: account, grant }) => {
    await getAccount(rows, account);
    const id = randomUUID();
    await addGrant(rows, account, { ...grant, id });
    return id;
  },
  tells: ({ id, grant }) => ({
    subject: `user ${id} role ${grant.role} ${grant.municipality} ${grant.unit ?? ""}`.trim(),
  }),
});

/** Takes a role back. */
export const takeRole = action<{ id: string; grant: string }, void>({
  act: "write-users",
  on: userSubject,
  does: ({ rows }, { id, grant }) => removeGrant(rows, id, grant),
  tells: ({ id, grant }) => ({ subject: `user ${id} role taken ${grant}` }),
});

/** The sessions of a user that go on: one's own or, for who may, another's. */
export const listSessions = action<{ id: string }, Session[]>({
  act: "end-sessions",
  on: sessionsSubject,
  does: ({ rows, at }, { id }) => sessionsOf(rows, id, at),
  tells: ({ id }, sessions) => ({ subject: `sessions of ${id} listed`, count: sessions.length }),
});

/** Ends every session of a user, or the one of an id; answers how many there were. */
export const endSessions = action<{ id: string; session?: string }, number>({
  act: "end-sessions",
  on: sessionsSubject,
  does: ({ rows, at }, { id, session }) => endSessionsOf(rows, id, at, session),
  tells: ({ id }, count) => ({ subject: `sessions of ${id}`, count }),
});

async function sessionsSubject({ id }: { id: string }, rows: Rows, { actor }: Call): Promise<Subject> {
  const own = actor.grants.map(({ municipality }) => municipality);
  return { municipalities: id === actor.id ? own : await homeOf(id, rows), worker: id };
}

/** The units of the person's municipalities. */
export const listUnits = action<void, Unit[]>({
  act: "read-parameters",
  on: () => "in-reach",
  does: ({ rows }) => list(rows),
  tells: (_, units) => ({ subject: "units", count: units.length }),
});

export const addUnitOf: Action<Unit, void> = writingUnit(addUnit);
export const changeUnitOf: Action<Unit, void> = writingUnit(changeUnit);

function writingUnit(write: (rows: Rows, unit: Unit) => Promise<void>) {
  return action<Unit, void>({
    act: "write-units",
    on: ({ municipality }) => ({ municipalities: [municipality] }),
    does: ({ rows }, unit) => write(rows, unit),
    tells: ({ id }) => ({ subject: `unit ${id}` }),
  });
}

async function userSubject({ id }: { id: string }, rows: Rows): Promise<Subject> {
  return inMunicipality((await getAccount(rows, id)).municipality);
}

/** Who belongs to no municipality, or is to act in all, is seen to by those who do so themselves. */
function inMunicipality(municipality: string | undefined): Subject {
  return { municipalities: [municipality ?? ALL] };
}

async function homeOf(id: string, rows: Rows): Promise<string[]> {
  return [(await getAccount(rows, id)).municipality ?? ALL];
}
