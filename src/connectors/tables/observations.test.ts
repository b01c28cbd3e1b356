import { expect, test } from "vitest";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import { areaFile, joinAreas } from "#core/vocabulary/area.ts";
import { parseDelimited } from "./delimited.ts";
import { type Reading, readObservations } from "./observations.ts";

const areas = joinAreas([
  areaFile.parse({
    municipality: [
      { id: "851", name: "Aalborg" },
      { id: "165", name: "Albertslund" },
    ],
  }),
]);

const reading: Reading = {
  area: { column: "Område" },
  period: "Tid",
  value: "Tal",
  rows: {},
  unit: "persons",
  percent: false,
  missing: { "": { missing: "withheld" } },
  status: "actual",
};

function read(text: string, change: Partial<Reading> = {}) {
  return readObservations(parseDelimited(text, "a.csv"), { ...reading, ...change }, areas);
}

function faultsOf(text: string, change: Partial<Reading> = {}): string[] {
  try {
    read(text, change);
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).da);
    throw error;
  }
}

test("each row becomes the figure of an area in a period", () => {
  const [one] = read("Område;Tid;Tal\nAalborg Kommune;2018K3;3.400\nAalborg;2018K4;1,5\n");
  expect(one).toMatchObject({ area: "851", value: { value: 3400, unit: "persons" }, status: "actual" });
  expect(one.period.id).toBe("2018Q3");
});

test("per cent becomes a share without a trace of binary arithmetic", () => {
  const [one] = read("Område;Tid;Tal\nAalborg;2018;11.4 %\n", { unit: "share", percent: true, numbers: "en" });
  expect(one.value).toEqual({ value: 0.114, unit: "share" });
});

test("an empty cell is missing with its reason and never zero", () => {
  const values = read("Område;Tid;Tal\nAalborg;2018;\nAalborg;2019;0\n").map((one) => one.value);
  expect(values).toEqual([{ missing: "withheld" }, { value: 0, unit: "persons" }]);
});

test("spaces that set off thousands are passed over", () => {
  const values = read("Område;Tid;Tal\nAalborg;2018;88 080\nAalborg;2019;1\u00a0234\n").map((one) => one.value);
  expect(values).toEqual([
    { value: 88080, unit: "persons" },
    { value: 1234, unit: "persons" },
  ]);
});

test("only the chosen rows are read", () => {
  const text = "Område;Køn;Tid;Tal\nAalborg;I alt;2018;5\nAalborg;Mænd;2018;2\n";
  expect(read(text, { rows: { Køn: "I alt" } })).toHaveLength(1);
  expect(faultsOf(text, { rows: { Køn: "Kvinder" } })[0]).toMatch(/^a\.csv: Ingen rækker har Køn = Kvinder/);
});

test("every fault is named with file, line, column and value, the same one once", () => {
  expect(faultsOf("Område;Tid;Tal\nAlborg;2018;5\nAalborg;2018X;6\nAlborg;2019;7\nAalborg;2020;mange\n")).toEqual([
    "a.csv:2:1 Område: «Alborg» er ikke et område, der kendes. Mente du «Aalborg» (851)?",
    expect.stringMatching(/^a\.csv:3:2 Tid: «2018X»/),
    expect.stringMatching(/^a\.csv:5:3 Tal: «mange»/),
  ]);
});

test("a column of numbers that can be read in two ways is refused, and read once its dialect is told", () => {
  const text = "Område;Tid;Tal\nAalborg;2018;1.234\n";
  expect(faultsOf(text)[0]).toMatch(/^a\.csv:2:3 Tal: «1\.234» i kolonnen «Tal» kan læses på to måder/);
  expect(read(text, { numbers: "da" })[0].value).toMatchObject({ value: 1234 });
  expect(read(text, { numbers: "en" })[0].value).toMatchObject({ value: 1.234 });
});

test("two figures for one area and period are refused with both lines", () => {
  expect(faultsOf("Område;Tid;Tal\nAalborg;2018;5\nAalborg;2018Y01;6\n")).toEqual([
    expect.stringMatching(/^a\.csv:3:2 Tid: Område 851 har allerede et tal for 2018 på linje 2/),
  ]);
});

test("a column that is not there is answered with the nearest one", () => {
  expect(faultsOf("Område;Tid;Tal\nAalborg;2018;5\n", { value: "Tall" })[0]).toContain("Mente du «Tal»?");
});
