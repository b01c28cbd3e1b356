import type { Manifest, Withdrawal } from "#core/register/manifest.ts";
import { listSnapshots } from "#store/snapshots/folder.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/** A line of the list. */
export type RegisterLine = {
  readonly id: string;
  readonly name: string;
  readonly extracted: Manifest["extracted"];
  readonly imported: string;
  readonly keepUntil: Manifest["keepUntil"];
  readonly rows: number;
  readonly simulated: boolean;
  readonly withdrawn?: Withdrawal;
};

/** Every snapshot there is, withdrawn ones too, the oldest import first. */
export function listRegisters(setting: RegisterSetting): RegisterLine[] {
  return listSnapshots(registerStore(setting)).map(({ manifest, withdrawn }) => {
    const { id, name, extracted, imported, keepUntil, simulated } = manifest;
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    return { id, name, extracted, imported, keepUntil, rows, simulated, ...(withdrawn && { withdrawn }) };
  });
}
