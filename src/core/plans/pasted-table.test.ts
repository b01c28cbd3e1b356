import { describe, expect, test } from "vitest";
import { readPasted } from "./pasted-table.ts";

const read = (text: string, danish = false) => readPasted(text, { unit: "persons", danish });

describe("A table pasted from a spreadsheet", () => {
  test("has its headings, labels and Danish numbers", () => {
    const table = read("Ydelse\t2017\t2018\nKontanthjælp\t3.412\t12,5 %\nRessourceforløb\t-\t1.234.567\n");
    expect(table.faults).toEqual([]);
    expect(table.columns).toEqual([
      { id: "2017", label: "2017" },
      { id: "2018", label: "2018" },
    ]);
    expect(table.rows.map(({ id, label }) => [id, label])).toEqual([
      ["kontanthjaelp", "Kontanthjælp"],
      ["ressourceforloeb", "Ressourceforløb"],
    ]);
    expect(table.rows.flatMap(({ cells }) => cells)).toEqual([
      { text: "3.412", value: 3412, unit: "persons" },
      { text: "12,5 %", value: 0.125, unit: "share" },
      { text: "-" },
      { text: "1.234.567", value: 1234567, unit: "persons" },
    ]);
  });

  test("with a number that means two things is refused at its cell, until something settles it", () => {
    const text = "\ta\tb\nx\t7\t1.234\ny\t1,234\t8";
    expect(read(text).faults.map(({ code, place }) => [code, place])).toEqual([
      ["not-a-number", { line: 2, column: 3 }],
      ["not-a-number", { line: 3, column: 2 }],
    ]);
    expect(read(text, true).faults).toEqual([]);
    expect(read(text.replace("8", "8,25")).faults).toEqual([]);
  });

  test("with numbers that cannot be Danish is refused", () => {
    expect(read("\ta\nx\t1,234.5\ny\t12.5\nz\tn/a").faults.map(({ place }) => place.line)).toEqual([2, 3, 4]);
  });

  test("may have quotes, line breaks within a cell, the same label twice, and rows of unequal length", () => {
    const table = read('\t"I alt\ni året"\tb\r\n"a ""x"""\t1\r\na x\t2\t3\r\n');
    expect(table.columns.map(({ label }) => label)).toEqual(["I alt i året", "b"]);
    expect(table.rows.map(({ id, label }) => [id, label])).toEqual([
      ["a-x", 'a "x"'],
      ["a-x-2", "a x"],
    ]);
    expect(table.rows[0].cells).toEqual([{ text: "1", value: 1, unit: "persons" }, { text: "" }]);
  });
});
