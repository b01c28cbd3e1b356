import ts from "typescript";
import { expect, it } from "vitest";
import { nodesOf, placeOf, programFiles, type SourceFile } from "./tree.ts";

/** Names through which the outside would come in: the clock, chance, the machine. */
const outside = [
  "Date",
  "Temporal",
  "performance",
  "process",
  "fetch",
  "console",
  "setTimeout",
  "setInterval",
  "crypto",
  "globalThis",
  "eval",
  "Function",
];

const files = programFiles("src/core");

it("Core knows neither clock, chance nor machine", () => {
  expect(files.flatMap((file) => found(file, (node) => isOutside(node) || isChance(node)))).toEqual([]);
});

it("Core has no `any`, and no `as` but `as const`", () => {
  expect(files.flatMap((file) => found(file, (node) => isAny(node) || isAssertion(node)))).toEqual([]);
});

it("What is forbidden is found", () => {
  const text =
    "const a = Date.now(); const b = Math.random(); const c: any = b as number; const d = [1] as const; a.process;";
  const file = { path: "x.ts", tree: ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true) };
  const count = (is: (node: ts.Node) => boolean) => found(file, is).length;
  expect([isOutside, isChance, isAny, isAssertion].map(count)).toEqual([1, 1, 1, 1]);
});

function found(file: SourceFile, is: (node: ts.Node) => boolean): string[] {
  return [...nodesOf(file.tree)].filter(is).map((node) => `${placeOf(file, node)}: ${node.getText()}`);
}

function isOutside(node: ts.Node): boolean {
  return ts.isIdentifier(node) && outside.includes(node.text) && !isName(node);
}

/** The name of a member or key, which is nothing of the outside's. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return "name" in parent && parent.name === node && !ts.isVariableDeclaration(parent);
}

function isChance(node: ts.Node): boolean {
  return ts.isPropertyAccessExpression(node) && node.getText() === "Math.random";
}

function isAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword;
}

function isAssertion(node: ts.Node): boolean {
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && node.type.getText() !== "const";
}
