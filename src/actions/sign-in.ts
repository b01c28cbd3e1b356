import { randomUUID } from "node:crypto";
import { type Actor, ALL, EVERYTHING, type Grant } from "#core/access/decide.ts";
import { addAccount, addGrant, addLogin, findAccountOf, findActor, getAccount, removeGrant } from "#store/accounts.ts";
import { beginSession, clearSessions, endSession, findSession, nameOfSession } from "#store/sessions.ts";
import { listUnits } from "#store/units.ts";
import { type Call, logOfProgram } from "./action.ts";

/** Where nobody acts yet: all of a call but who. */
export type Door = Omit<Call, "actor">;

/** Whom a provider of sign-ins vouches for. */
export type Vouched = { readonly issuer: string; readonly subject: string };

/**
 * Begins a session for whom a provider vouches, until a moment, and answers with its token; undefined, and logged as a
 * denial, when the program knows no such user or they are closed.
 */
export async function signIn(door: Door, { issuer, subject }: Vouched, expires: string): Promise<string | undefined> {
  const { store, at } = door;
  return store.within(EVERYTHING, async (rows) => {
    const id = await findAccountOf(rows, issuer, subject);
    const actor = id === undefined ? undefined : await findActor(rows, id);
    const told = { act: "sign-in", subject: `user ${id ?? "unknown"}`, query: issuer };
    const municipalities = actor?.grants.map(({ municipality }) => municipality) ?? [];
    await clearSessions(rows, at);
    const token = actor === undefined ? undefined : await beginSession(rows, actor.id, at, expires);
    await logOfProgram(rows, door, { ...told, municipalities, outcome: token === undefined ? "denied" : "done" });
    return token;
  });
}

/**
 * Who acts in the session of a token; undefined when it is over, the user is closed, or it is not of the kind that is
 * asked for: a program's token opens nothing that a browser's does.
 */
export async function findSignedIn(
  { store, at }: Door,
  token: string,
  kind: "browser" | "program" = "browser",
): Promise<Actor | undefined> {
  return store.within(EVERYTHING, async (rows) => {
    const session = await findSession(rows, token, at);
    if (session === undefined || (session.program === undefined) !== (kind === "browser")) return undefined;
    return findActor(rows, session.account);
  });
}

/** A user by their id; undefined when they are unknown or closed. */
export async function findUser({ store }: Door, id: string): Promise<Actor | undefined> {
  return store.within(EVERYTHING, (rows) => findActor(rows, id));
}

/** What the session of a token is called in the list of a user's sessions. */
export function sessionIdOf(token: string): string {
  return nameOfSession(token);
}

/** Ends the session of a token. */
export async function signOut({ store, at }: Door, token: string): Promise<void> {
  await store.within(EVERYTHING, (rows) => endSession(rows, token, at));
}

/** Who a provider says somebody is, and what they may be here. */
export type Presented = { readonly name: string; readonly email?: string; readonly grants: readonly Grant[] };

/**
 * Keeps whom a provider vouches for as it presents them now: a new user the first time, and each time the roles the
 * provider gives, no others. A role in a unit there is none of gives nothing. A user the program has closed stays closed;
 * one without any role is not made.
 */
export async function keepVouched(door: Door, { issuer, subject }: Vouched, presented: Presented): Promise<void> {
  const { store, at } = door;
  const { name, email } = presented;
  await store.within(EVERYTHING, async (rows) => {
    const units = await listUnits(rows);
    const isPlaced = ({ unit, municipality }: Grant) =>
      unit === undefined || units.some((one) => one.id === unit && one.municipality === municipality);
    const grants = presented.grants.filter(isPlaced);
    const known = await findAccountOf(rows, issuer, subject);
    if (known === undefined && grants.length === 0) return;
    const id = known ?? `${new URL(issuer).hostname} ${subject}`;
    const [first] = grants;
    const municipality = first === undefined || first.municipality === ALL ? undefined : first.municipality;
    if (known === undefined) {
      await addAccount(rows, { id, municipality, name, email, language: "da", active: true }, at);
      await addLogin(rows, id, issuer, subject);
    }
    const account = await getAccount(rows, id);
    const isSame = (a: Grant, b: Grant) => a.role === b.role && a.municipality === b.municipality && a.unit === b.unit;
    const gone = account.grants.filter((held) => !grants.some((one) => isSame(held, one)));
    const fresh = grants.filter((one) => !account.grants.some((held) => isSame(held, one)));
    for (const { id: grant } of gone) await removeGrant(rows, id, grant);
    for (const one of fresh) await addGrant(rows, id, { ...one, id: randomUUID() });
    if (known !== undefined && gone.length + fresh.length === 0) return;
    const now = grants.map(({ role, municipality: where, unit }) => [role, where, unit].filter(Boolean).join(" "));
    const municipalities = grants.map((one) => one.municipality).filter((one) => one !== ALL);
    const told = { act: "write-users", subject: `user ${id} roles ${now.join(", ")}`, query: issuer, municipalities };
    await logOfProgram(rows, door, { ...told, outcome: "done" });
  });
}
