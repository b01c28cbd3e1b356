import { expect, test } from "vitest";
import { describeJobindsats } from "./describe.ts";
import { parseJobindsats } from "./parse.ts";

// The rows of versions 2 and 3 are figures printed in STAR's own examples and in a saved response of July 2026.
const version3 = {
  columns: ["Periode", "Område", "Ydelsesgrupper", "Antal ledige personer", "Ledige i pct."],
  rows: [
    ["2025M05", "Hele landet", "Ydelsesgrupper i alt", 101672, 2.8],
    ["2026M06", "Samsø", "Ydelsesgrupper i alt", null, 2.9],
  ],
};
const version2 = [
  {
    Variables: [
      { Name: "area", Label: "Area" },
      { Name: "p", Label: "Periode" },
      { Name: "m", Label: "Pct." },
    ],
    Data: [["Hele landet", "2021M01", "4,2"], { value: ["Hele landet", "2021M02", "4,4"] }],
  },
];

test("a response of version 3 becomes a table, null an empty cell and never zero", () => {
  const { columns, rows } = parseJobindsats(JSON.stringify(version3), "r.json");
  expect(columns).toEqual(version3.columns);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ["2025M05", "Hele landet", "Ydelsesgrupper i alt", "101672", "2,8"],
    ["2026M06", "Samsø", "Ydelsesgrupper i alt", "", "2,9"],
  ]);
});

test("a response of version 2 is read with or without a list around it and around its rows", () => {
  const expected = [
    ["Hele landet", "2021M01", "4,2"],
    ["Hele landet", "2021M02", "4,4"],
  ];
  for (const text of [JSON.stringify(version2), JSON.stringify(version2[0]), `\n${JSON.stringify(version2, null, 2)}`])
    expect(parseJobindsats(text, "r.json").rows.map(({ cells }) => cells)).toEqual(expected);
});

test("one object a line is a table with the keys as columns", () => {
  const text = '{"Area":"Randers","Periode":"2022QMAT04","Antal":2980,"Andel":"4,69"}\n{"Area":"Samsø","Antal":null}\n';
  expect(parseJobindsats(text, "r.jsonl")).toEqual({
    file: "r.jsonl",
    columns: ["Area", "Periode", "Antal", "Andel"],
    rows: [
      { line: 1, cells: ["Randers", "2022QMAT04", "2980", "4,69"] },
      { line: 2, cells: ["Samsø", "", "", ""] },
    ],
  });
});

test("a line that was cut off is named", () => {
  expect(() => parseJobindsats('{"Area":"Randers"}\n{"Area":"Ran', "r.jsonl")).toThrow(
    /^r\.jsonl:2: Linjen er ikke JSON/,
  );
});

test("columns of figures are told from what they are broken down by", () => {
  expect(describeJobindsats(parseJobindsats(JSON.stringify(version3), "r.json"))).toEqual({
    form: "jobindsats",
    area: "Område",
    period: "Periode",
    measures: ["Antal ledige personer", "Ledige i pct."],
    dimensions: ["Ydelsesgrupper"],
  });
});
