import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { broken } from "#core/faults/fault.ts";
import { type Manifest, manifest, type Withdrawal, withdrawal } from "#core/register/manifest.ts";
import { nearest } from "#core/text/nearest.ts";
import { sync } from "../durable.ts";

/** A snapshot as it lies in the store. */
export type Stored = { readonly folder: string; readonly manifest: Manifest; readonly withdrawn?: Withdrawal };

/** Folders whose name begins so are not finished, or are on their way out. */
const UNFINISHED = ".";

/** Every snapshot of the store, withdrawn ones too, the oldest import first. */
export function listSnapshots(store: string): Stored[] {
  if (!existsSync(store)) return [];
  return readdirSync(store)
    .filter((name) => !name.startsWith(UNFINISHED) && existsSync(join(store, name, "manifest.json")))
    .map((name) => readSnapshot(join(store, name)))
    .toSorted((a, b) => compare(a.manifest.imported, b.manifest.imported) || compare(a.manifest.id, b.manifest.id));
}

/** The snapshots that may be used. */
export function liveSnapshots(store: string): Stored[] {
  return listSnapshots(store).filter(({ withdrawn }) => withdrawn === undefined);
}

/**
 * A snapshot by its id, the beginning of it, or its name; of several with a name, the last one imported. Withdrawn ones
 * are found by their id only.
 *
 * @throws BrokenInput unknown-snapshot, ambiguous-snapshot
 */
export function getSnapshot(store: string, idOrName: string): Stored {
  const all = listSnapshots(store);
  const named = all.findLast(({ manifest, withdrawn }) => manifest.name === idOrName && withdrawn === undefined);
  if (named !== undefined) return named;
  const matching = idOrName.length < 4 ? [] : all.filter(({ manifest }) => manifest.id.startsWith(idOrName));
  if (matching.length === 1) return matching[0];
  if (matching.length > 1)
    throw broken("ambiguous-snapshot", {
      id: idOrName,
      candidates: matching.map(({ manifest }) => manifest.id).join(", "),
    });
  throw broken("unknown-snapshot", { id: idOrName, hint: hintFor(idOrName, all) });
}

/** Makes a folder for an unfinished snapshot. */
export function startFolder(store: string): string {
  const folder = join(store, `${UNFINISHED}${process.pid}-${performance.now().toString(36).replace(".", "")}`);
  for (const part of ["tables", "words"]) mkdirSync(join(folder, part), { recursive: true });
  return folder;
}

/** Puts a finished folder in its place, all at once; a withdrawn one that stood there goes. */
export function publishFolder(store: string, unfinished: string, id: string): string {
  const place = join(store, id);
  for (const part of ["tables", "words", ""]) sync(join(unfinished, part));
  if (existsSync(place)) renameSync(place, join(store, `${UNFINISHED}replaced-${id}`));
  renameSync(unfinished, place);
  sync(store);
  return place;
}

/** Clears away what killed imports left, and finishes what killed erasures began; returns the names. */
export function clearLeftovers(store: string): string[] {
  if (!existsSync(store)) return [];
  const left = readdirSync(store, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(UNFINISHED))
    .map(({ name }) => name);
  for (const name of left) rmSync(join(store, name), { recursive: true, force: true });
  for (const { folder, withdrawn } of listSnapshots(store)) if (withdrawn?.erased === true) eraseRows(folder);
  return left;
}

/** Removes the rows and words of a snapshot; its manifest stays. */
export function eraseRows(folder: string): void {
  for (const part of ["tables", "words"]) rmSync(join(folder, part), { recursive: true, force: true });
}

function readSnapshot(folder: string): Stored {
  const withdrawnPath = join(folder, "withdrawn.json");
  const stored = { folder, manifest: manifest.parse(readJson(join(folder, "manifest.json"))) };
  return existsSync(withdrawnPath) ? { ...stored, withdrawn: withdrawal.parse(readJson(withdrawnPath)) } : stored;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function hintFor(asked: string, all: readonly Stored[]) {
  const known = [...new Set(all.map(({ manifest }) => manifest.name))];
  if (known.length === 0)
    return {
      da: "Der er ingen endnu: pejl register import MAPPE.",
      en: "There is none yet: pejl register import DIR.",
    };
  const names = nearest(asked, known) ?? known.join(", ");
  return {
    da: `Der er: ${names}. Eller skriv stien til en mappe.`,
    en: `There is: ${names}. Or write a folder's path.`,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
