import { EVERYTHING, type Subject } from "#core/access/decide.ts";
import { addDays, type Day } from "#core/calendar/day.ts";
import { broken } from "#core/faults/fault.ts";
import type { Manifest } from "#core/register/manifest.ts";
import { ownersOfRegister } from "#core/register/municipalities.ts";
import type { Rows } from "#store/connection.ts";
import { listedSnapshots, listSnapshot, ownersOf } from "#store/snapshot-list.ts";
import { getSnapshot, liveSnapshots } from "#store/snapshots/folder.ts";
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
  does: ({ rows }, { folders }) => seenRegisters(rows, folders),
  tells: (_, found) => ({ subject: "registers", count: found.length }),
});

/** The registers that the rows show, the newest import first. */
export async function seenRegisters(rows: Rows, folders: Folders): Promise<SeenRegister[]> {
  const live = new Map(liveSnapshots(registerStore({ folders })).map(({ manifest }) => [manifest.id, manifest]));
  return (await listedSnapshots(rows)).flatMap(({ id, municipalities }) => {
    const manifest = live.get(id);
    return manifest === undefined ? [] : [seen(manifest, municipalities)];
  });
}

/**
 * A register by its id among those that the rows show.
 *
 * @throws BrokenInput unknown-snapshot, withdrawn-snapshot
 */
export async function getSeenRegister(rows: Rows, folders: Folders, wanted: string): Promise<SeenRegister> {
  const { manifest, withdrawn } = getSnapshot(registerStore({ folders }), wanted);
  if (withdrawn !== undefined) throw broken("withdrawn-snapshot", { id: wanted, reason: withdrawn.reason });
  const municipalities = await ownersOf(rows, manifest.id);
  if (municipalities.length === 0)
    throw broken("not-there", { kind: { da: "Registret", en: "The register" }, id: wanted });
  return seen(manifest, municipalities);
}

/** Whose a register is, by its name or id; nobody's where there is none. */
export async function ownersOfWanted(rows: Rows, folders: Folders, wanted: string): Promise<readonly string[]> {
  const live = liveSnapshots(registerStore({ folders })).map(({ manifest }) => manifest);
  const found = live.findLast(({ name }) => name === wanted) ?? live.find(({ id }) => id === wanted);
  return ownersOf(rows, found?.id ?? wanted);
}

function seen({ id, name, simulated, extracted, covers }: Manifest, municipalities: readonly string[]): SeenRegister {
  const lasts = Object.values(covers).map((span) => addDays(span.to, -1));
  const to = lasts.reduce((last, day) => (day > last ? day : last), lasts[0] ?? extracted);
  return { id, name, simulated, municipalities, extracted, to };
}

/**
 * Lists the snapshots of the folder that the database does not know yet: whose they are is in their rows. One that tells
 * nobody's municipality is nobody's, and is not listed.
 */
export async function listNewSnapshots(folders: Folders, { store, at }: Pick<Call, "store" | "at">): Promise<void> {
  const listed = new Set((await store.within(EVERYTHING, listedSnapshots)).map(({ id }) => id));
  for (const stored of liveSnapshots(registerStore({ folders }))) {
    const { id, name } = stored.manifest;
    if (listed.has(id)) continue;
    const municipalities = ownersOfRegister(await openSnapshot(stored));
    if (municipalities.length > 0)
      await store.within(EVERYTHING, (rows) =>
        listSnapshot(rows, { id, municipalities, manifest: { id, name }, listed: at }),
      );
  }
}
