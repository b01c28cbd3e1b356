import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The folder of the checkout. */
export const home = fileURLToPath(new URL("../../", import.meta.url));

/** What git does not keep, and git itself. */
const ignored = [
  ".git",
  ...readFileSync(join(home, ".gitignore"), "utf8")
    .split("\n")
    .filter((line) => line.endsWith("/"))
    .map((line) => line.slice(0, -1)),
];

/** Every file of the project below a folder, named from the checkout with forward slashes. */
export function filesBelow(folder = ""): string[] {
  return readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (ignored.includes(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export function read(path: string): string {
  return readFileSync(join(home, path), "utf8");
}

export function exists(path: string): boolean {
  return existsSync(join(home, path));
}

/** A file of the program, as TypeScript parses it. */
export type SourceFile = { readonly path: string; readonly tree: ts.SourceFile };

/** The files of the program, tests left out. */
export function programFiles(folder = "src"): SourceFile[] {
  return filesBelow(folder)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({ path, tree: ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true) }));
}

/** Every node of a file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `path:line` of a node, as an editor opens it. */
export function placeOf({ path, tree }: SourceFile, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** What a file imports, types and dynamic imports included: as written, and the file it leads to when it is ours. */
export type Import = { readonly from: string; readonly written: string; readonly to: string | undefined };

export function importsOf({ path, tree }: SourceFile): Import[] {
  const { importedFiles } = ts.preProcessFile(tree.text, true, true);
  return importedFiles.map(({ fileName: written }) => ({ from: path, written, to: resolved(path, written) }));
}

function resolved(from: string, written: string): string | undefined {
  if (written.startsWith("#")) return posix.join("src", written.slice(1));
  return written.startsWith(".") ? posix.join(posix.dirname(from), written) : undefined;
}

/** The floor a file of the program is on: `core` of `src/core/text/text.ts`. */
export function floorOf(path: string): string {
  return path.split("/")[1];
}
