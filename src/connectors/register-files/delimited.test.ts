import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_ROW, scanRows } from "./delimited.ts";
import { rowCells } from "./source.ts";

const decode = (bytes: Uint8Array, from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));

async function scan(pieces: (string | Uint8Array)[]) {
  async function* given() {
    for (const piece of pieces) yield typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
  }
  const rows: { line: number; cells: string[]; code: string; isOpen: boolean }[] = [];
  for await (const batch of scanRows(given(), ","))
    for (let row = 0; row < batch.rows; row++) {
      const isOpen = batch.isOpen && row === batch.rows - 1;
      const code = batch.faults.get(row)?.code ?? "ok";
      rows.push({ line: batch.lines[row], cells: rowCells(batch, row, decode), code, isOpen });
    }
  return rows;
}
const cellsOf = async (...pieces: string[]) => (await scan(pieces)).map(({ cells }) => cells);
const codesOf = async (...pieces: string[]) => (await scan(pieces)).map(({ line, code }) => `${line} ${code}`);

test("rows are parted at line breaks of either kind, blank lines are left out", async () => {
  expect(await cellsOf("a,b\r\n1,2\n\n3,\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", ""],
  ]);
  expect(await codesOf("a\n\nb\n")).toEqual(["1 ok", "3 ok"]);
});

test("a quoted cell may hold separators, line breaks and doubled quotation marks", async () => {
  expect(await cellsOf('1,"a,b",2\n"x\ny","say ""no""",\nz,,\n')).toEqual([
    ["1", "a,b", "2"],
    ["x\ny", 'say "no"', ""],
    ["z", "", ""],
  ]);
  expect((await scan(['"x\ny",1\nz,2\n'])).map(({ line }) => line)).toEqual([1, 3]);
});

test("a quotation mark inside an unquoted cell is a letter", async () => {
  expect(await cellsOf('Bodegaen "Ankeret",1\n')).toEqual([['Bodegaen "Ankeret"', "1"]]);
});

test("after a quotation mark that is never closed, reading goes on with the next line", async () => {
  expect(await codesOf('a,"b\nc,d\ne,f\n')).toEqual(["1 unclosed-quote", "2 ok", "3 ok"]);
});

test("text after a closed quotation mark is a fault of its row alone", async () => {
  expect(await codesOf('a,"b"c\nd,e\n')).toEqual(["1 stray-quote", "2 ok"]);
});

test("a row longer than any row is passed over without being kept, however it is cut in pieces", async () => {
  const long = "x".repeat(3 * LONGEST_ROW);
  expect(await codesOf(`a\n${long}\nb\n`)).toEqual(["1 ok", "2 row-too-long", "3 ok"]);
  expect(await codesOf("a\n", long, long, "\nb\n")).toEqual(["1 ok", "2 row-too-long", "3 ok"]);
  expect(await codesOf("a\n", `"${long}`, long, "\nb\n")).toContain("3 ok");
});

test("ten megabytes on one line are passed over in a moment", async () => {
  const started = performance.now();
  expect(await codesOf(...Array.from({ length: 10 }, () => "a,".repeat(500_000)), "\n1,2\n")).toEqual([
    "1 row-too-long",
    "2 ok",
  ]);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("how the bytes are cut in pieces changes nothing", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "æ", '"', ",", "\n", "\r", " ") });
  await fc.assert(
    fc.asyncProperty(fc.array(cell), fc.array(fc.nat(40)), async (texts, cuts) => {
      const bytes = new TextEncoder().encode(texts.join(","));
      const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
      const pieces = places.slice(1).map((place, i) => bytes.subarray(places[i], place));
      expect(await scan(pieces)).toEqual(await scan([bytes]));
    }),
  );
});

test("a last row without a line break is open", async () => {
  expect((await scan(["a\nb"])).map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect((await scan(["a\nb\n"])).map(({ isOpen }) => isOpen)).toEqual([false, false]);
});

test("cells written by the rules of RFC 4180 come back as they were", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "æ", '"', ",", "\n", " ", "\r\n") });
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), async (rows) => {
      const text = rows.map((row) => `${row.map(quote).join(",")}\n`).join("");
      expect((await scan([text])).map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});
