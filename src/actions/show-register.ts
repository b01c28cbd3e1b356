import type { Manifest, Withdrawal } from "#core/register/manifest.ts";
import { getSnapshot } from "#store/snapshots/folder.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

/** What is known of a snapshot, by its id or name. @throws BrokenInput unknown-snapshot, ambiguous-snapshot */
export function showRegister(
  idOrName: string,
  setting: RegisterSetting,
): { readonly manifest: Manifest; readonly withdrawn?: Withdrawal } {
  const { manifest, withdrawn } = getSnapshot(registerStore(setting), idOrName);
  return { manifest, ...(withdrawn && { withdrawn }) };
}
