import { hideCpr } from "#core/register/cpr.ts";
import { appendAudit } from "#store/audit.ts";
import { locked } from "#store/lock.ts";
import { getSnapshot, type Stored } from "#store/snapshots/folder.ts";
import { withdrawSnapshot } from "#store/snapshots/withdraw.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/**
 * Undoes an import: the snapshot is no longer used, and the one before it of its name is the last again. Erased, its
 * rows are gone for good; the manifest stays either way.
 *
 * @throws BrokenInput unknown-snapshot, ambiguous-snapshot, import-running
 */
export async function withdrawRegister(
  idOrName: string,
  { reason, erase = false }: { readonly reason: string; readonly erase?: boolean },
  setting: RegisterSetting,
): Promise<Stored["manifest"]> {
  const store = registerStore(setting);
  return locked(store, 0, async () => {
    const stored = getSnapshot(store, idOrName);
    const { now: at, by, folders } = setting;
    const about = { id: stored.manifest.id, reason: hideCpr(reason), erased: erase };
    await appendAudit(folders.var, { at, by, action: "withdraw-register", about });
    withdrawSnapshot(stored, { at, by, reason: about.reason, erased: erase });
    return stored.manifest;
  });
}
