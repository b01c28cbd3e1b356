import type { Held, Subject } from "#core/access/decide.ts";
import { broken } from "#core/faults/fault.ts";
import { hideCpr } from "#core/register/cpr.ts";
import { namesOf } from "#store/accounts.ts";
import type { Rows } from "#store/connection.ts";
import { locked } from "#store/lock.ts";
import { listedSnapshots, markWithdrawn, ownersOf } from "#store/snapshot-list.ts";
import { getSnapshot, listSnapshots, type Stored } from "#store/snapshots/folder.ts";
import { withdrawSnapshot } from "#store/snapshots/withdraw.ts";
import { action, type Call } from "./action.ts";
import type { Folders } from "./open-data.ts";
import { registerStore } from "./register-setting.ts";
import { listNewSnapshots } from "./seen-registers.ts";

/** A snapshot with whose it is; who withdrew it is told by name. */
export type SeenSnapshot = Pick<Stored, "manifest" | "withdrawn"> & { readonly municipalities: readonly string[] };

/** The snapshots of the person's municipalities, withdrawn ones too, the newest import first. */
export const listSnapshotsForPages = action<{ folders: Folders }, SeenSnapshot[]>({
  act: "read-figures",
  on: async ({ folders }, _, call): Promise<Subject> => {
    await listNewSnapshots(folders, call);
    return "in-reach";
  },
  does: async ({ rows }, { folders }) => {
    const owners = new Map((await listedSnapshots(rows)).map(({ id, municipalities }) => [id, municipalities]));
    const all = listSnapshots(registerStore({ folders }));
    const names = await namesOf(
      rows,
      all.flatMap(({ withdrawn }) => withdrawn?.by ?? []),
    );
    const named = (by: string) => names.get(by) ?? by;
    return all
      .flatMap(({ manifest, withdrawn: gone }) => {
        const municipalities = owners.get(manifest.id);
        const withdrawn = gone && { ...gone, by: named(gone.by) };
        return municipalities === undefined ? [] : [{ manifest, municipalities, ...(withdrawn && { withdrawn }) }];
      })
      .toReversed();
  },
  tells: (_, found) => ({ subject: "snapshots", count: found.length }),
});

/**
 * Undoes an import for the reason that is given: the snapshot is no longer used. Erased, its rows are gone for good.
 *
 * @throws BrokenInput no-reason, not-there, import-running
 */
export const withdrawForPages = action<{ folders: Folders; register: string; erase: boolean }, SeenSnapshot>({
  act: "withdraw-register",
  on: snapshotSubject,
  asksWhy: true,
  does: async ({ rows, at, actor, reason = "" }, { folders, register, erase }) => {
    const store = registerStore({ folders });
    return locked(store, 0, async () => {
      const stored = getSnapshot(store, register);
      const withdrawn = { at, by: actor.id, reason: hideCpr(reason), erased: erase };
      await markWithdrawn(rows, stored.manifest.id, at, withdrawn.reason);
      withdrawSnapshot(stored, withdrawn);
      const told = { ...withdrawn, by: actor.name };
      return { manifest: stored.manifest, withdrawn: told, municipalities: await ownersOf(rows, stored.manifest.id) };
    });
  },
  tells: ({ register, erase }) => ({ subject: `register ${register} withdrawn${erase ? " and erased" : ""}` }),
});

/** A snapshot belongs to its municipalities together. */
async function snapshotSubject(
  { folders, register }: { folders: Folders; register: string },
  rows: Rows,
  call: Call,
): Promise<Held> {
  await listNewSnapshots(folders, call);
  const municipalities = await ownersOf(rows, register);
  if (municipalities.length === 0)
    throw broken("not-there", { kind: { da: "Registret", en: "The register" }, id: register });
  return { municipalities };
}
