import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { benchFlow } from "./flow.ts";
import { benchImport } from "./import.ts";
import { benchScenario } from "./scenario.ts";
import { benchMonthlySeries, benchPublishedSeries } from "./series-forecast.ts";
import { benchServer } from "./server.ts";
import { benchAalenJohansen } from "./stats.ts";
import { benchDenmark, benchStocks } from "./stocks.ts";

/** What can be measured, by name. Each compares its results with those of its peers before it prints times. */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  stocks: benchStocks,
  denmark: benchDenmark,
  import: benchImport,
  server: benchServer,
  "aalen-johansen": benchAalenJohansen,
  "published-series": benchPublishedSeries,
  "monthly-series": benchMonthlySeries,
  flow: benchFlow,
  scenario: benchScenario,
};

const [asked] = process.argv.slice(2);
if (asked === undefined) runAll();
else if (Object.hasOwn(benches, asked)) await benches[asked]();
else {
  console.error(`no bench ${asked}: ${Object.keys(benches).join(", ")}`);
  process.exitCode = 2;
}

/** Each in a process of its own, so that none has the memory or the warm program of another. */
function runAll(): void {
  for (const name of Object.keys(benches)) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
