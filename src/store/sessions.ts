import { createHash, randomBytes } from "node:crypto";
import type { Rows } from "./connection.ts";

/** A signed-in person's session, as they may see it. */
export type Session = {
  readonly account: string;
  readonly begun: string;
  readonly seen: string;
  readonly expires: string;
};

/** Begins a session and returns its token: the only time it is known outside the browser. */
export async function beginSession(rows: Rows, account: string, at: string, expires: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const row = { token_hash: hashOf(token), account, begun: at, seen: at, expires, ended: null };
  await rows.insertInto("session").values(row).execute();
  return token;
}

/** The session of a token, marked as seen; undefined when it ended, expired or never was. */
export async function findSession(rows: Rows, token: string, at: string): Promise<Session | undefined> {
  return rows
    .updateTable("session")
    .set({ seen: at })
    .where("token_hash", "=", hashOf(token))
    .where("ended", "is", null)
    .where("expires", ">", at)
    .returning(["account", "begun", "seen", "expires"])
    .executeTakeFirst();
}

/** Ends the session of a token. */
export async function endSession(rows: Rows, token: string, at: string): Promise<void> {
  const its = rows.updateTable("session").set({ ended: at }).where("token_hash", "=", hashOf(token));
  await its.where("ended", "is", null).execute();
}

/** Ends every session of an account, wherever it is signed in; how many there were. */
export async function endSessionsOf(rows: Rows, account: string, at: string): Promise<number> {
  const theirs = rows.updateTable("session").set({ ended: at }).where("account", "=", account);
  const { numUpdatedRows } = await theirs.where("ended", "is", null).where("expires", ">", at).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets sessions that expired before a moment. */
export async function clearSessions(rows: Rows, before: string): Promise<void> {
  await rows.deleteFrom("session").where("expires", "<", before).execute();
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
