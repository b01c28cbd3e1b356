import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { addDays, formatDay, parseDay } from "#core/calendar/day.ts";
import { readAudit } from "#store/audit.ts";
import { listSnapshots } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { killsOf } from "./count.ts";

const KILLS = killsOf(200);
/** Stores that are killed at side by side, each with its share of the kills. */
const STORES = 2;
/** Importers started before they are needed, since starting takes longer than importing. */
const READY = 3;
const PERSONS = 900;

const home = mkdtempSync(join(tmpdir(), "pejl-kills-"));

/** A place where a store is, and the deliveries it is given. */
type Place = { readonly folder: string; readonly store: string };

function placeOf(number: number): Place {
  const folder = join(home, `place-${number}`);
  mkdirSync(folder);
  return { folder, store: join(folder, "registers") };
}

/** A small delivery, another one for each day of extraction. */
function writeDelivery({ folder: place }: Place, number: number): string {
  const folder = join(place, `delivery-${number}`);
  mkdirSync(folder);
  const extracted = formatDay(addDays(parseDay("2018-01-31"), number));
  const rows = Array.from(
    { length: 3000 },
    (_, i) => `P${i % PERSONS},dagpenge,2017-${10 + (i % 3)}-0${1 + (i % 9)},${extracted}\n`,
  );
  writeFileSync(join(folder, "benefits.csv"), `person_id,benefit,from,to\n${rows.join("")}`);
  writeFileSync(
    join(folder, "persons.csv"),
    `person_id,sex\n${Array.from({ length: PERSONS }, (_, i) => `P${i},mand\n`).join("")}`,
  );
  writeFileSync(join(folder, "datapackage.json"), JSON.stringify({ name: "lille", extracted }));
  return folder;
}

async function startImporter(place: Place, number: number): Promise<ChildProcess> {
  const now = `2026-11-22T10:00:00.${String(number).padStart(3, "0")}Z`;
  const program = join(import.meta.dirname, "register-importer.ts");
  const child = spawn(process.execPath, [program, place.folder, writeDelivery(place, number), now], {
    stdio: ["pipe", "pipe", "inherit"],
    // The same program starts hundreds of times.
    env: { ...process.env, NODE_COMPILE_CACHE: join(home, "compiled") },
  });
  await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
  if (child.exitCode !== null) throw new Error(`the importer ended with ${child.exitCode} before it was ready`);
  return child;
}

/** The folders of unfinished snapshots. */
function unfinished({ store }: Place): string[] {
  return existsSync(store) ? readdirSync(store).filter((name) => name.startsWith(".") && name !== ".lock") : [];
}

/** Waits until the importer has begun to write; answers whether it did before it ended. */
async function writingBegins(place: Place, child: ChildProcess, before: readonly string[]): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (unfinished(place).some((name) => !before.includes(name))) return true;
    await setTimeout(1);
  }
  return false;
}

/** Lets an importer go to its end; answers how many milliseconds it took in all, and for writing. */
async function finish(place: Place, child: ChildProcess): Promise<{ whole: number; writing: number }> {
  const before = unfinished(place);
  const started = performance.now();
  const ended = once(child, "exit");
  child.stdin?.write("go\n");
  await writingBegins(place, child, before);
  const begun = performance.now();
  await ended;
  return { whole: performance.now() - started, writing: performance.now() - begun };
}

/** Kills so many imports, one after another; answers how many were amid the writing, and how many had published. */
async function killImports(place: Place, kills: number): Promise<{ amid: number; published: number }> {
  const { folder, store } = place;
  const { whole, writing } = await finish(place, await startImporter(place, 0));
  expect(listSnapshots(store)).toHaveLength(1);
  const seen = new Set(listSnapshots(store).map(({ manifest }) => manifest.id));
  const waiting = Array.from({ length: READY }, (_, i) => startImporter(place, i + 1));
  let [amid, published] = [0, 0];
  for (let kill = 1; kill <= kills; kill++) {
    const child = await waiting.shift();
    if (child === undefined) throw new Error("no importer is ready");
    waiting.push(startImporter(place, kill + READY));
    const before = unfinished(place);
    child.stdin?.write("go\n");
    // Every other kill comes at some time of the whole import, every other at some time of the writing.
    const share = kill / kills;
    if (kill % 2 === 1) await setTimeout(1.1 * whole * share);
    else if (await writingBegins(place, child, before)) await setTimeout(1.1 * writing * share);
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");

    // Whatever stood there stands, and nothing half-done can be seen.
    const stored = listSnapshots(store);
    const ids = stored.map(({ manifest }) => manifest.id);
    for (const id of seen) expect(ids).toContain(id);
    const fresh = stored.filter(({ manifest }) => !seen.has(manifest.id));
    expect(fresh.length).toBeLessThanOrEqual(1);
    for (const one of [stored[0], ...fresh]) expect((await openSnapshot(one)).tables.persons?.count).toBe(PERSONS);
    const audited = readAudit(folder).map(({ about }) => about.id);
    for (const { manifest } of fresh) expect(audited).toContain(manifest.id);
    for (const { manifest } of fresh) seen.add(manifest.id);
    published += fresh.length;
    if (unfinished(place).length > 0) amid++;
    rmSync(join(folder, `delivery-${kill}`), { recursive: true });
  }
  for (const child of waiting) (await child).kill("SIGKILL");
  await finish(place, await startImporter(place, kills + READY + 1));
  expect(listSnapshots(store)).toHaveLength(seen.size + 1);
  expect(unfinished(place)).toEqual([]);
  return { amid, published };
}

test(`${KILLS} kills during import leave ${KILLS} intact stores`, { timeout: 900_000 }, async () => {
  const places = Array.from({ length: STORES }, (_, number) => placeOf(number));
  const came = await Promise.all(places.map((place) => killImports(place, KILLS / STORES)));

  // The kills came at every stage: before anything was written, amid the writing, and after.
  const sum = (of: (one: (typeof came)[number]) => number) => came.reduce((total, one) => total + of(one), 0);
  // A few of them may all miss the writing, hundreds do not.
  if (KILLS >= 100) expect(sum(({ amid }) => amid)).toBeGreaterThan(10);
  expect(sum(({ published }) => published)).toBeLessThan(KILLS);
  rmSync(home, { recursive: true, force: true });
});
