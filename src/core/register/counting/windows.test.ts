import { expect, test } from "vitest";
import { parseMonth } from "../../calendar/month.ts";
import { parsePeriod } from "../../calendar/period.ts";
import { seriesOf, windowsOf } from "./windows.ts";

const ids = (from: string, to: string, unit: "month" | "quarter" | "year" | "rolling12") =>
  seriesOf(parseMonth(from), parseMonth(to), unit).map((series) => series.map(({ id }) => id));

test("only whole periods between the first and the last month are given", () => {
  expect(ids("2018-02", "2018-10", "quarter")).toEqual([["2018Q2", "2018Q3"]]);
  expect(ids("2018-02", "2018-10", "year")).toEqual([]);
  expect(ids("2018-02", "2018-03", "month")).toEqual([["2018-02", "2018-03"]]);
});

test("rolling years overlap, and come in series that do not", () => {
  const series = ids("2018-01", "2019-02", "rolling12");
  expect(series).toHaveLength(12);
  expect(series[0]).toEqual(["2017-02..2018-01", "2018-02..2019-01"]);
  expect(series.flat()).toHaveLength(14);
});

test("every day lies in the window of its period", () => {
  const windows = windowsOf([parsePeriod("2016-01"), parsePeriod("2016-02"), parsePeriod("2016-03")]);
  expect(windows.at).toHaveLength(31 + 29 + 31);
  expect([windows.at[30], windows.at[31], windows.at[59], windows.at[60]]).toEqual([0, 1, 1, 2]);
});

test("periods that do not follow each other are no windows", () => {
  expect(() => windowsOf([parsePeriod("2016-01"), parsePeriod("2016-03")])).toThrow("2016-01");
});
