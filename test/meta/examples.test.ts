import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readVocabulary } from "#connectors/data-files/vocabulary.ts";
import { home, programFiles, type SourceFile } from "./tree.ts";

/** An example of a doc comment: `@example call // answer`. */
type Example = { readonly path: string; readonly call: string; readonly answer: string };

const files = programFiles("src/core");
const examples = files.flatMap(({ path, tree }) =>
  [...tree.text.matchAll(/@example (.+?) \/\/ (.+)$/gm)].map(([, call, answer]): Example => ({ path, call, answer })),
);

/** The file of core that exports a name; the first of several. */
const homes = new Map(files.toReversed().flatMap((file) => exportedBy(file).map((name) => [name, file.path] as const)));

/** What an example may name besides what core exports: the vocabulary as shipped. */
const { areas, lists } = readVocabulary(join(home, "data"));
const given = { areas, benefits: lists.get("benefit") };

describe("The examples of core give the answers they state", () => {
  it.for(examples)("$call", async ({ path, call, answer }) => {
    const scope = { ...given, ...(await exportsNamedIn(`${call} ${answer}`, path)) };
    expect(answerOf(call, scope)).toEqual(answerOf(elided(answer), { ...scope, ...matchers }));
  });

  it("and there are examples", () => {
    expect(examples.length).toBeGreaterThan(20);
  });
});

/** A fraction is met to the digits it is stated with, `0.1002…` to all but its last; `{ code: "x", … }` may hold more. */
function elided(answer: string): string {
  if (/^["'`]/.test(answer)) return answer;
  return answer
    .replace(/^Float64Array (\[.*\])$/, "columnOf($1)")
    .replaceAll(/(-?\d+\.(\d+))(…?)/g, (_, number: string, decimals: string, more: string) => {
      return `near(${number}, ${decimals.length - more.length})`;
    })
    .replace(/^(\{.*), … \}$/, "holding($1 })");
}

const matchers = {
  columnOf: (values: readonly unknown[]): unknown =>
    expect.toSatisfy((column) => {
      const given: unknown[] = column instanceof Float64Array ? [...column] : [];
      expect(given).toEqual(values);
      return true;
    }),
  near: (value: number, decimals: number): unknown => expect.closeTo(value, decimals),
  holding: (value: object): unknown => expect.objectContaining(value),
};

/** The value of an expression whose names stand for the scope's values. */
function answerOf(words: string, scope: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(scope), `"use strict"; return (${words});`)(...Object.values(scope));
}

/** The exports that words name, those of the example's own file before others. */
async function exportsNamedIn(words: string, own: string): Promise<Readonly<Record<string, unknown>>> {
  const names = [...new Set(words.match(/[A-Za-z]\w*/g) ?? [])];
  const ownNames = new Set(exportedBy(files.find(({ path }) => path === own)));
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const path = ownNames.has(name) ? own : homes.get(name);
    if (path === undefined) continue;
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(home, path)).href);
    found[name] = module[name];
  }
  return found;
}

/** The functions and constants a file exports. */
function exportedBy(file: SourceFile | undefined): string[] {
  const exported = (node: ts.Node) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return (file?.tree.statements ?? []).filter(exported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    return ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : [];
  });
}
