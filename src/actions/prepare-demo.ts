import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { firstDay, firstDayAfter, parseMonth } from "#core/calendar/month.ts";
import { BrokenInput } from "#core/faults/fault.ts";
import { liveSnapshots } from "#store/snapshots/folder.ts";
import { importRegister } from "./import-register.ts";
import type { Data } from "./open-data.ts";
import { programVersion, type RegisterSetting, registerStore } from "./register-setting.ts";
import { simulateRegister } from "./simulate-register.ts";

/** The name of the simulated register that comes with the program, and the municipality it is of: Albertslund. */
export const demoName = "demo";
export const demoMunicipality = "165";

/** Whether the demo register of this version of the program stands already. */
export function hasDemo(setting: RegisterSetting): boolean {
  return liveSnapshots(registerStore(setting)).some(
    ({ manifest }) => manifest.name === demoName && manifest.program === programVersion(),
  );
}

/**
 * Makes the demo register unless it stands: one municipality, simulated over seven years. It is built once and kept.
 *
 * @throws BrokenInput when what was simulated cannot be imported
 */
export async function prepareDemo(data: Data, setting: RegisterSetting): Promise<void> {
  if (hasDemo(setting)) return;
  const parent = join(setting.folders.var, "demo");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "register-"));
  try {
    const span = { from: firstDay(parseMonth("2014-01")), to: firstDayAfter(parseMonth("2020-12")) };
    const asked = { municipalities: [demoMunicipality], span, seed: 1, scale: 1, out: join(folder, "files") };
    simulateRegister(asked, data);
    const request = { folder: join(folder, "files"), name: demoName, accept: true };
    const { outcome, delivery } = await importRegister(request, setting);
    if (outcome === "faulty") throw new BrokenInput([...delivery.unreadable, ...delivery.faults]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
