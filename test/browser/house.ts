import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { type Folders, openData, ownFolders } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { runJobs } from "#actions/run-jobs.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House, type ProviderSetting } from "#server/house.ts";
import { jobKinds } from "#server/jobs.ts";
import { prepareTowns, type Towns } from "./towns.ts";

/** A server of the test's own, with the five plans, the demo's users and a small simulated register. */
export type Served = { readonly address: string; readonly folders: Folders; readonly close: () => Promise<void> };

/** Serves the program, on the small towns unless told otherwise, from a folder that is thrown away and a port nobody has. */
export async function serveHouse(provider?: (address: string) => ProviderSetting, towns?: Towns): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "pejl-house-"));
  chmodSync(folder, 0o755);
  const folders = { data: ownFolders().data, var: folder };
  if (towns === undefined) cpSync(inject("smallTowns"), folder, { recursive: true });
  else await prepareTowns(towns, folder);
  const data = openData(folders);
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
