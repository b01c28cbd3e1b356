import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "#core/faults/fault.ts";
import { tableNames } from "#core/register/canonical.ts";
import { startDictionaries } from "#core/register/dictionary.ts";
import { knownCodes } from "#core/register/known-codes.ts";
import { type Column, columnsOf, type TableName } from "#core/register/schema.ts";
import { readVocabulary } from "../data-files/vocabulary.ts";
import { LONGEST_ROW } from "./delimited.ts";
import { readTable } from "./read-table.ts";

const vocabulary = readVocabulary(join(import.meta.dirname, "../../../data"));
const folder = mkdtempSync(join(tmpdir(), "pejl-tables-"));
const ROWS = 12;

async function read(table: TableName, content: string | Uint8Array) {
  const path = join(folder, `${table}.csv`);
  writeFileSync(path, content);
  const { read, rows, rejections } = await readTable(
    { table, path, name: `${table}.csv` },
    {
      vocabulary,
      dictionaries: startDictionaries(),
      pseudonym: (digits) => digits,
      onRejected: () => {},
      onProgress: () => {},
    },
  );
  const lines = rejections.faults.map(({ place }) => place.line);
  return {
    rowsIn: read.rowsIn,
    loaded: rows.count,
    rejected: rejections.rows(),
    codes: rejections.faults.map(({ code }) => code),
    lines,
  };
}

/** As `read`, but a file that cannot be read at all is an answer too; any other error is a failure of the program. */
async function tryRead(table: TableName, content: string | Uint8Array) {
  try {
    return await read(table, content);
  } catch (error) {
    if (error instanceof BrokenInput) return undefined;
    throw error;
  }
}

/** A cell that is right in its column, and another one in another row. */
function goodCell(table: TableName, name: string, column: Column, row: number): string {
  switch (column.type) {
    case "code":
    case "flag":
      return [...(knownCodes(vocabulary, table, name, column)?.codes ?? ["1234"])][0];
    case "day":
      return `20${name === "to" ? 19 : 18}-01-${10 + row}`;
    case "datetime":
      return `2018-01-${10 + row} 1${name === "received" ? 0 : 5}:30`;
    case "number":
      return { score: "3", score_min: "1", score_max: "5", birth_year: "1980" }[name] ?? "1";
    default:
      return `${name}-${row}`;
  }
}

const rowsOf = (table: TableName) =>
  Array.from({ length: ROWS }, (_, row) =>
    columnsOf(table).map(([name, column]) => goodCell(table, name, column, row)),
  );
const textOf = (table: TableName, rows: readonly (readonly string[])[]) =>
  `${[columnsOf(table).map(([name]) => name), ...rows].map((cells) => cells.join(",")).join("\n")}\n`;

const badCells: readonly string[] = [
  "=1+1",
  "@SUM(A1)",
  "-cmd|' /C calc'!A0",
  "a\u0000b",
  "\u0085",
  "\ufffd",
  '"never closed',
  '"closed"and more',
];
const badDays = ["2018-02-31", "31-02-2018", "2018-13-01", "0000-00-00", "2018-1-1", "43101", "i går", "18-01-01"];

describe.for(tableNames())("The table %s", (table) => {
  const good = rowsOf(table);
  const columns = columnsOf(table);

  test("is loaded whole when nothing is wrong with it", async () => {
    expect(await read(table, textOf(table, good))).toMatchObject({ rowsIn: ROWS, loaded: ROWS, rejected: 0 });
  });

  test("loses no more than the row of a bad cell, and names its line", async () => {
    const place = fc.tuple(fc.nat(ROWS - 1), fc.nat(columns.length - 1));
    await fc.assert(
      fc.asyncProperty(
        place,
        fc.constantFrom(...badCells),
        fc.constantFrom(...badDays),
        async ([row, at], cell, day) => {
          const bad = columns[at][1].type === "day" ? day : cell;
          const found = await read(table, textOf(table, good.with(row, good[row].with(at, bad))));
          expect(found).toMatchObject({ rowsIn: ROWS, loaded: ROWS - 1, rejected: 1 });
          expect(new Set(found.lines)).toEqual(new Set([row + 2]));
        },
      ),
      { numRuns: 20 },
    );
  });

  test("cut anywhere, it is not read, or its last row is rejected; cut after a row, the rows before it are there", async () => {
    const text = textOf(table, good);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (end) => {
        const cut = text.slice(0, end);
        const found = await tryRead(table, cut);
        if (found === undefined) return;
        const whole = cut.split("\n").length - 2;
        if (cut.endsWith("\n")) expect(found).toMatchObject({ loaded: whole, rejected: 0 });
        else expect(found).toMatchObject({ loaded: whole, rejected: 1, rowsIn: whole + 1 });
      }),
      { numRuns: 20 },
    );
  });

  test("with any bytes written over it, it never fails otherwise than by saying what is wrong, and loses no row unsaid", async () => {
    const bytes = Buffer.from(textOf(table, good));
    const patch = fc.tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 4 }), async (patches) => {
        const spoiled = Buffer.from(bytes);
        for (const [at, over] of patches) spoiled.set(over.subarray(0, spoiled.length - at), at);
        const found = await tryRead(table, spoiled);
        if (found !== undefined) expect(found.loaded + found.rejected).toBe(found.rowsIn);
      }),
      { numRuns: 20 },
    );
  });

  test("made of any bytes at all, it is refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const found = await tryRead(table, bytes);
        expect(found?.loaded ?? 0).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test("with a row of more letters than any row has, it loses that row alone", async () => {
    const long = good.with(3, good[3].with(0, "x".repeat(LONGEST_ROW + 1)));
    expect(await read(table, textOf(table, long))).toMatchObject({
      loaded: ROWS - 1,
      codes: ["row-too-long"],
      lines: [5],
    });
  });
});

test("a row of ten megabytes is one fault, and the rest is loaded", async () => {
  const rows = rowsOf("benefits");
  const found = await read("benefits", textOf("benefits", rows.with(0, rows[0].with(0, "x".repeat(10_000_000)))));
  expect(found).toMatchObject({ loaded: ROWS - 1, codes: ["row-too-long"] });
});
