import { expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { parsePeriod } from "../../calendar/period.ts";
import type { Series } from "../../indicators/series.ts";
import { verbatim } from "../../text/text.ts";
import { pastOf } from "./past.ts";
import { panelOf, periodsAfter } from "./series-panel.ts";
import { trialsOf } from "./trials.ts";

const before = parsePeriod("2009Q4");

/** Sixty quarters of one area from 2010 on, each made from its number. */
function quarterly(figureAt: (t: number) => number, breaks: readonly string[] = []): Series {
  return {
    ...{ id: "x", title: verbatim("x"), owner: "x", indicator: "nettoledige", where: {}, unit: "persons" },
    ...{ frequency: "quarter", seasonal: "none", vintage: "2025Q1", licence: "x", finalAfterMonths: 0, proxyFor: [] },
    breaks: breaks.map((day) => ({ on: parseDay(day), text: verbatim("x") })),
    observations: periodsAfter(before, "quarter", 60).map((period, t) => {
      return { area: "851", period, value: { value: figureAt(t), unit: "persons" }, status: "actual" };
    }),
  };
}

const lengthAt = (series: Series, asOf: string) => panelOf(series, "851", parsePeriod(asOf), 1).periods.length;

test("a forecast rests on the figures after the latest break, and knows nothing of one that was still to come", () => {
  const series = quarterly((t) => 100 + t, ["2012-01-01", "2019-07-01"]);
  expect(lengthAt(series, "2018Q4")).toBe(28);
  expect(lengthAt(series, "2024Q4")).toBe(22);
});

test("of forecasts of which nothing but noughts came, no part that they were off by is told", () => {
  const pastIn = (series: Series) => {
    const { panel } = panelOf(series, "851", parsePeriod("2024Q4"), 2);
    return pastOf(panel, trialsOf(panel, 2), 60);
  };
  expect(pastIn(quarterly((t) => (t < 40 ? 5 + (t % 3) : 0)))).toBeUndefined();
  expect(pastIn(quarterly((t) => 5 + (t % 3)))?.off).toBeGreaterThan(0);
});
