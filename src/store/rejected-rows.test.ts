import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rejectedFile } from "./rejected-rows.ts";

const folder = () => mkdtempSync(join(tmpdir(), "pejl-rejected-"));
const reasons = [{ da: "Datoen findes ikke.", en: "There is no such date." }];

test("without rejected rows there is no file", () => {
  const here = folder();
  expect(rejectedFile(here, "none").close()).toBeUndefined();
  expect(readdirSync(here)).toEqual([]);
});

test("rejected rows are written with place and reason, and none of their cells is a formula to a spreadsheet", () => {
  const file = rejectedFile(folder(), "some");
  for (let line = 2; line < 2502; line++)
    file.add({ table: "benefits", file: "b.csv", line, reasons, cells: ["=1+1", 'a "b"'] });
  const lines = readFileSync(file.close()!, "utf8").split("\n");
  expect(lines[1]).toBe(`"benefits";"b.csv";"2";"Datoen findes ikke.";"'=1+1";"a ""b"""`);
  expect(lines).toHaveLength(2502);
});
