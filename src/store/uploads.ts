import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { broken } from "#core/faults/fault.ts";
import { mentionsCpr } from "#core/register/cpr.ts";
import { verbatim } from "#core/text/text.ts";

/*
 * Files that somebody has sent and that are not imported yet. They may hold CPR numbers, so they lie in a folder for the
 * program's own eyes, under a name that cannot be guessed, and go as soon as they are imported, or after a day.
 */

/** Hours that an upload waits for somebody to import it. */
const HOURS = 24;

/** A new empty folder for the files of an upload; those nobody came back to go. */
export function makeUpload(folder: string, municipality: string, now: string): string {
  clearUploads(folder, Date.parse(now) - HOURS * 3_600_000);
  const id = randomUUID();
  mkdirSync(join(folder, municipality, id), { recursive: true, mode: 0o700 });
  return id;
}

/** The folder of an upload. @throws BrokenInput not-there */
export function getUpload(folder: string, municipality: string, id: string): string {
  const path = join(folder, municipality, id);
  if (!/^\d{3}$/.test(municipality) || !/^[0-9a-f-]{36}$/.test(id) || !existsSync(path))
    throw broken("not-there", { kind, id });
  return path;
}

const kind = { da: "Uploadet", en: "The upload" };

/** Keeps a file of an upload as it comes, and answers how many bytes it was. @throws BrokenInput file-not-taken */
export async function keepFile(upload: string, name: string, content: Readable, takes = delivered): Promise<number> {
  if (!takes.test(name) || mentionsCpr(name)) throw broken("file-not-taken", { file: verbatim(hidden(name)) });
  const path = join(upload, name);
  if (existsSync(path)) throw broken("already-there", { kind: { da: "Filen", en: "The file" }, id: name });
  await pipeline(content, createWriteStream(path, { mode: 0o600 }));
  return statSync(path).size;
}

/** Names of files that a delivery is made of, and no other place than the folder's own. */
const delivered = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}\.(csv|txt|tsv|gz|parquet|json|yaml)$/iu;

/** Names of files of figures: a spreadsheet is one too. */
export const tabled = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}\.(csv|txt|tsv|xlsx)$/iu;

/** What is shown of a name that is not taken: it may be anything. */
function hidden(name: string): string {
  return mentionsCpr(name) ? "[CPR]" : name.slice(0, 60);
}

/** Takes an upload away. */
export function removeUpload(upload: string): void {
  rmSync(upload, { recursive: true, force: true });
}

function clearUploads(folder: string, before: number) {
  if (!existsSync(folder)) return;
  for (const municipality of readdirSync(folder))
    for (const id of readdirSync(join(folder, municipality))) {
      const path = join(folder, municipality, id);
      if (statSync(path).mtimeMs < before) removeUpload(path);
    }
}
