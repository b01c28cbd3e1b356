import { expect, test } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { parsePeriod } from "../calendar/period.ts";
import { indicator } from "./indicator.ts";
import { figureOf, findProxy, matches, type Observation, observationsOf, type Series } from "./series.ts";

const text = { da: "x", en: "x" };
const measure = (id: string) =>
  indicator.parse({
    id,
    name: text,
    unit: "full-time-persons",
    good: "down",
    definition: text,
    source: text,
    smallestCount: "5",
  });
const at = (area: string, period: string, value: number): Observation => ({
  area,
  period: parsePeriod(period),
  value: { value, unit: "full-time-persons" },
  status: "actual",
});
const series: Series = {
  id: "auk01",
  title: text,
  owner: "Danmarks Statistik",
  table: "AUK01",
  indicator: "nettoledige",
  where: { benefit: "kontanthjaelp" },
  unit: "full-time-persons",
  frequency: "quarter",
  seasonal: "none",
  vintage: "2018Q4",
  licence: "CC BY 4.0",
  finalAfterMonths: 3,
  breaks: [],
  proxyFor: [{ indicator: "fuldtidspersoner", where: { benefit: "kontanthjaelp" }, why: text }],
  observations: [at("851", "2018Q4", 908), at("000", "2018Q3", 9), at("851", "2018Q1", 981)],
};

test("the observations of an area come in order of time", () => {
  expect(observationsOf(series, "851").map(({ period }) => period.id)).toEqual(["2018Q1", "2018Q4"]);
});

test("a series matches its own indicator and filter, and stands in for others only as a proxy", () => {
  expect(matches(series, measure("nettoledige"), { benefit: "kontanthjaelp" })).toBe(true);
  expect(matches(series, measure("nettoledige"), {})).toBe(false);
  expect(matches(series, measure("fuldtidspersoner"), { benefit: "kontanthjaelp" })).toBe(false);
  expect(findProxy(series, measure("fuldtidspersoner"), { benefit: "kontanthjaelp" })?.why).toBe(text);
  expect(findProxy(series, measure("fuldtidspersoner"), { benefit: "dagpenge" })).toBeUndefined();
});

test("a figure is preliminary until the months of revision have passed", () => {
  const preliminary = (day: string) => {
    const figure = figureOf(series, series.observations[0], parseDay(day));
    return "origin" in figure ? figure.origin?.preliminary : undefined;
  };
  expect(preliminary("2019-03-31")).toBe(true);
  expect(preliminary("2019-04-01")).toBe(false);
});

test("a missing figure keeps its reason and gets its period", () => {
  const missing: Observation = { ...series.observations[0], value: { missing: "withheld" } };
  expect(figureOf(series, missing, parseDay("2019-01-01"))).toMatchObject({
    missing: "withheld",
    unit: "full-time-persons",
    period: { id: "2018Q4" },
  });
});
