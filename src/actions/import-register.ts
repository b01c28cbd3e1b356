import { appendAudit } from "#store/audit.ts";
import { locked } from "#store/lock.ts";
import { clearLeftovers, listSnapshots } from "#store/snapshots/folder.ts";
import { reinstateSnapshot } from "#store/snapshots/withdraw.ts";
import { writeSnapshot } from "#store/snapshots/write.ts";
import { type CheckedRegister, type RegisterRequest, readAndGuard } from "./check-register.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/** What to import, and what the user has said to let pass. */
export type ImportRequest = RegisterRequest & {
  /** Load the good rows though others are rejected. */
  readonly acceptPartial?: boolean;
  /** Load it though the import guard found something. */
  readonly accept?: boolean;
};

/**
 * What came of an import:
 * - `imported`: the snapshot stands;
 * - `unchanged`: it stood there already, to the last row;
 * - `faulty`: rows or files have faults, and nothing was loaded;
 * - `stopped`: the guard found something for a human to look at, and nothing was loaded.
 */
export type Imported = CheckedRegister & { readonly outcome: "imported" | "unchanged" | "faulty" | "stopped" };

/**
 * Imports a folder of register files as a snapshot: all of it or nothing. Whatever happens, down to the process being
 * killed, the snapshots that stood before stand as they were.
 *
 * @throws BrokenInput when the folder cannot be read as a register at all, or another import is running
 */
export async function importRegister(request: ImportRequest, setting: RegisterSetting): Promise<Imported> {
  const store = registerStore(setting);
  return locked(store, 0, async () => {
    const cleared = clearLeftovers(store);
    if (cleared.length > 0) await note("clear-leftovers", { cleared }, setting);
    const checked = await readAndGuard(request, setting);
    const outcome = outcomeOf(checked, request, store);
    if (outcome === "imported") await write(checked, store, setting);
    else await note("import-register", aboutImport(checked, outcome), setting);
    return { ...checked, outcome };
  });
}

function outcomeOf(checked: CheckedRegister, request: ImportRequest, store: string): Imported["outcome"] {
  const { delivery, findings, id } = checked;
  if (delivery.unreadable.length > 0) return "faulty";
  if (delivery.faultCount > 0 && request.acceptPartial !== true) return "faulty";
  const stands = listSnapshots(store).find(({ manifest }) => manifest.id === id);
  if (stands !== undefined && stands.withdrawn === undefined) return "unchanged";
  return findings.length > 0 && request.accept !== true ? "stopped" : "imported";
}

/** The audit line comes before the snapshot can be seen, so that none is ever seen without one. */
async function write(checked: CheckedRegister, store: string, setting: RegisterSetting): Promise<void> {
  const { content, findings, id } = checked;
  const about = aboutImport(checked, "imported");
  const withdrawn = listSnapshots(store).find(({ manifest }) => manifest.id === id);
  if (withdrawn?.withdrawn?.erased === false) {
    await note("reinstate-register", about, setting);
    return reinstateSnapshot(withdrawn);
  }
  const accepted = findings.map(({ says: { da, en } }) => ({ da, en }));
  await writeSnapshot(store, { ...content, about: { ...content.about, accepted } }, () =>
    note("import-register", about, setting),
  );
}

function aboutImport({ name, id, delivery, findings }: CheckedRegister, outcome: Imported["outcome"]) {
  const rows = delivery.reports.reduce((sum, { loaded }) => sum + loaded, 0);
  return { outcome, name, id, rows, faults: delivery.faultCount, findings: findings.map(({ rule }) => rule) };
}

type About = Parameters<typeof appendAudit>[1]["about"];

async function note(action: string, about: About, { folders, now, by }: RegisterSetting): Promise<void> {
  await appendAudit(folders.var, { at: now, by, action, about });
}
