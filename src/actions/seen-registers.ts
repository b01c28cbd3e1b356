import { EVERYTHING, type Subject } from "#core/access/decide.ts";
import { addDays, type Day } from "#core/calendar/day.ts";
import type { Manifest } from "#core/register/manifest.ts";
import { municipalitiesOf } from "#core/register/municipalities.ts";
import { listedSnapshots, listSnapshot } from "#store/snapshot-list.ts";
import { liveSnapshots, type Stored } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { action, type Call } from "./action.ts";
import type { Folders } from "./open-data.ts";
import { registerStore } from "./register-setting.ts";

/** A register that plans can be followed on: a snapshot that has not been withdrawn. */
export type SeenRegister = {
  readonly id: string;
  readonly name: string;
  readonly simulated: boolean;
  /** Whose register it is: those that pay benefits in it, or that its people live in. */
  readonly municipalities: readonly string[];
  /** The last day that any of its tables covers. */
  readonly to: Day;
  readonly extracted: Day;
};

/** The registers of the person's municipalities, the newest import first. */
export const listRegistersForPages = action<{ folders: Folders }, SeenRegister[]>({
  act: "read-figures",
  on: async ({ folders }, _, call): Promise<Subject> => {
    await listNewSnapshots(folders, call);
    return "in-reach";
  },
  does: async ({ rows }, { folders }) => {
    const live = new Map(
      liveSnapshots(registerStore({ folders })).map((stored) => [stored.manifest.id, stored.manifest]),
    );
    return (await listedSnapshots(rows)).flatMap(({ id, municipalities }) => {
      const manifest = live.get(id);
      return manifest === undefined ? [] : [seen(manifest, municipalities)];
    });
  },
  tells: (_, found) => ({ subject: "registers", count: found.length }),
});

function seen({ id, name, simulated, extracted, covers }: Manifest, municipalities: readonly string[]): SeenRegister {
  const lasts = Object.values(covers).map((span) => addDays(span.to, -1));
  const to = lasts.reduce((last, day) => (day > last ? day : last), lasts[0] ?? extracted);
  return { id, name, simulated, municipalities, extracted, to };
}

/** Lists the snapshots of the folder that the database does not know yet: whose they are is in their rows. */
export async function listNewSnapshots(folders: Folders, { store, at }: Pick<Call, "store" | "at">): Promise<void> {
  const listed = new Set((await store.within(EVERYTHING, listedSnapshots)).map(({ id }) => id));
  for (const stored of liveSnapshots(registerStore({ folders })))
    if (!listed.has(stored.manifest.id))
      await store.within(EVERYTHING, async (rows) => listSnapshot(rows, await lineOf(stored, at)));
}

async function lineOf(stored: Stored, listed: string) {
  const { id, name } = stored.manifest;
  return { id, municipalities: municipalitiesOf(await openSnapshot(stored)), manifest: { id, name }, listed };
}
