import { expect, test } from "vitest";
import { openData } from "#actions/open-data.ts";
import { parseDay } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { machineCsv } from "#core/exports/csv.ts";
import { indicatorTable } from "#core/exports/indicator.ts";
import { jsonStat } from "#core/exports/json-stat.ts";
import { getIndicator } from "#core/indicators/indicator.ts";

const { indicators, vocabulary } = openData();

/** Two months by sex, one cell of them withheld, as an indicator is computed. */
const result = {
  ...({ indicator: "fuldtidspersoner", unit: "full-time-persons", snapshot: "b3f1", simulated: true } as const),
  ...{ asOf: parseDay("2018-09-30"), parameters: {}, addsUp: ["sex"] },
  rows: [
    { period: parsePeriod("2018-08"), dims: { sex: "kvinde" }, value: 61.5, n: 74 },
    { period: parsePeriod("2018-08"), dims: { sex: "mand" }, missing: "withheld" },
    { period: parsePeriod("2018-09"), dims: { sex: "kvinde" }, value: 60, n: 70, preliminary: true },
  ],
} as const;

const table = indicatorTable(result, getIndicator(indicators, "fuldtidspersoner"), ["sex"], {
  ...{ vocabulary, drawn: "2026-11-22T08:30:00.000Z" },
  register: { id: "b3f1", name: "demo" },
});

test("a computed indicator is named by what it is, its breakdown and that it is simulated", () => {
  expect(table.name).toBe("fuldtidspersoner-sex-2018-09-30-simuleret");
});

test("each cell says what it is of, how many stand behind it, and from which register", () => {
  const [head, ...lines] = machineCsv(table).trim().split("\n");
  const at = (line: string, column: string) => line.split(",")[head.split(",").indexOf(column)];
  expect(lines.map((line) => [at(line, "sex"), at(line, "period"), at(line, "value"), at(line, "behind")])).toEqual([
    ["kvinde", "2018-08", "61.5", "74"],
    ["mand", "2018-08", "", ""],
    ["kvinde", "2018-09", "60", "70"],
  ]);
  expect(lines.map((line) => at(line, "sex_da"))).toEqual(["Kvinder", "Mænd", "Kvinder"]);
  expect(lines.map((line) => at(line, "value_table"))).toEqual(["b3f1", "", "b3f1"]);
  expect(lines.map((line) => at(line, "simulated"))).toEqual(["true", "true", "true"]);
});

test("nothing is told of a withheld cell, how many are behind it neither", () => {
  const { status, value } = jsonStat(table);
  expect(Object.values(status).filter((one) => one === "withheld")).toHaveLength(2);
  expect(Object.values(value)).toHaveLength(4);
});
