import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { faultsOfWhere } from "#core/vocabulary/dimension.ts";
import { readIndicators } from "./indicators.ts";
import { readVocabulary } from "./vocabulary.ts";

const vocabulary = readVocabulary("data");
const indicators = readIndicators("data", vocabulary);

test("every indicator file is valid", () => {
  expect(indicators.size).toBeGreaterThanOrEqual(60);
});

test("a parameter that is also a dimension has a default the dimension knows", () => {
  for (const { id, parameters, dimensions } of indicators.values())
    for (const parameter of parameters.filter((one) => dimensions.includes(one.id)))
      expect(faultsOfWhere({ [parameter.id]: parameter.value }, vocabulary), id).toEqual([]);
});

test("a rate or a rank says which way is progress or why it cannot", () => {
  for (const { id, unit, good } of indicators.values()) if (unit === "rank") expect(good, id).not.toBe("none");
});

/** A copy of the data with one change to one indicator file. */
function faultsAfter(file: string, from: string, to: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "pejl-"));
  cpSync("data/indicators", join(folder, "indicators"), { recursive: true });
  const path = join(folder, "indicators", file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
  try {
    readIndicators(folder, vocabulary);
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).da.replace(folder, ""));
    throw error;
  }
}

test("an id that differs from the file's name is a fault with its line", () => {
  expect(faultsAfter("personer.yaml", "id: personer", "id: person")).toEqual([
    "/indicators/personer.yaml:1:5 id: Id'et «person» er et andet end filens navn «personer». Giv filen og id'et samme navn.",
  ]);
});

test("a misspelt dimension is answered with the nearest one", () => {
  expect(faultsAfter("personer.yaml", "[benefit,", "[benfit,")[0]).toContain("Mente du «benefit»?");
});

test("a misspelt unit is answered with the nearest one", () => {
  expect(faultsAfter("personer.yaml", "unit: persons", "unit: person")[0]).toMatch(/«person».*Vælg en af: persons/);
});
