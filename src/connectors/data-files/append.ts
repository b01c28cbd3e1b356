import { existsSync, readFileSync } from "node:fs";
import { Document, isSeq, parseDocument } from "yaml";
import { writeWhole } from "./write.ts";

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
