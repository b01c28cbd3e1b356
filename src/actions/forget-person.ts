import { pseudonymsOf } from "#connectors/register-files/pseudonym.ts";
import { formatDay } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import { canonicalDictionaries, renumber, type Tables, tablesOf, type Words } from "#core/register/canonical.ts";
import { findColumn, type Rows } from "#core/register/columns.ts";
import { findCpr } from "#core/register/cpr.ts";
import { formatSpan } from "#core/register/data-package.ts";
import type { Manifest } from "#core/register/manifest.ts";
import { takeRows } from "#core/register/order.ts";
import type { TableName } from "#core/register/schema.ts";
import { appendAudit } from "#store/audit.ts";
import { locked } from "#store/lock.ts";
import { clearLeftovers, listSnapshots, type Stored } from "#store/snapshots/folder.ts";
import { readContent } from "#store/snapshots/open.ts";
import { withdrawSnapshot } from "#store/snapshots/withdraw.ts";
import { type Content, snapshotId, writeSnapshot } from "#store/snapshots/write.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/** A snapshot that held the person, and the one without them that took its place. */
export type Replaced = { readonly was: string; readonly is?: string };

/**
 * Takes a person out of every snapshot. Each that holds them is written anew without them, and the old one loses its
 * rows; figures already published from it are kept. A person who is still in the source comes back with its next
 * delivery.
 *
 * @param id the source system's case id, or a CPR number when the key of the pseudonyms is at hand
 * @throws BrokenInput unknown-person, import-running
 */
export async function forgetPerson(id: string, setting: RegisterSetting): Promise<Replaced[]> {
  const store = registerStore(setting);
  return locked(store, 0, async () => {
    clearLeftovers(store);
    const replaced: Replaced[] = [];
    for (const stored of listSnapshots(store))
      if (stored.withdrawn?.erased !== true)
        replaced.push(...(await forgetIn(store, stored, idsOf(id, setting), setting)));
    if (replaced.length === 0) throw broken("unknown-person");
    return replaced;
  });
}

/** The ids a person may have: the one given, and the pseudonym of a CPR number. */
function idsOf(id: string, { key }: RegisterSetting): string[] {
  const digits = findCpr(id);
  return digits === undefined || key === undefined ? [id] : [id, pseudonymsOf(key).of(digits)];
}

async function forgetIn(
  store: string,
  stored: Stored,
  ids: readonly string[],
  { now: at, by, folders }: RegisterSetting,
): Promise<Replaced[]> {
  const { tables, words } = await readContent(stored);
  const person = 1 + (words.person ?? []).findIndex((word) => ids.includes(word));
  if (person === 0) return [];
  const was = stored.manifest.id;
  const erase = { at, by, reason: "person", erased: true };
  const note = (about: { is?: string }) =>
    appendAudit(folders.var, { at, by, action: "forget-person", about: { was, ...about } });
  if (stored.withdrawn !== undefined) {
    await note({});
    withdrawSnapshot(stored, { ...stored.withdrawn, erased: true });
    return [{ was }];
  }
  const content = withoutPerson(stored.manifest, tables, words, person);
  const is = snapshotId(content);
  await writeSnapshot(store, content, () => note({ is }));
  withdrawSnapshot(stored, { ...erase, replacedBy: is });
  return [{ was, is }];
}

function withoutPerson(manifest: Manifest, tables: Tables, words: Words, person: number): Content {
  const kept: Tables = Object.fromEntries(tablesOf(tables).map((rows) => [rows.table, rowsWithout(rows, person)]));
  const { extracted, covers, keepUntil, id, format: _, tables: __, words: ___, ...about } = manifest;
  const spans = Object.entries(covers).map(([table, span]) => [table, formatSpan(span)]);
  return {
    tables: kept,
    words: renumber(kept, canonicalDictionaries(words)),
    about: {
      ...about,
      extracted: formatDay(extracted),
      covers: Object.fromEntries(spans),
      keepUntil: formatDay(keepUntil),
      previous: id,
    },
  };
}

function rowsWithout(rows: Rows<TableName>, person: number): Rows<TableName> {
  const whose = findColumn(rows, "person_id");
  if (whose === undefined) return rows;
  return takeRows(
    rows,
    Array.from(whose.keys()).filter((row) => whose[row] !== person),
  );
}
