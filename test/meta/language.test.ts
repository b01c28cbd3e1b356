import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readYamlFile } from "#connectors/data-files/yaml.ts";
import { filesBelow, home, nodesOf, placeOf, programFiles, read } from "./tree.ts";

type Said = { readonly at: string; readonly da: string | undefined; readonly en: string | undefined };

const inData = filesBelow("data")
  .filter((path) => path.endsWith(".yaml"))
  .flatMap((path) => {
    const { value, placeOf: place } = readYamlFile(join(home, path));
    return textsUnder(value, []).map(({ keys, ...text }) => ({ at: `${path}:${place(keys).line}`, ...text }));
  });
const inCode = programFiles().flatMap((file) =>
  [...nodesOf(file.tree)].flatMap((node): Said[] => {
    if (!ts.isObjectLiteralExpression(node)) return [];
    const keys = new Map(node.properties.map((one) => [one.name?.getText() ?? "", one] as const));
    if (!keys.has("da") && !keys.has("en")) return [];
    return [{ at: placeOf(file, node), da: written(keys.get("da")), en: written(keys.get("en")) }];
  }),
);

describe("Everything said to a person", () => {
  it("is said in Danish and in English", () => {
    const halves = [...inData, ...inCode].filter(({ da, en }) => [da, en].some((words) => (words ?? "").trim() === ""));
    expect(halves.map(({ at }) => at)).toEqual([]);
  });

  it("differs in the two, unless it is a name or a word they share", () => {
    const alike = [...inData, ...inCode].filter(({ da, en }) => da !== undefined && da === en && !isShared(da));
    expect(alike.map(({ at, da }) => `${at} ${da}`)).toEqual([]);
  });

  it("names in both languages the same blanks to fill", () => {
    const unlike = inCode.filter(({ da, en }) => `${blanksIn(da)}` !== `${blanksIn(en)}`);
    expect(unlike.map(({ at }) => at)).toEqual([]);
  });

  it("and there is something said at all", () => {
    expect(inData.length).toBeGreaterThan(500);
    expect(inCode.length).toBeGreaterThan(100);
  });
});

describe("No file of the project", () => {
  const texts = filesBelow().filter(
    (path) => !path.startsWith("data/series/published/") && path !== "test/meta/language.test.ts",
  );

  it("names a folder of somebody's machine", () => {
    expect(
      texts.filter((path) => /(?<![\w.])\/(work|root|home|Users)\/\w|\b[A-Z]:\\\\?Users/.test(read(path))),
    ).toEqual([]);
  });

  it("names the host of a package registry", () => {
    expect(texts.filter((path) => /registry\.|\bnpmjs\b|_authToken/.test(read(path)))).toEqual([]);
  });
});

/** Every `{da, en}`, or half of one, in a value; with the keys to it. */
function textsUnder(
  value: unknown,
  keys: readonly string[],
): (Omit<Said, "at"> & { readonly keys: readonly string[] })[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = Object.entries(value);
  if (!Array.isArray(value) && ("da" in value || "en" in value)) {
    const wordsOf = (language: string) =>
      entries.find(([key, words]) => key === language && typeof words === "string")?.[1];
    return [{ keys, da: wordsOf("da"), en: wordsOf("en") }];
  }
  return entries.flatMap(([key, inner]) => textsUnder(inner, [...keys, key]));
}

/** The words of a property, whatever stands in the middle of a template; anything else counts as written. */
function written(property: ts.ObjectLiteralElementLike | undefined): string | undefined {
  if (property === undefined) return undefined;
  if (!ts.isPropertyAssignment(property)) return `(${property.getText()})`;
  const { initializer } = property;
  return ts.isStringLiteral(initializer) || ts.isNoSubstitutionTemplateLiteral(initializer)
    ? initializer.text
    : `(${initializer.getText()})`;
}

/** Names, numbers and loanwords: at most two words besides the blanks. */
function isShared(words: string): boolean {
  return (
    words.startsWith("(") ||
    words
      .replaceAll(/\{\w+\}/g, "")
      .split(/[^\p{L}\d-]+/u)
      .filter(Boolean).length <= 2
  );
}

function blanksIn(words = ""): string[] {
  return words.startsWith("(") ? [] : [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
}
