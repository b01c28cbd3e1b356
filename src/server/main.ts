import { readFileSync } from "node:fs";
import { askForDemoRegisters } from "#actions/demo-registers.ts";
import { demoUsers, prepareDemoUsers } from "#actions/demo-users.ts";
import { openData } from "#actions/open-data.ts";
import { openDatabase } from "#actions/open-database.ts";
import { prepareDatabase } from "#actions/prepare-database.ts";
import { runJobs } from "#actions/run-jobs.ts";
import { warmFollowUps } from "#actions/warm-follow-ups.ts";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { makeApp } from "./app.ts";
import { doorOf, type House } from "./house.ts";
import { jobKinds } from "./jobs.ts";
import { readSetting, type Setting } from "./setting.ts";

/** Opens the database, prepares it, and serves until told to stop. */
async function main(): Promise<void> {
  const setting = readSetting(process.argv.slice(2), process.env);
  const data = openData();
  const database = await openDatabase(data.folders);
  const { demo, provider, address } = setting;
  const clock = () => new Date().toISOString();
  const house: House = { data, database, clock, demo, provider, address, version: readVersion() };
  await prepareDatabase(data, doorOf(house));
  if (demo) {
    await prepareDemoUsers(doorOf(house));
    await askForDemoRegisters(data.folders, doorOf(house));
  }
  const app = await makeApp(house, true);
  const warm = () => void warmFollowUps(data, doorOf(house)).catch((error: unknown) => app.log.error(error));
  const workers = runJobs(database, jobKinds(house, warm), clock);
  const stop = async () => {
    await Promise.all([app.close(), workers.stop()]);
    await database.store.close();
    process.exit(0);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await app.listen({ port: setting.port, host: setting.host });
  announce(setting);
  warm();
}

function announce({ address, demo }: Setting) {
  process.stdout.write(`\nPejlemærke svarer på ${address}\n`);
  if (!demo) return;
  process.stdout.write("Demo, kun fra denne maskine. Vælg på siden, hvem du vil være:\n");
  for (const { name, label } of demoUsers) process.stdout.write(`  ${name.padEnd(28)} ${label.da}\n`);
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return version;
}

await main().catch((error: unknown) => {
  if (!(error instanceof BrokenInput)) throw error;
  for (const fault of error.faults) process.stderr.write(`${faultLine(fault).da}\n`);
  process.exit(2);
});
