import { type Selectable, sql } from "kysely";
import { type AuditHead, append, emptyHead, startWalk, type Verdict } from "#core/audit/chain.ts";
import type { AuditEntry, Mac, SealedEntry } from "#core/audit/entry.ts";
import type { Rows } from "./connection.ts";
import type { Tables } from "./tables.ts";

/**
 * Adds an entry to the log, in the transaction of what it tells of: neither stands without the other. Whoever adds one
 * holds the log's end until the transaction is over, so it is the last thing to do in it.
 */
export async function addToLog(rows: Rows, entry: AuditEntry, mac: Mac): Promise<void> {
  const { entry: sealed, head } = append(entry, await takeHead(rows, mac), mac);
  await rows.insertInto("audit_entry").values(toRow(sealed)).execute();
  const { number, seal, headSeal } = head;
  await rows.updateTable("audit_head").set({ number, seal, head_seal: headSeal }).execute();
}

/** The end of the log, held by this transaction. */
async function takeHead(rows: Rows, mac: Mac): Promise<AuditHead> {
  const found = await rows.selectFrom("audit_head").selectAll().forUpdate().executeTakeFirst();
  if (found !== undefined) return toHead(found);
  const { number, seal, headSeal } = emptyHead(mac);
  await rows
    .insertInto("audit_head")
    .values({ number, seal, head_seal: headSeal })
    .onConflict((on) => on.doNothing())
    .execute();
  return toHead(await rows.selectFrom("audit_head").selectAll().forUpdate().executeTakeFirstOrThrow());
}

/** Where the log ends, to be noted elsewhere; nothing of a log without entries. */
export async function findLogEnd(rows: Rows): Promise<{ number: number; seal: string } | undefined> {
  return rows.selectFrom("audit_head").select(["number", "seal"]).executeTakeFirst();
}

/** Which entries to read: newest first, from before a number on. */
export type LogQuery = {
  readonly actor?: string;
  readonly act?: string;
  readonly person?: string;
  readonly outcome?: AuditEntry["outcome"];
  readonly from?: string;
  readonly to?: string;
  readonly before?: number;
  readonly limit?: number;
};

/** The entries asked for, newest first. */
export async function readLog(rows: Rows, asked: LogQuery): Promise<SealedEntry[]> {
  let query = rows
    .selectFrom("audit_entry")
    .selectAll()
    .orderBy("number", "desc")
    .limit(asked.limit ?? 100);
  if (asked.actor !== undefined) query = query.where("actor", "=", asked.actor);
  if (asked.act !== undefined) query = query.where("act", "=", asked.act);
  if (asked.person !== undefined) query = query.where("persons", "@>", sql<string[]>`array[${asked.person}]`);
  if (asked.outcome !== undefined) query = query.where("outcome", "=", asked.outcome);
  if (asked.from !== undefined) query = query.where("at", ">=", asked.from);
  if (asked.to !== undefined) query = query.where("at", "<", asked.to);
  if (asked.before !== undefined) query = query.where("number", "<", asked.before);
  return (await query.execute()).map(fromRow);
}

/** How many entries are fetched at once. */
const PAGE = 2000;

/** Every entry that the transaction sees, oldest first, a page at a time. */
export async function* walkLog(rows: Rows): AsyncGenerator<SealedEntry> {
  for (let after = 0; ; ) {
    const found = rows.selectFrom("audit_entry").selectAll().where("number", ">", after).orderBy("number").limit(PAGE);
    const page = await found.execute();
    for (const row of page) yield fromRow(row);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

/** Whether the log is whole, or where it is first broken. The transaction must see everything. */
export async function verifyLog(rows: Rows, mac: Mac, noted?: { number: number; seal: string }): Promise<Verdict> {
  const head = await rows.selectFrom("audit_head").selectAll().executeTakeFirst();
  const { take, end } = startWalk(mac, noted);
  for await (const entry of walkLog(rows)) if (!take(entry)) break;
  return end(head === undefined ? emptyHead(mac) : toHead(head));
}

type Row = Selectable<Tables["audit_entry"]>;

function toRow({ number, at, actor, role, act, outcome, reason, municipalities, ...rest }: SealedEntry): Row {
  const { unit, subject, persons, query, count, seal } = rest;
  return {
    ...{ number, at, actor, role: role ?? null, act, outcome, reason: reason ?? null },
    ...{ municipalities: [...municipalities], unit: unit ?? null, subject, persons: [...(persons ?? [])] },
    ...{ query: query ?? null, count: count ?? null, seal },
  };
}

function fromRow({
  number,
  at,
  actor,
  act,
  outcome,
  municipalities,
  subject,
  persons,
  seal,
  ...rest
}: Row): SealedEntry {
  return {
    ...{ number, at, actor, act, outcome, municipalities, subject, persons, seal },
    role: rest.role ?? undefined,
    reason: rest.reason ?? undefined,
    unit: rest.unit ?? undefined,
    query: rest.query ?? undefined,
    count: rest.count ?? undefined,
  };
}

function toHead({ number, seal, head_seal: headSeal }: Selectable<Tables["audit_head"]>): AuditHead {
  return { number, seal, headSeal };
}
