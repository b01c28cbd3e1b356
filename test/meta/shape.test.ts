import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, nodesOf, placeOf, programFiles, read, type SourceFile } from "./tree.ts";

/** Names under which leftovers gather. */
const subjectless = /^(utils?|helpers?|common|misc|managers?|services?|shared|lib|index)(\.|$)/;

/** Classes with something to open and close, and errors, which a language without classes cannot throw. */
const classes = ["BrokenInput", "Refused"];

const files = programFiles();

describe("The shape of the program", () => {
  it("every folder and file is named by its subject", () => {
    const entries = ["src/web/index.html"];
    const paths = [...filesBelow("src"), ...filesBelow("test")].filter((path) => !entries.includes(path));
    expect(paths.filter((path) => path.split("/").some((name) => subjectless.test(name)))).toEqual([]);
  });

  it("nothing is exported without a name, or from a file it is not in", () => {
    const found = everywhere((node) => ts.isExportAssignment(node) || isDefault(node) || isPassedOn(node));
    expect(found).toEqual([]);
  });

  it("there are no enums, namespaces, or classes with nothing to open and close", () => {
    const found = everywhere(
      (node) =>
        ts.isEnumDeclaration(node) ||
        // A package's types may be told of ours: `declare module "…"`.
        (ts.isModuleDeclaration(node) && !ts.isStringLiteral(node.name)) ||
        (ts.isClassDeclaration(node) && !classes.includes(node.name?.text ?? "")),
    );
    expect(found).toEqual([]);
  });

  it("no comment puts work off", () => {
    const later = /\b(TODO|FIXME|XXX|HACK)\b/;
    expect(files.flatMap(({ path, tree }) => (later.test(tree.text) ? [path] : []))).toEqual([]);
  });

  it("files and functions keep near the guides; what does not is said, and stops nobody", () => {
    const lengths = files.map(({ path }) => ({ path, lines: read(path).split("\n").length }));
    const long = lengths.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path} (${lines} lines)`);
    const found = [
      ...beyond(
        "files",
        lengths.map(({ lines }) => lines),
        { median: 80, most: 250 },
      ),
      ...beyond("functions", files.flatMap(functionLengths), { median: 10, most: 40 }),
      ...long,
    ];
    if (found.length > 0) console.warn(`Look twice: ${found.join("; ")}`);
    expect(lengths.length).toBeGreaterThan(0);
  });
});

function everywhere(is: (node: ts.Node) => boolean): string[] {
  return files.flatMap((file) => [...nodesOf(file.tree)].filter(is).map((node) => placeOf(file, node)));
}

function isDefault(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent);
}

/** `export … from`: a barrel, or a piece of one. */
function isPassedOn(node: ts.Node): boolean {
  return ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined;
}

function functionLengths({ tree }: SourceFile): number[] {
  const lineAt = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  return [...nodesOf(tree)].flatMap((node) =>
    ts.isFunctionDeclaration(node) ? [lineAt(node.end) - lineAt(node.getStart()) + 1] : [],
  );
}

/** What a set of lengths says against its guides: the median, and what nine in ten keep to. */
function beyond(what: string, lengths: readonly number[], guide: { readonly median: number; readonly most: number }) {
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)];
  return [
    ...(at(0.5) > guide.median ? [`half the ${what} are over ${at(0.5)} lines, the guide is ${guide.median}`] : []),
    ...(at(0.9) > guide.most ? [`one in ten ${what} is over ${at(0.9)} lines, the guide is ${guide.most}`] : []),
  ];
}
