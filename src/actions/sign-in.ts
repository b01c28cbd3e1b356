import type { Actor } from "#core/access/decide.ts";
import { EVERYTHING } from "#core/access/decide.ts";
import { findAccountOf, findActor } from "#store/accounts.ts";
import { beginSession, clearSessions, endSession, findSession } from "#store/sessions.ts";
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

/** Who acts in the session of a token; undefined when it is over, or the user is closed. */
export async function findSignedIn({ store, at }: Door, token: string): Promise<Actor | undefined> {
  return store.within(EVERYTHING, async (rows) => {
    const session = await findSession(rows, token, at);
    return session === undefined ? undefined : findActor(rows, session.account);
  });
}

/** Ends the session of a token. */
export async function signOut({ store, at }: Door, token: string): Promise<void> {
  await store.within(EVERYTHING, (rows) => endSession(rows, token, at));
}
