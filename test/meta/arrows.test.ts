import { basename, join } from "node:path";
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

/** Files of core that reach for the machine. */
const machine: Readonly<Record<string, string>> = {
  "the file system": 'import { readFileSync } from "node:fs"; export const x = readFileSync;',
  "the process": "export const x = process.cwd();",
  "the network": 'export const x = fetch("https://example.org");',
  "the console": 'export const x = () => console.log("x");',
  "a timer": "export const x = () => setTimeout(() => {}, 1);",
};

/** Files of core that reach upward: compiled apart, for what they import brings the machine's types with it. */
const upward: Readonly<Record<string, string>> = {
  "a higher floor": 'import { writeWhole } from "#connectors/data-files/write.ts"; export const x = writeWhole;',
  "a type of a higher floor": 'import type { Data } from "#actions/open-data.ts"; export type X = Data;',
  "a higher floor at run time": 'export const x = () => import("#connectors/data-files/append.ts");',
};

const innocent = { nothing: 'import { fill } from "./text/text.ts"; export const x = fill;' };

describe.for([machine, upward])("The compiler refuses a file of core that reaches for", (trials) => {
  const errors = errorsOf({ ...trials, ...innocent });
  it.for(Object.keys(trials))("%s", (trial) => {
    expect(errors(trial)).not.toEqual([]);
  });
  it("nothing of the kind: no, that one compiles", () => {
    expect(errors("nothing")).toEqual([]);
  });
});

function mayImport(floor: string, other: string): boolean {
  return floor === other || (allowed[floor] ?? []).includes(other);
}

function referencesOf(floor: string): string[] {
  return (projectOf(floor).projectReferences ?? []).map(({ path }) => basename(path));
}

function projectOf(floor: string): ts.ParsedCommandLine {
  const fail = (words: ts.Diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(words.messageText, "\n"));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const project = ts.getParsedCommandLineOfConfigFile(join(home, "src", floor, "tsconfig.json"), undefined, host);
  if (project === undefined) throw new Error(`src/${floor} has no tsconfig.json`);
  return project;
}

/** Compiles files on trial as files of core, all at once; answers what the compiler says of one. */
function errorsOf(trials: Readonly<Record<string, string>>): (trial: string) => string[] {
  const { fileNames, options } = projectOf("core");
  const pathOf = (trial: string) => join(home, `src/core/${trial.replaceAll(" ", "-")}-on-trial.ts`);
  const texts = new Map(Object.entries(trials).map(([trial, text]) => [pathOf(trial), text]));
  const host = ts.createCompilerHost(options);
  const onTrial: ts.CompilerHost = {
    ...host,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    getSourceFile: (name, target, onError) => {
      const text = texts.get(name);
      return text === undefined ? host.getSourceFile(name, target, onError) : ts.createSourceFile(name, text, target);
    },
  };
  const program = ts.createProgram([...fileNames, ...texts.keys()], options, onTrial);
  return (trial) => {
    const file = program.getSourceFile(pathOf(trial));
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    );
  };
}
