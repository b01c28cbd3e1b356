import { existsSync, statSync } from "node:fs";
import { readDelivery } from "#connectors/register-files/read-delivery.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import { dictionariesOf } from "#core/register/canonical.ts";
import type { Register } from "#core/register/columns.ts";
import { getSnapshot } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/**
 * A register in memory: a snapshot by its id or name, or a folder of register files, none of whose rows may have a fault.
 *
 * @throws BrokenInput unknown-snapshot, withdrawn-snapshot, damaged-snapshot, or every fault of the folder
 */
export async function openRegister(idNameOrFolder: string, setting: RegisterSetting): Promise<Register> {
  if (isFolder(idNameOrFolder)) return openFolder(idNameOrFolder, setting);
  return openSnapshot(getSnapshot(registerStore(setting), idNameOrFolder));
}

async function openFolder(folder: string, { vocabulary, key }: RegisterSetting): Promise<Register> {
  const allocate = (bytes: number) => new SharedArrayBuffer(bytes);
  const delivery = await readDelivery(folder, { vocabulary, key, allocate });
  const faults = [...delivery.unreadable, ...delivery.faults];
  if (faults.length > 0) throw new BrokenInput(faults);
  const { extracted, covers, simulated, tables, words } = delivery;
  const name = delivery.name ?? delivery.folder;
  return { id: name, name, extracted, covers, simulated, tables, dictionaries: dictionariesOf(tables, words) };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
