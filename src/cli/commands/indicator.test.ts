import { expect, test } from "vitest";
import { parsePeriod } from "#core/calendar/period.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { csvOf } from "./indicator.ts";

test("a cell with a comma or a quotation mark stays one cell, and a row without codes keeps its place", () => {
  const rows: IndicatorRow[] = [
    { period: parsePeriod("2018-01"), dims: {}, missing: "outside-coverage" },
    {
      period: parsePeriod("2018-02"),
      dims: { unit: 'Team "Nord", 2' },
      value: 0.5,
      numerator: 1,
      denominator: 2,
      n: 2,
    },
  ];
  expect(csvOf({ rows }).split("\n")).toEqual([
    "period,unit,value,missing,numerator,denominator,n",
    "2018-01,,,outside-coverage,,,",
    '2018-02,"Team ""Nord"", 2",0.5,,1,2,2',
  ]);
});
