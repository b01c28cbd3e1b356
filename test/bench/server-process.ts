import { join } from "node:path";
import { prepareDemoUsers } from "#actions/demo-users.ts";
import { importRegister } from "#actions/import-register.ts";
import { openData, ownFolders } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { runJobs } from "#actions/run-jobs.ts";
import { simulateRegister } from "#actions/simulate-register.ts";
import { parseDay } from "#core/calendar/day.ts";
import { makeApp } from "#server/app.ts";
import { doorOf, type House } from "#server/house.ts";
import { jobKinds } from "#server/jobs.ts";

/* A server with the five plans and a simulated Aalborg, in a process of its own; it tells its port, and ends when told. */
const [folder] = process.argv.slice(2);
const folders = { data: ownFolders().data, var: folder };
const data = openData(folders);
const span = { from: parseDay("2016-01-01"), to: parseDay("2019-01-01") };
simulateRegister({ municipalities: ["851"], span, seed: 1, scale: 1, out: join(folder, "files") }, data);
await importRegister(
  { folder: join(folder, "files"), accept: true },
  { ...data, now: "2026-11-22T08:00:00Z", by: "bench" },
);
const database = await openDatabase(folders, {});
const clock = () => new Date().toISOString();
const house: House = { data, database, clock, demo: true, address: "http://127.0.0.1", version: "bench" };
await prepareDatabase(data, doorOf(house));
await prepareDemoUsers(doorOf(house));
const app = await makeApp(house);
const workers = runJobs(database, jobKinds(house), clock);
const address = await app.listen({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${new URL(address).port}\n`);
process.stdin.once("data", async () => {
  await Promise.all([app.close(), workers.stop()]);
  await database.store.close();
  process.exit(0);
});
