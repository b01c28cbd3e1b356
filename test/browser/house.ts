import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { importRegister } from "#actions/import-register.ts";
import { type Folders, openData, ownFolders } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { runJobs } from "#actions/run-jobs.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { parseDay } from "#core/calendar/day.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House, type ProviderSetting } from "#server/house.ts";
import { jobKinds } from "#server/jobs.ts";

/** Which towns a simulated register is of, and how many times as many people as there are. */
export type Towns = { readonly municipalities: readonly string[]; readonly scale: number };

/** The register the stories are played on: a tenth of two towns. */
const small: Towns = { municipalities: ["165", "851"], scale: 0.1 };

/** A server of the test's own, with the five plans, the demo's users and a small simulated register. */
export type Served = { readonly address: string; readonly folders: Folders; readonly close: () => Promise<void> };

/** Serves the program from a folder that is thrown away; on a port nobody else has. */
export async function serveHouse(
  provider?: (address: string) => ProviderSetting,
  towns: Towns = small,
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "pejl-house-"));
  chmodSync(folder, 0o755);
  const folders = { data: ownFolders().data, var: folder };
  const data = openData(folders);
  const files = join(folder, "files");
  const span = { from: parseDay("2016-01-01"), to: parseDay("2019-01-01") };
  simulateRegister({ ...towns, span, seed: 1, out: files }, data);
  const now = "2026-11-22";
  await importRegister({ folder: files, name: "demo", accept: true }, { ...data, now, by: "the test" });
  const database = await openDatabase(folders, {});
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const address = `http://localhost:${port}`;
  const clock = () => new Date().toISOString();
  const house: House = {
    ...{ data, database, clock, address, version: "test" },
    ...(provider === undefined ? { demo: true } : { demo: false, provider: provider(address) }),
  };
  await prepareDatabase(data, doorOf(house));
  await prepareDemoUsers(doorOf(house));
  const app = await makeApp(house);
  await app.listen({ port, host: "localhost" });
  const workers = runJobs(database, jobKinds(house), clock);
  const close = async () => {
    await Promise.all([app.close(), workers.stop()]);
    await database.store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address, folders, close };
}
