import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The text of a plan's document, as its plan cites it. */
export type SourceText = { readonly lines: readonly string[]; readonly sha256: string };

/** The folder of source texts: `PEJL_SOURCES`, or `shared/seeds` beside the checkout; undefined where there is none. */
export function sourceFolder(): string | undefined {
  const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const folders = [process.env.PEJL_SOURCES, join(home, "..", "shared", "seeds")];
  return folders.find((folder) => folder !== undefined && existsSync(folder));
}

/** Reads a source text; undefined when the folder does not have it. */
export function readSource(folder: string, file: string): SourceText | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return {
    lines: bytes.toString("utf8").split("\n"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** The lines that a citation names, `404-413, 691`, as one text. */
export function citedText({ lines }: SourceText, cited: string): string {
  return cited
    .split(",")
    .map((range) => range.trim().split("-").map(Number))
    .flatMap(([first, last = first]) => lines.slice(first - 1, last))
    .join("\n");
}
