import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { Document, isSeq, parseDocument } from "yaml";

/** Adds an entry to a list of a YAML file, keeping its comments and layout; the file is made when there is none. */
export function appendEntry(
  path: string,
  head: Readonly<Record<string, string>>,
  list: string,
  entry: Readonly<Record<string, string>>,
): void {
  const document = existsSync(path)
    ? parseDocument(readFileSync(path, "utf8"), { schema: "failsafe" })
    : new Document({ ...head }, { schema: "failsafe" });
  if (!isSeq(document.get(list))) document.set(list, document.createNode([]));
  document.addIn([list], document.createNode(entry));
  writeWhole(path, document.toString({ lineWidth: 120 }));
}

/** Writes a file so that a killed process leaves the old one or the new one, never half of either. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, "w");
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, path);
}
