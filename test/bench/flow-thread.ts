import { parentPort, workerData } from "node:worker_threads";
import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { estimate } from "#core/forecast/flow/estimate.ts";
import { project } from "#core/forecast/flow/project.ts";
import { see } from "#core/forecast/flow/see.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import { dataDir } from "../forecast/flow/data-dir.ts";
import { truthRegister } from "../forecast/flow/truth.ts";
import { clocked } from "./clock.ts";
import { DRAWS, MONTHS, RUNS, TIMES, type Told } from "./flow.ts";

/* Learns from a town and lets it run on, telling how far it is; a shared flag cancels it. */

const cancelled: Int32Array = workerData;
const tell = (told: Told) => parentPort?.postMessage(told);

const register = truthRegister(1, TIMES);
const model = readFlowModel(dataDir);
const law = readLaw(dataDir);
const read = readAsOf(register, register.extracted);
const reading = performance.now();
const seen = see(read, law, model);
const seeing = (performance.now() - reading) / 1000;
const flows = estimate(seen.observed, model);
const learning = clocked(() => estimate(seen.observed, model));
const people = flows.stocks.reduce((sum, persons) => sum + persons, 0);
const rows = register.tables.benefits?.count ?? 0;
tell({ ready: { rows, people: Math.round(people), seeing, learning } });

const asked = { horizon: MONTHS, draws: DRAWS, isCancelled: () => Atomics.load(cancelled, 0) === 1 };
let told = 0;
const times = Array.from({ length: RUNS }, (_, run) =>
  clocked(() => project(flows, { ...asked, seed: run, onProgress: (share) => (told = Math.max(told, share)) })),
);
tell({ done: { times, told } });

const begun = performance.now();
const left = project(flows, { ...asked, draws: 100 * DRAWS, seed: 1, onProgress: (share) => tell({ share }) });
tell({ ended: { after: (performance.now() - begun) / 1000, isCancelled: left === undefined } });
