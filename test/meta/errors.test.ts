import { writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { registerFaults } from "#core/faults/register.ts";
import { type FaultCode, faultTable } from "#core/faults/table.ts";
import { errorsPage } from "./errors-page.ts";
import { exists, home, nodesOf, placeOf, programFiles, read } from "./tree.ts";

const rows = Object.entries(faultTable);
const files = programFiles();

describe("Every fault", () => {
  it("says what is wrong and what to do in both languages, with the same blanks to fill", () => {
    const wrong = rows.filter(
      ([, { says, mend }]) =>
        [says, mend].some((text) => text.da.trim() === "" || text.en.trim() === "") ||
        [says, mend].some((text) => `${blanksIn(text.da)}` !== `${blanksIn(text.en)}`),
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });

  it("stands in one table only", () => {
    const twice = Object.entries(registerFaults).filter(([code, row]) => isCode(code) && faultTable[code] !== row);
    expect(twice.map(([code]) => code)).toEqual([]);
  });

  it("is reported somewhere in the program", () => {
    const named = new Set(
      files.flatMap(({ tree }) =>
        [...nodesOf(tree)].flatMap((node) => (ts.isStringLiteral(node) && !isKey(node) ? [node.text] : [])),
      ),
    );
    expect(rows.map(([code]) => code).filter((code) => !named.has(code))).toEqual([]);
  });

  it("is reported with every blank of its message filled", () => {
    const unfilled = files.flatMap((file) =>
      [...nodesOf(file.tree)].flatMap((node) => {
        const report = reportIn(node);
        if (report === undefined) return [];
        const { says, mend } = faultTable[report.code];
        const blanks = [...blanksIn(says.da), ...blanksIn(mend.da)].filter((blank) => !report.filled.includes(blank));
        return blanks.length === 0 ? [] : [`${placeOf(file, node)} ${report.code}: ${blanks.join(", ")}`];
      }),
    );
    expect(unfilled).toEqual([]);
  });

  it("stands in docs/errors.md as the table has it", () => {
    const page = "docs/errors.md";
    if (process.env.PEJL_DOCS === "write") writeFileSync(join(home, page), errorsPage());
    expect(exists(page) && read(page)).toBe(errorsPage());
  });
});

/** The name of a row, not a mention of it. */
function isKey(node: ts.StringLiteral): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function blanksIn(words: string): string[] {
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}

function isCode(code: string): code is FaultCode {
  return Object.hasOwn(faultTable, code);
}

type Report = { readonly code: FaultCode; readonly filled: readonly string[] };

/**
 * A fault reported with its code and parameters written out: `broken("code", {…})`, `fault("code", {…})` or
 * `{ code: "code", place, parameters: {…} }`; what has no place yet is still being made. A fault inside a schema gets the value it stands at by itself.
 */
function reportIn(node: ts.Node): Report | undefined {
  if (ts.isCallExpression(node) && /^(broken|fault)$/.test(node.expression.getText())) {
    const [code, parameters] = node.arguments;
    const filled = keysOf(parameters);
    return filled && reportOf(code, node.expression.getText() === "fault" ? [...filled, "value"] : filled);
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  if (!keysOf(node)?.includes("place")) return undefined;
  const filled = keysOf(valueAt(node, "parameters"));
  return valueAt(node, "parameters") === undefined || filled === undefined
    ? undefined
    : reportOf(valueAt(node, "code"), filled);
}

function reportOf(code: ts.Node | undefined, filled: readonly string[]): Report | undefined {
  if (code === undefined || !ts.isStringLiteral(code) || !isCode(code.text)) return undefined;
  return { code: code.text, filled };
}

/** The keys of an object written out; undefined when it is made elsewhere. */
function keysOf(node: ts.Node | undefined): string[] | undefined {
  if (node === undefined) return [];
  if (!ts.isObjectLiteralExpression(node) || node.properties.some(ts.isSpreadAssignment)) return undefined;
  return node.properties.map(({ name }) => name?.getText() ?? "");
}

function valueAt(object: ts.ObjectLiteralExpression, key: string): ts.Node | undefined {
  const property = object.properties.filter(ts.isPropertyAssignment).find(({ name }) => name.getText() === key);
  return property?.initializer;
}
