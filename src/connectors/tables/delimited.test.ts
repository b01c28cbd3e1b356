import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { parseDelimited } from "./delimited.ts";

function faultsOf(text: string): string[] {
  try {
    parseDelimited(text, "a.csv");
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).en);
    throw error;
  }
}

test("the separator is the semicolon, tab or comma of the first line", () => {
  for (const [separator, other] of [
    [";", ","],
    ["\t", ","],
    [",", "."],
  ])
    expect(parseDelimited(`a${separator}b\r\n1${other}5${separator}x\r\n`, "a.csv")).toEqual({
      file: "a.csv",
      columns: ["a", "b"],
      rows: [{ line: 2, cells: [`1${other}5`, "x"] }],
    });
});

test("lines are counted alike with every line ending, and without one at the end", () => {
  for (const text of ["a;b\n1;2\n3;4\n", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r\n1;2\r\n3;4"])
    expect(
      parseDelimited(text, "a.csv").rows.map(({ line }) => line),
      JSON.stringify(text),
    ).toEqual([2, 3]);
});

test("rows keep the line they stand on when empty lines and line breaks in quotes come before", () => {
  const { rows } = parseDelimited('a;b\n\n"to\nlinjer";1\nen;2\n', "a.csv");
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["to\nlinjer", "1"],
    ["en", "2"],
  ]);
  expect(rows.at(-1)?.line).toBe(5);
});

test("a table reads alike with and without quotation marks around its cells", () => {
  const cell = fc.stringMatching(/^[A-Za-zæøå0-9., ]{0,8}$/).map((text) => text.trim());
  const rows = fc.array(fc.tuple(fc.stringMatching(/^[a-zæøå]{1,8}$/), cell), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.constantFrom(";", "\t"), fc.constantFrom("\n", "\r\n"), (table, separator, end) => {
      const write = (mark: string) =>
        table.map((row) => row.map((one) => `${mark}${one}${mark}`).join(separator) + end).join("");
      expect(parseDelimited(write('"'), "a.csv")).toEqual(parseDelimited(write(""), "a.csv"));
    }),
  );
});

test("a row with too few or too many fields is named by its line", () => {
  expect(faultsOf("a;b\n1;2\n1\n1;2;3\n")).toEqual([
    expect.stringMatching(/^a\.csv:3: The row has 1 fields, but there are 2 columns/),
    expect.stringMatching(/^a\.csv:4: The row has 3 fields/),
  ]);
});

test("a quotation mark that is never closed is named by its line", () => {
  expect(faultsOf('a;b\n1;2\n"x;3\n')[0]).toMatch(/^a\.csv:\d: The file cannot be read as a table: Quote Not Closed/);
});

test("a file without rows is refused", () => {
  expect(faultsOf("a;b\n")).toHaveLength(1);
  expect(faultsOf("")).toHaveLength(1);
});
