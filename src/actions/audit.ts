import { EVERYTHING, type Subject } from "#core/access/decide.ts";
import type { Verdict } from "#core/audit/chain.ts";
import type { SealedEntry } from "#core/audit/entry.ts";
import { namesOf } from "#store/accounts.ts";
import { findLogEnd, type LogQuery, readLog, verifyLog, walkLog } from "#store/audit-log.ts";
import { type Rows, setScope } from "#store/connection.ts";
import { type Action, action, type Call } from "./action.ts";

/** The log of the person's municipalities, newest first; who may see only their own doings asks for those. */
export const readAudit = action<LogQuery, SealedEntry[]>({
  act: "read-audit",
  on: logSubject,
  does: ({ rows }, asked) => readLog(rows, asked),
  tells: (asked, found) => ({ subject: "audit log", query: JSON.stringify(asked), count: found.length }),
});

/** An entry and what the account that acted is called. */
export type NamedEntry = SealedEntry & { readonly who: string };

/** As `readAudit`, with names, to be read as sentences. */
export const readNamedAudit = action<LogQuery, NamedEntry[]>({
  act: "read-audit",
  on: logSubject,
  does: async ({ rows }, asked) => {
    const entries = await readLog(rows, asked);
    const names = await namesOf(
      rows,
      entries.map(({ actor }) => actor),
    );
    return entries.map((entry) => ({ ...entry, who: names.get(entry.actor) ?? entry.actor }));
  },
  tells: (asked, found) => ({ subject: "audit log", query: JSON.stringify(asked), count: found.length }),
});

function logSubject({ actor }: LogQuery, _: Rows, call: Call): Subject {
  return { municipalities: call.actor.grants.map(({ municipality }) => municipality), worker: actor };
}

/** Every entry that the person may see, handed on a piece at a time, oldest first; answers how many. */
export const exportAudit = action<{ take: (entry: SealedEntry) => Promise<void> | void }, number>({
  act: "export-audit",
  on: () => "in-reach",
  does: async ({ rows }, { take }) => {
    let count = 0;
    for await (const entry of walkLog(rows)) {
      await take(entry);
      count += 1;
    }
    return count;
  },
  tells: (_, count) => ({ subject: "audit log", count }),
});

/** What a citizen is told of one look at their data: when, what, why, and in which role; not by whom. */
export type ExtractLine = Pick<SealedEntry, "at" | "act" | "outcome" | "role" | "reason" | "subject" | "query">;

/**
 * Every time a citizen's data were shown, changed or handed over, for the access to the log that they can ask for
 * (GDPR art. 15; CJEU C-579/21). The names of staff are not in it.
 */
export const extractAudit = action<{ person: string; municipality: string }, ExtractLine[]>({
  act: "extract-audit",
  on: ({ municipality }) => ({ municipalities: [municipality] }),
  does: async ({ rows }, { person, municipality }) => {
    const found = await readLog(rows, { person, limit: 1_000_000 });
    return found
      .filter(({ municipalities }) => municipalities.includes(municipality))
      .map(({ at, act, outcome, role, reason, subject, query }) => ({ at, act, outcome, role, reason, subject, query }))
      .reverse();
  },
  tells: ({ person }, lines) => ({ subject: "audit log", persons: [person], count: lines.length }),
});

/** Whether anyone deleted, edited or moved an entry of the log, and where first. */
export const verifyAudit: Action<{ noted?: { number: number; seal: string } }, Verdict> = action({
  act: "verify-audit",
  on: () => "installation",
  does: async ({ rows, secrets }, { noted }) => {
    await setScope(rows, EVERYTHING);
    return verifyLog(rows, secrets.auditMac, noted);
  },
  tells: (_, verdict) => ({
    subject: verdict.whole ? `audit log whole, seal ${verdict.seal}` : `audit log ${verdict.why} at ${verdict.number}`,
    count: verdict.whole ? verdict.entries : verdict.number,
  }),
});

/** Where the log ends: number and seal, to be written down outside the database. */
export const noteAuditEnd: Action<void, { number: number; seal: string } | undefined> = action({
  act: "verify-audit",
  on: () => "installation",
  does: ({ rows }) => findLogEnd(rows),
  tells: (_, end) => ({ subject: "audit log end", count: end?.number }),
});
