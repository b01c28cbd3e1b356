import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { EVERYTHING } from "#core/access/decide.ts";
import { type AuditEntry as FileEntry, readAudit } from "#store/audit.ts";
import { readLog } from "#store/audit-log.ts";
import { logOfProgram } from "./action.ts";
import type { Door } from "./sign-in.ts";

/**
 * Takes over what was logged in `audit.jsonl` of a folder before there was a database: its entries go, in their order,
 * to the end of the database's log, and the file is kept under the name of its hash. Done twice, it is done once.
 *
 * @returns how many entries were taken over
 * @throws BrokenInput broken-audit, when the file was altered: then nothing is taken over
 */
export async function takeOverLog(door: Door, folder: string): Promise<number> {
  const file = join(folder, "audit.jsonl");
  if (!existsSync(file)) return 0;
  const entries = readAudit(folder);
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
  const subject = `audit.jsonl ${hash}`;
  const isNew = await door.store.within(EVERYTHING, async (rows) => {
    if ((await readLog(rows, { act, limit: 1000 })).some((one) => one.subject === subject)) return false;
    for (const entry of entries) await logOfProgram(rows, { ...door, at: momentOf(entry) }, told(entry));
    const done = { act, subject, count: entries.length, municipalities: [], outcome: "done" as const };
    await logOfProgram(rows, door, done);
    return true;
  });
  renameSync(file, join(folder, `audit-${hash.slice(0, 12)}.jsonl`));
  return isNew ? entries.length : 0;
}

const act = "take-over-log";

function told({ by, action, about }: FileEntry) {
  const subject = Object.entries(about).map(([key, value]) => `${key} ${[value].flat().join(", ")}`);
  return { act: action, subject: subject.join("; "), actor: by, municipalities: [], outcome: "done" as const };
}

function momentOf({ at }: FileEntry): string {
  return new Date(at).toISOString();
}
