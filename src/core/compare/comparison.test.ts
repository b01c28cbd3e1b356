import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar/day.ts";
import { parsePeriod } from "../calendar/period.ts";
import type { Unit } from "../figures/unit.ts";
import type { Series } from "../indicators/series.ts";
import type { Area } from "../vocabulary/area.ts";
import { benchmarkPeriods, benchmarkRow, benchmarksIn, sayBenchmark } from "./benchmark.ts";
import { compare } from "./comparison.ts";
import { sayComparison } from "./finding.ts";
import { groupsOf } from "./group.ts";
import { levelsOf, mayBePer } from "./levels.ts";

const asOf = dayOf(2026, 1, 1);
const town = (id: string, label: string, within: readonly string[] = []): Area => ({
  ...{ id, kind: "municipality", label: { da: label, en: label }, aliases: [], within, successors: [], valid: {} },
});
const [large, small, middle] = [
  town("101", "Storby", ["north"]),
  town("102", "Lilleby", ["north"]),
  town("103", "Midtby"),
];
const north: Area = { ...town("north", "Nord"), kind: "region" };

type Cells = Readonly<Record<string, Readonly<Record<string, number>>>>;

function series(indicator: string, unit: Unit, cells: Cells, table = "T1"): Series {
  const observations = Object.entries(cells).flatMap(([period, areas]) =>
    Object.entries(areas).map(([area, value]) => ({
      ...{ area, period: parsePeriod(period), value: { value, unit }, status: "actual" as const },
    })),
  );
  const words = { da: indicator, en: indicator };
  return {
    ...{ id: indicator, title: words, owner: "Kilden", table, indicator, where: {}, unit, frequency: "month" },
    ...{ seasonal: "none", vintage: "1", licence: "CC0", finalAfterMonths: 0, breaks: [], proxyFor: [], observations },
  };
}

const population = series("befolkning", "persons", {
  "2020-01": { "101": 100_000, "102": 2_000 },
  "2020-02": { "101": 102_000, "102": 2_000, "103": 9_000 },
});
const onBenefit = series("modtagere", "full-time-persons", {
  "2019-02": { "101": 5_000, "102": 90, "103": 300 },
  "2020-02": { "101": 5_100, "102": 80, "103": 270, "000": 5_450 },
});

describe("Municipalities side by side", () => {
  const members = [large, small, middle];
  const asked = { good: "down" as const, members, own: "102", period: parsePeriod("2020-02") };

  test("have level, interval and place, and what they were a year before", () => {
    const levels = levelsOf({ series: onBenefit, per: "none", all: [onBenefit], asOf });
    const { rows, country, median } = compare({ ...asked, levels });
    expect(rows.map(({ area, place }) => [area.label.da, place?.rank])).toEqual([
      ["Lilleby", 1],
      ["Midtby", 2],
      ["Storby", 3],
    ]);
    expect(rows[0]).toMatchObject({ isOwn: true, before: { rank: 1, figure: { value: 90 } } });
    // R: 80 + 1.96²/2 ± 1.96·√(80 + 1.96²/4), the score interval of a Poisson mean.
    expect(rows[0].interval?.low).toBeCloseTo(64.28, 1);
    expect(rows[0].interval?.high).toBeCloseTo(99.56, 1);
    expect(country).toMatchObject({ value: 5_450 });
    expect(median).toMatchObject({ value: 270 });
  });

  test("can be seen against their inhabitants, where every month of the period is known", () => {
    const all = [onBenefit, population];
    expect(mayBePer(onBenefit, all, parsePeriod("2020-02"))).toBe(true);
    expect(mayBePer(onBenefit, all, parsePeriod("2019-02"))).toBe(false);
    expect(mayBePer(population, all, parsePeriod("2020-02"))).toBe(false);
    const levels = levelsOf({ series: onBenefit, per: "inhabitants", all, asOf });
    const { rows, unit } = compare({ ...asked, levels });
    expect(unit).toBe("count");
    expect(rows.map(({ area, figure }) => [area.label.da, "value" in figure && figure.value])).toEqual([
      ["Midtby", 300],
      ["Lilleby", 400],
      ["Storby", 500],
    ]);
    // R: 10000 * prop.test(80, 2000, correct = FALSE)$conf.int
    expect(rows[1].interval?.low).toBeCloseTo(322.57, 1);
    expect(rows[1].interval?.high).toBeCloseTo(495.07, 1);
    expect(levels.at("103", parsePeriod("2020-01")).figure).toMatchObject({ missing: "no-data" });
  });

  test("have an interval for a share only where the source also gives the count behind it", () => {
    const share = series("modtagere-andel", "share", { "2020-02": { "101": 0.05 } });
    const [alone, counted] = [[share], [share, onBenefit]].map((all) =>
      levelsOf({ series: share, per: "none", all, asOf }),
    );
    expect(alone.uncertainty.method).toBe("unknown");
    expect(alone.at("101", asked.period).interval).toBeUndefined();
    // R: prop.test(5100, 102000, correct = FALSE)$conf.int
    expect(counted.at("101", asked.period).interval?.low).toBeCloseTo(0.04868, 4);
    const otherTable = levelsOf({ series: { ...share, table: "T2" }, per: "none", all: [share, onBenefit], asOf });
    expect(otherTable.uncertainty.method).toBe("unknown");
  });

  test("end in a sentence that says level and place, and whether chance can be behind them", () => {
    const group = groupsOf(
      { byId: new Map(members.map((one) => [one.id, one])), byName: new Map() },
      "102",
      asOf,
      {},
    )[0];
    const levels = levelsOf({ series: onBenefit, per: "none", all: [onBenefit], asOf });
    expect(sayComparison(compare({ ...asked, levels }), group, "none").da).toBe(
      "Lilleby: 80 fuldtidspersoner i februar 2020, nr. 1 af 3 i hele landet. Midt i gruppen ligger 270 fuldtidspersoner. Forskellen til midten er større, end tilfældighed alene gør den.",
    );
    const none = compare({ ...asked, levels, own: "999" });
    expect(sayComparison(none, group, "none").en).toBe("There is no figure for the municipality in February 2020.");
  });
});

describe("The group a municipality is compared in", () => {
  const byId = new Map([large, small, middle, north].map((one) => [one.id, one]));
  const areas = { byId, byName: new Map() };

  test("is the country, an area it lies in, or those most alike, by what is said", () => {
    const size = {
      why: { da: "folketal", en: "population" },
      figures: new Map([
        ["101", 900],
        ["102", 10],
        ["103", 20],
      ]),
    };
    const groups = groupsOf(areas, "102", asOf, { size });
    expect(groups.map(({ kind, members }) => [kind, members.map(({ id }) => id)])).toEqual([
      ["all", ["101", "102", "103"]],
      ["region", ["101", "102"]],
      ["like-size", ["102", "103", "101"]],
    ]);
    expect(groups[2].why.da).toBe("De 10 kommuner, der ligner mest: folketal");
  });

  test("is none of those alike when its own figure is not known", () => {
    const size = { why: { da: "folketal", en: "population" }, figures: new Map([["101", 900]]) };
    expect(groupsOf(areas, "103", asOf, { size }).map(({ kind }) => kind)).toEqual(["all"]);
  });
});

describe("The benchmark", () => {
  const cells = (value: number) => ({ "2020QMAT02": { "102": value } });
  const all = [
    series("forventet-forsoergede", "full-time-persons", cells(470)),
    series("faktisk-forsoergede", "full-time-persons", cells(500)),
    series("afvigelse-fra-forventet", "full-time-persons", cells(30)),
    series("benchmarkplacering", "rank", cells(80)),
  ];

  test("says in persons how far a municipality is from what its conditions lead one to expect", () => {
    const [benchmark] = benchmarksIn(all);
    const row = benchmarkRow(benchmark, small, benchmarkPeriods(benchmark)[0], asOf);
    expect(sayBenchmark(row, 98).da).toBe(
      "Lilleby har 30 fuldtidspersoner flere på offentlig forsørgelse, end rammevilkårene tilsiger: 500 fuldtidspersoner mod forventet 470 fuldtidspersoner. Det er nr. 80 af 98.",
    );
    expect(row.gapShare).toMatchObject({ missing: "no-data" });
    expect(sayBenchmark(benchmarkRow(benchmark, large, row.period, asOf), 98).da).toBe(
      "Kilden har intet forventet antal for Storby.",
    );
  });

  test("has no interval of chance for what a model expects", () => {
    expect(levelsOf({ series: all[0], per: "none", all, asOf }).uncertainty.method).toBe("unknown");
    expect(levelsOf({ series: all[1], per: "none", all, asOf }).uncertainty.method).toBe("poisson");
  });
});
