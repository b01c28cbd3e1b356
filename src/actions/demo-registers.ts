import { randomUUID } from "node:crypto";
import { EVERYTHING } from "#core/access/decide.ts";
import { addJob, listJobs } from "#store/jobs.ts";
import { listedSnapshots } from "#store/snapshot-list.ts";
import { liveSnapshots } from "#store/snapshots/folder.ts";
import { demoAdministrator } from "./demo-users.ts";
import type { Folders } from "./open-data.ts";
import { registerStore } from "./register-setting.ts";
import { listNewSnapshots } from "./seen-registers.ts";
import type { Door } from "./sign-in.ts";

/** The municipalities of the five plans, those of a common plan together: a register for each. */
const towns: readonly (readonly [string, ...string[]])[] = [["165"], ["851"], ["151"], ["187", "183"]];
const span = { from: "2014-01", to: "2020-12" };

/**
 * Asks for a simulated register of every plan of the demo that has none, as long work: the pages are there at once, and
 * the registers come one by one. Asked again, it asks only for those that are missing.
 */
export async function askForDemoRegisters(folders: Folders, door: Door): Promise<void> {
  await listNewSnapshots(folders, door);
  const live = new Set(liveSnapshots(registerStore({ folders })).map(({ manifest }) => manifest.id));
  await door.store.within(EVERYTHING, async (rows) => {
    const held = (await listedSnapshots(rows)).filter(({ id }) => live.has(id));
    const asked = (await listJobs(rows)).filter(
      ({ kind, state }) => kind === "simulate-register" && ["waiting", "running"].includes(state),
    );
    for (const [municipality, ...beside] of towns) {
      const isHeld = held.some(({ municipalities }) =>
        [municipality, ...beside].every((code) => municipalities.includes(code)),
      );
      if (isHeld || asked.some((job) => job.municipality === municipality)) continue;
      const input = { municipality, beside, ...span, seed: 1, scale: 1 };
      const by = { askedBy: demoAdministrator, asked: door.at };
      await addJob(rows, { id: randomUUID(), kind: "simulate-register", input, municipality, ...by });
    }
  });
}
