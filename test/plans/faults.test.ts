import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkPlan } from "#actions/check-plan.ts";
import { openData, openPlan } from "#actions/open-data.ts";
import { BrokenInput, type Fault, faultLine } from "#core/faults/fault.ts";

const data = openData();
const folder = mkdtempSync(join(tmpdir(), "pejl-faults-"));
const whole = readFileSync(join(data.folders.data, "plans", "ballerup-2018.yaml"), "utf8");

/** The faults of the plan with one text in it replaced by another. */
function faultsWith(from: string | RegExp, to: string, encoding: "utf8" | "latin1" = "utf8"): Fault[] {
  const text = whole.replace(from, to);
  if (encoding === "utf8") expect(text).not.toBe(whole);
  const path = join(folder, "plan.yaml");
  writeFileSync(path, Buffer.from(text, encoding));
  try {
    openPlan(data, path);
  } catch (error) {
    if (error instanceof BrokenInput) return [...error.faults];
    throw error;
  }
  return [];
}

/** Line and column, from 1, of a text in the plan. */
function placeOf(text: string, offset = 0) {
  const before = whole.slice(0, whole.indexOf(text) + offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

test("the plan is whole before anything is changed in it", () => {
  expect(whole).toContain("indicator: ledighedsprocent");
  expect(openPlan(data, "ballerup-2018").plan.goals.length).toBeGreaterThan(10);
});

test("a misspelt indicator is named with its nearest neighbour, at its place", () => {
  const [fault, ...others] = faultsWith("indicator: ledighedsprocent", "indicator: ledighedsprocnt");
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code: "unknown-reference", place: placeOf("indicator: ledighedsprocent", 11) });
  expect(faultLine(fault).da).toMatch(/plan\.yaml:\d+:\d+ .*ledighedsprocnt.*Mente du «ledighedsprocent»\?/);
});

test("a deleted key is named where it is missing", () => {
  const faults = faultsWith(/\n {4}force: promise/, "");
  expect(faults).toMatchObject([{ code: "missing-key", parameters: { key: "force" } }]);
  expect(faults[0].place.line).toBeGreaterThan(1);
});

test("a wrong period is refused where it stands", () => {
  const [fault, ...others] = faultsWith(/^period: .*$/m, "period: 2018-13");
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ code: "not-a-period", place: { line: placeOf("\nperiod: ", 1).line, column: 9 } });
});

test("a duplicate id is found, at the second of the two", () => {
  const ids = [...whole.matchAll(/^ {2}- id: (\S+)$/gm)].map(([, id]) => id);
  const goals = openPlan(data, "ballerup-2018").plan.goals.map(({ id }) => id);
  const [first, second] = goals;
  expect(ids).toContain(second);
  const faults = faultsWith(`  - id: ${second}\n`, `  - id: ${first}\n`);
  expect(faults[0]).toMatchObject({
    code: "duplicate-id",
    parameters: { id: first },
    place: placeOf(`  - id: ${second}\n`, 8),
  });
});

test("a file in Windows-1252 is refused at its first letter that is not UTF-8", () => {
  const [fault] = faultsWith("", "", "latin1");
  const at = whole.search(/[^\p{ASCII}]/u);
  const before = whole.slice(0, at).split("\n");
  expect(fault).toMatchObject({
    code: "not-utf8",
    place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
  });
});

test("a key written twice, a key misspelt and YAML that is none are each one clear fault", () => {
  expect(faultsWith("format: ", "format: pejlemaerke-plan/1\nformat: ")[0].code).toBe("duplicate-key");
  expect(
    faultsWith("organisation: ", "organisaton: ")
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual(["missing-key", "unknown-key"]);
  expect(faultsWith("goals:\n", "goals: [\n")[0].code).toBe("not-yaml");
});

test("a figure without a unit, or in letters, is refused", () => {
  expect(faultsWith("value: 3,9 pct.", "value: 3,9")[0].code).toBe("no-unit");
  expect(faultsWith("value: 3,9 pct.", "value: mange pct.")[0].code).toBe("not-a-figure");
});

test("every fault says what to do in both languages", () => {
  const [fault] = faultsWith(/^period: .*$/m, "period: i fjor");
  const { da, en } = faultLine(fault);
  expect(da).not.toBe(en);
  expect(da).toContain("i fjor");
});

test("a changed figure in a table is found by the check, and nothing else breaks", () => {
  const row = /cells: 320 \| 250/;
  expect(whole).toMatch(row);
  const before = checkPlan(openPlan(data, "ballerup-2018")).findings.map(({ id }) => id);
  expect(faultsWith(row, "cells: 321 | 250")).toEqual([]);
  const after = checkPlan(openPlan(data, join(folder, "plan.yaml"))).findings;
  const added = after.filter(({ id }) => !before.includes(id));
  expect(added.some(({ computed, printed }) => printed?.value === 321 || computed?.value === 321)).toBe(true);
  expect(added.every(({ kind }) => kind === "sum" || kind === "same" || kind === "claim")).toBe(true);
});
