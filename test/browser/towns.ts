import { join } from "node:path";
import { importRegister } from "#actions/import-register.ts";
import { openData, ownFolders } from "#actions/open-data.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { parseDay } from "#core/calendar/day.ts";

/** Which towns a simulated register is of, and how many times as many people as there are. */
export type Towns = { readonly municipalities: readonly string[]; readonly scale: number };

/** The register the stories are played on: a tenth of two towns. */
export const small: Towns = { municipalities: ["165", "851"], scale: 0.1 };

/** Simulates a register of towns and imports it into a folder of data. */
export async function prepareTowns(towns: Towns, folder: string): Promise<void> {
  const data = openData({ data: ownFolders().data, var: folder });
  const files = join(folder, "files");
  const span = { from: parseDay("2016-01-01"), to: parseDay("2019-01-01") };
  simulateRegister({ ...towns, span, seed: 1, out: files }, data);
  await importRegister({ folder: files, name: "demo", accept: true }, { ...data, now: "2026-11-22", by: "the test" });
}
