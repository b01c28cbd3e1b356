import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { aalenJohansen, type StateCurves } from "#core/stats/multi-state/aalen-johansen.ts";
import type { Stays } from "#core/stats/multi-state/stays.ts";
import { type Random, randomFrom } from "#core/stats/random.ts";
import { clocked, spread } from "./clock.ts";

const ROWS = 500_000;
const GROUPS = 12;
const DAYS = 3650;
const RUNS = 5;

/** How long a stay in each of the states 0-3 lasts on average, in days. Of its ends a tenth lead to 4, which is for good. */
const meanDays = [90, 200, 60, 365];

/**
 * Aalen and Johansen's curves with standard errors: 500,000 stays by day over ten years, five states, twelve groups,
 * a third of the persons found late; our sweep against R's survfit in the same run, results compared before the times.
 */
export function benchAalenJohansen(): void {
  const groups = simulate(randomFrom(1));
  const times = Array.from({ length: RUNS }, () => clocked(() => groups.map((stays) => curvesOf(stays, "jackknife"))));
  const quick = Array.from({ length: RUNS }, () => clocked(() => groups.map((stays) => curvesOf(stays, "none"))));
  const ours = groups.map((stays) => curvesOf(stays, "jackknife"));
  console.log(`Aalen-Johansen with errors, ${ROWS} stays, 5 states, ${GROUPS} groups, by day`);
  console.log(`  ours      ${spread(times)} s with errors, ${spread(quick)} s without`);
  const peer = survfit(groups);
  if (peer === undefined) {
    console.log("  R with survival is not installed: no peer");
    return;
  }
  const off = differences(ours, peer.rows);
  console.log(`  survfit   ${peer.seconds} s with errors, ${peer.quick} s without (${peer.version})`);
  console.log(`  largest difference: shares ${off.share.toExponential(1)}, errors ${off.error.toExponential(1)}`);
  if (!(off.share <= 1e-8 && off.error <= 1e-6)) throw new Error("the results differ");
}

function curvesOf(stays: Stays, errors: "jackknife" | "none"): StateCurves {
  return aalenJohansen(stays, { start: [1, 0, 0, 0, 0], errors });
}

/** Walks over the states, each person in one group, until all rows are used. */
function simulate(random: Random): Stays[] {
  const groups = Array.from({ length: GROUPS }, newGroup);
  for (let rows = 0, person = 0; rows < ROWS; person++) {
    const group = groups[person % GROUPS];
    let day = random() < 1 / 3 ? Math.floor(random() * 1000) : 0;
    for (let state = 0; state < 4 && day < DAYS && rows < ROWS; rows++) {
      const stop = day + 1 + Math.floor(-Math.log(1 - random()) * meanDays[state]);
      const next = stop > DAYS ? state : random() < 0.1 ? 4 : (state + 1 + Math.floor(random() * 3)) % 4;
      group.person.push(group.persons);
      group.state.push(state);
      group.entry.push(day);
      group.end.push(Math.min(stop, DAYS));
      group.next.push(next);
      [day, state] = [stop, next];
    }
    group.persons++;
  }
  return groups.map(({ person, state, entry, end, next }) => ({
    states: 5,
    person: Int32Array.from(person),
    state: Int8Array.from(state),
    entry: Int32Array.from(entry),
    end: Int32Array.from(end),
    next: Int8Array.from(next),
  }));
}

type Group = Record<"person" | "state" | "entry" | "end" | "next", number[]> & { persons: number };

function newGroup(): Group {
  return { person: [], state: [], entry: [], end: [], next: [], persons: 0 };
}

type Peer = {
  readonly seconds: string;
  readonly quick: string;
  readonly version: string;
  /** Group, time, five shares, five errors. */
  readonly rows: readonly (readonly number[])[];
};

function survfit(groups: readonly Stays[]): Peer | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const [stays, curves] = [join(folder, "stays.csv"), join(folder, "curves.csv")];
    const lines = groups.flatMap((one, group) =>
      Array.from(one.end, (end, i) =>
        [group, group * 1e6 + one.person[i], one.state[i], one.entry[i], end, one.next[i]].join(","),
      ),
    );
    writeFileSync(stays, ["group,person,state,entry,end,next.", ...lines].join("\n"));
    const script = fileURLToPath(new URL("stats.R", import.meta.url));
    const run = spawnSync("Rscript", [script, stays, curves], { encoding: "utf8" });
    if (run.status !== 0) return undefined;
    const [seconds, quick, ...version] = run.stdout.trim().split(" ");
    const rows = readFileSync(curves, "utf8").trim().split("\n");
    return { seconds, quick, version: version.join(" "), rows: rows.map((row) => row.split(",").map(Number)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function differences(ours: readonly StateCurves[], rows: Peer["rows"]) {
  const off = { share: 0, error: 0 };
  const step = ours.map(() => 0);
  for (const [group, time, ...values] of rows) {
    const curves = ours[group];
    const at = step[group]++;
    if (curves.time[at] !== time) throw new Error(`times differ: ${curves.time[at]} and ${time}`);
    for (let state = 0; state < 5; state++) {
      off.share = Math.max(off.share, Math.abs(curves.probability[at * 5 + state] - values[state]));
      off.error = Math.max(off.error, Math.abs(curves.error[at * 5 + state] - values[5 + state]));
    }
  }
  if (step.some((steps, group) => steps !== ours[group].time.length)) throw new Error("times are missing");
  return off;
}

if (import.meta.main) benchAalenJohansen();
