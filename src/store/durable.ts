import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** What a file is, to the byte. */
export type Fingerprint = { readonly bytes: number; readonly sha256: string };

/** Writes a file and waits until the disk has it. */
export function writeDurably(path: string, text: string): void {
  const file = openSync(path, "w");
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
}

/** Writes a file so that a killed process leaves the old one or the new one, never half of either. */
export function replaceDurably(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  writeDurably(unfinished, text);
  renameSync(unfinished, path);
  sync(dirname(path));
}

/** Waits until the disk has a file as it was written, or the names in a folder. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}

export function fingerprint(path: string): Fingerprint {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
