import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { exists, floorOf, home, importsOf, programFiles } from "./tree.ts";

/** Which floors each floor may import, itself aside. ARCHITECTURE.md draws it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  charts: ["core"],
  api: ["core"],
  store: ["core"],
  connectors: ["core"],
  actions: ["core", "store", "connectors"],
  server: ["core", "api", "charts", "actions"],
  cli: ["core", "api", "charts", "actions"],
  web: ["core", "api", "charts"],
};

/** Floors that run in a browser too, and what they may import from outside. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  core: ["zod"],
  api: ["zod"],
  charts: ["@observablehq/plot"],
};

const imports = programFiles().flatMap(importsOf);
const ours = imports.flatMap(({ from, written, to }) => (to === undefined ? [] : [{ from, written, to }]));

describe("The arrows between the floors", () => {
  it("point only downward, types and dynamic imports included", () => {
    const wrong = ours.filter(({ from, to }) => !mayImport(floorOf(from), floorOf(to)));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it("are the references of the floors' TypeScript projects", () => {
    const wrong = Object.keys(allowed)
      .filter((floor) => exists(`src/${floor}/tsconfig.json`))
      .flatMap((floor) => referencesOf(floor).map((to) => [floor, to] as const))
      .filter(([floor, to]) => !mayImport(floor, to));
    expect(wrong).toEqual([]);
  });

  it("are written #floor/… to another floor and relative within one, always with the file's ending", () => {
    const wrong = ours.filter(({ from, written, to }) => {
      const crosses = floorOf(from) !== floorOf(to);
      return written.startsWith("#") !== crosses || !exists(to);
    });
    expect(wrong.map(({ from, written }) => `${from}: ${written}`)).toEqual([]);
  });

  it("leave the pure floors with the packages named for them", () => {
    const wrong = imports.filter(({ from, written, to }) => {
      const packages = packagesOf[floorOf(from)];
      return packages !== undefined && to === undefined && !packages.includes(written);
    });
    expect(wrong.map(({ from, written }) => `${from}: ${written}`)).toEqual([]);
  });
});

describe("The compiler refuses in core", () => {
  it.for([
    ["the file system", 'import { readFileSync } from "node:fs"; export const x = readFileSync;'],
    ["the process", "export const x = process.cwd();"],
    ["the network", 'export const x = fetch("https://example.org");'],
    ["the console", 'console.log("x");'],
    ["timers", "setTimeout(() => {}, 1);"],
    ["a higher floor", 'import { readYamlFile } from "#connectors/data-files/yaml.ts"; export const x = readYamlFile;'],
    [
      "a type of a higher floor",
      'import type { YamlFile } from "#connectors/data-files/yaml.ts"; export type X = YamlFile;',
    ],
    ["a higher floor at run time", 'export const x = () => import("#connectors/data-files/yaml.ts");'],
  ])("%s", ([, code]) => {
    expect(errorsInCore(code)).not.toEqual([]);
  });

  it("and nothing else: a file that keeps to the rules compiles", () => {
    expect(
      errorsInCore('import type { Text } from "./text/text.ts"; export const x: Text = { da: "a", en: "b" };'),
    ).toEqual([]);
  });
});

function mayImport(floor: string, other: string): boolean {
  return floor === other || (allowed[floor] ?? []).includes(other);
}

function referencesOf(floor: string): string[] {
  const { config } = ts.readConfigFile(join(home, "src", floor, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  return config.references.map(({ path }: { path: string }) => path.replace("../", ""));
}

const core = ts.getParsedCommandLineOfConfigFile(join(home, "src/core/tsconfig.json"), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
  },
});

/** What the compiler says of a file of core with this text: in it, or of what it draws into the project. */
function errorsInCore(text: string): string[] {
  if (core === undefined) throw new Error("src/core has no tsconfig.json");
  const path = join(home, "src/core/a-file-on-trial.ts");
  const host = ts.createCompilerHost(core.options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ...rest) : getSourceFile(name, ...rest);
  const program = ts.createProgram([...core.fileNames, path], core.options, host);
  const file = program.getSourceFile(path);
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...program.getOptionsDiagnostics(),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
