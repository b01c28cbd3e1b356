import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all: to a neighbour first, forced to disk, then renamed over the old one. A reader, or
 * a computer that loses its power, sees the old text or the new and never a half.
 */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const beside = `${path}.${process.pid}.new`;
  withFile(beside, "w", (file) => {
    writeSync(file, text);
    fsyncSync(file);
  });
  renameSync(beside, path);
  // The new name is safe only when the folder is on disk too; Windows cannot open a folder and does so by itself.
  if (process.platform !== "win32") withFile(folder, "r", fsyncSync);
}

function withFile(path: string, flags: string, use: (file: number) => void): void {
  const file = openSync(path, flags);
  try {
    use(file);
  } finally {
    closeSync(file);
  }
}
