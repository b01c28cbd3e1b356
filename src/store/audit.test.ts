import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendAudit, readAudit } from "./audit.ts";

const folder = () => mkdtempSync(join(tmpdir(), "pejl-audit-"));
const entry = (action: string, words = "") => ({ at: "2026-11-22T10:00:00Z", by: "anna", action, about: { words } });

test("entries come back in the order they were added", async () => {
  const here = folder();
  expect(readAudit(here)).toEqual([]);
  for (const action of ["one", "two", "three"]) await appendAudit(here, entry(action));
  expect(readAudit(here).map(({ action }) => action)).toEqual(["one", "two", "three"]);
});

test("a line that was altered or taken out is found", async () => {
  const here = folder();
  for (const action of ["one", "two", "three"]) await appendAudit(here, entry(action));
  const file = join(here, "audit.jsonl");
  const lines = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, lines.with(1, lines[1].replace("anna", "bent")).join("\n"));
  expect(() => readAudit(here)).toThrow("Linje 3");
  writeFileSync(file, lines.toSpliced(1, 1).join("\n"));
  expect(() => readAudit(here)).toThrow("Linje 2");
});

test("a line that a killed process left unfinished goes, and the chain holds", async () => {
  const here = folder();
  await appendAudit(here, entry("one", "x".repeat(10_000)));
  appendFileSync(join(here, "audit.jsonl"), '{"at":"2026-11-22T10:0');
  await appendAudit(here, entry("two"));
  expect(readAudit(here).map(({ action }) => action)).toEqual(["one", "two"]);
});

test("lines added at the same time all stand, each after another", async () => {
  const here = folder();
  await Promise.all(Array.from({ length: 20 }, (_, i) => appendAudit(here, entry(`${i}`))));
  expect(readAudit(here)).toHaveLength(20);
});
