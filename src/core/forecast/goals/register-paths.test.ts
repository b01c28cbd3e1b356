import { describe, expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { parseMonth } from "../../calendar/month.ts";
import { parsePeriod } from "../../calendar/period.ts";
import type { Series } from "../../indicators/series.ts";
import { isPaths, type PathQuestion } from "./paths.ts";
import { registerPaths } from "./register-paths.ts";

const series: Series = {
  ...{
    id: "s",
    title: { da: "s", en: "s" },
    owner: "",
    indicator: "fuldtidspersoner",
    where: {},
    unit: "full-time-persons",
  },
  ...{ frequency: "month", seasonal: "none", vintage: "", licence: "", finalAfterMonths: 0, breaks: [], proxyFor: [] },
  observations: [],
};

/** Seen until December 2018; three months ahead in two futures. */
const paths = registerPaths({
  seen: {
    benefits: [
      { benefit: "dagpenge", fullTime: Float64Array.from([90, 100]) },
      { benefit: "kontanthjaelp", fullTime: Float64Array.from([40, 50]) },
    ],
  },
  foreseen: {
    months: ["2019-01", "2019-02", "2019-03"].map(parseMonth),
    benefits: [
      { benefit: "dagpenge", sampled: Float64Array.from([110, 120, 130, 210, 220, 230]) },
      { benefit: "kontanthjaelp", sampled: Float64Array.from([1, 2, 3, 4, 5, 6]) },
    ],
    projection: { draws: 2 },
  },
  municipalities: ["165"],
});

function waysOf(question: Partial<PathQuestion>) {
  const answer = paths({
    ...{ indicator: "fuldtidspersoner", where: { benefit: "dagpenge" }, parameters: {}, areas: ["165"] },
    ...{ distanceTo: undefined, asOf: parseDay("2018-12-31"), series, history: [], periods: [parsePeriod("2019-01")] },
    ...question,
  });
  return isPaths(answer) ? answer.ways.map((way) => [...way]) : answer.en;
}

describe("A register's own forecast", () => {
  test("tells full-time persons of each future, of several benefits together", () => {
    const periods = ["2019-01", "2019-03"].map(parsePeriod);
    expect(waysOf({ periods })).toEqual([
      [110, 130],
      [210, 230],
    ]);
    expect(waysOf({ periods, where: { benefit: "dagpenge+kontanthjaelp" } })).toEqual([
      [111, 133],
      [214, 236],
    ]);
  });

  test("takes a longer period by its days, with the months that are known as they were seen", () => {
    const [one, other] = waysOf({ periods: [parsePeriod("2018-12..2019-02")] });
    expect(one).toEqual([(100 * 31 + 110 * 31 + 120 * 28) / 90]);
    expect(other).toEqual([(100 * 31 + 210 * 31 + 220 * 28) / 90]);
  });

  test("says what it cannot tell: another area, indicator, group or distance, or further ahead", () => {
    const other = /tells only of full-time persons on benefits/;
    expect(waysOf({ areas: ["851"] })).toMatch(other);
    expect(waysOf({ indicator: "personer" })).toMatch(other);
    expect(waysOf({ where: { benefit: "dagpenge", age: "16-29" } })).toMatch(other);
    expect(waysOf({ where: { benefit: "efterloen" } })).toMatch(other);
    expect(waysOf({ distanceTo: "000" })).toMatch(other);
    expect(waysOf({ periods: [parsePeriod("2019Q2")] })).toMatch(/does not reach so far/);
  });
});
