import { createHash, randomBytes } from "node:crypto";
import type { Rows } from "./connection.ts";

/** A signed-in person's session, as they may see it. */
export type Session = {
  /** What it is called among the account's sessions; says nothing of the token. */
  readonly id: string;
  readonly account: string;
  readonly begun: string;
  readonly seen: string;
  readonly expires: string;
  /** The program it was begun for; undefined of a browser's. */
  readonly program?: string;
};

/** Begins a session, of a browser or of a named program, and returns its token: the only time it is known here. */
export async function beginSession(
  rows: Rows,
  account: string,
  at: string,
  expires: string,
  program?: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const row = {
    token_hash: hashOf(token),
    account,
    begun: at,
    seen: at,
    expires,
    ended: null,
    program: program ?? null,
  };
  await rows.insertInto("session").values(row).execute();
  return token;
}

/** How often, in milliseconds, a session is marked as seen: a write each time somebody asks would make all wait. */
const SEEN_EVERY = 60_000;

/** The session of a token, marked as seen; undefined when it ended, expired or never was. */
export async function findSession(rows: Rows, token: string, at: string): Promise<Session | undefined> {
  const its = rows.selectFrom("session").select(columns).where("token_hash", "=", hashOf(token));
  const found = await its.where("ended", "is", null).where("expires", ">", at).executeTakeFirst();
  if (found === undefined) return undefined;
  if (Date.parse(at) - Date.parse(found.seen) < SEEN_EVERY) return toSession(found);
  await rows.updateTable("session").set({ seen: at }).where("token_hash", "=", found.token_hash).execute();
  return toSession({ ...found, seen: at });
}

/** The sessions of an account that go on, the last seen first. */
export async function listSessions(rows: Rows, account: string, at: string): Promise<Session[]> {
  const theirs = rows.selectFrom("session").select(columns).where("account", "=", account);
  const open = theirs.where("ended", "is", null).where("expires", ">", at);
  return (await open.orderBy("seen", "desc").execute()).map(toSession);
}

/** Ends the session of a token. */
export async function endSession(rows: Rows, token: string, at: string): Promise<void> {
  const its = rows.updateTable("session").set({ ended: at }).where("token_hash", "=", hashOf(token));
  await its.where("ended", "is", null).execute();
}

/** Ends every session of an account, wherever it is signed in, or the one of an id; how many there were. */
export async function endSessionsOf(rows: Rows, account: string, at: string, id?: string): Promise<number> {
  const open = (await listSessions(rows, account, at)).filter((one) => id === undefined || one.id === id);
  const ending = open.map((one) => Buffer.from(one.id, "hex"));
  if (ending.length === 0) return 0;
  const theirs = rows.updateTable("session").set({ ended: at }).where("account", "=", account);
  const { numUpdatedRows } = await theirs
    .where("ended", "is", null)
    .where((eb) => eb(eb.fn<Buffer>("sha256", ["token_hash"]), "in", ending))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Forgets sessions that expired before a moment. */
export async function clearSessions(rows: Rows, before: string): Promise<void> {
  await rows.deleteFrom("session").where("expires", "<", before).execute();
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

const columns = ["token_hash", "account", "begun", "seen", "expires", "program"] as const;

type Row = { readonly token_hash: Buffer; readonly program: string | null } & Omit<Session, "id" | "program">;

/** What a session is called is a hash of what the table keeps, which is a hash of the token. */
function toSession({ token_hash, program, ...rest }: Row): Session {
  const id = createHash("sha256").update(token_hash).digest("hex");
  return { id, ...rest, ...(program !== null && { program }) };
}

/** What the session of a token is called. */
export function nameOfSession(token: string): string {
  return createHash("sha256").update(hashOf(token)).digest("hex");
}
