import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { broken } from "#core/faults/fault.ts";

/** A file of a publication, by its path in the folder with forward slashes. */
export type PublishedFile = { readonly path: string; readonly content: string | Uint8Array };

/** The file that marks a folder as a publication, which may be replaced; no other folder may. */
export const publicationMark = "publication.json";

/**
 * Writes a publication as a whole: into a folder beside `folder`, forced to disk, then put in its place by renaming. The
 * former one steps aside and goes last, so that a run that is killed leaves it, or beside it, for the next run to put
 * back: somebody who serves the folder never serves half a publication.
 *
 * @throws BrokenInput folder-not-empty when there is something else than a publication in the folder
 */
export function writePublication(folder: string, files: readonly PublishedFile[]): void {
  recoverPublication(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, publicationMark)))
    throw broken("folder-not-empty", { folder: basename(folder) });
  const { coming, former } = besides(folder);
  rmSync(coming, { recursive: true, force: true });
  for (const { path, content } of files) writeFile(join(coming, path), content);
  if (existsSync(folder)) renameSync(folder, former);
  renameSync(coming, folder);
  syncFolder(dirname(folder));
  rmSync(former, { recursive: true, force: true });
}

/** Puts a former publication back that a killed run left aside, and clears away what is not needed. */
export function recoverPublication(folder: string): void {
  const { former } = besides(folder);
  if (!existsSync(former)) return;
  if (existsSync(join(folder, publicationMark))) rmSync(former, { recursive: true, force: true });
  else renameSync(former, folder);
}

function besides(folder: string): { readonly coming: string; readonly former: string } {
  const beside = (name: string) => join(dirname(folder), `.${basename(folder)}.${name}`);
  return { coming: beside("coming"), former: beside("former") };
}

function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  try {
    writeSync(file, typeof content === "string" ? Buffer.from(content, "utf8") : content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The new name is safe only when the folder is on disk too; Windows cannot open a folder and does so by itself. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const file = openSync(folder, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
