import { describe, expect, test } from "vitest";
import { da } from "../text/da.ts";
import { da as words } from "../text/indicators/da.ts";
import type { IndicatorEntry, SeriesEntry } from "./answers.ts";
import { linesOf, type Row, sayFinding } from "./explored-lines.ts";
import { askedOf, chosenSource, idOf, ownFirst, sourcesOf } from "./source.ts";
import { countKinds, found, readExploreView, readListView, valuesOf, withValue } from "./view.ts";

const both = (text: string) => ({ da: text, en: text });
const register = {
  ...{ id: "r1", name: "demo", simulated: true, municipalities: ["165"] },
  ...{ to: "2020-12-31", extracted: "2020-12-31" },
};

const series: SeriesEntry = {
  ...{
    id: "s1",
    title: both("Serie"),
    indicator: "ledige",
    where: {},
    unit: "persons",
    owner: "Kilden",
    licence: "CC0",
  },
  ...{ frequency: "month", vintage: "1", first: "2018-01", last: "2020-12", areas: 98 },
};

describe("The list of indicators", () => {
  const entry = (id: string, rest: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
    ...{ id, name: both(id), unit: "persons", good: "down", definition: both(`Det, der hedder ${id}`) },
    ...{ computed: false, series: 0, goals: 0, ...rest },
  });
  const all = [entry("ledige", { goals: 2 }), entry("borgere", { series: 1 }), entry("ledighed", { computed: true })];

  test("is narrowed by every word that is sought, and by kind", () => {
    expect(found(all, { q: "LED hedder" }).map(({ id }) => id)).toEqual(["ledige", "ledighed"]);
    expect(found(all, { q: "led", only: "computed" }).map(({ id }) => id)).toEqual(["ledighed"]);
    expect(countKinds(all)).toEqual({ used: 1, computed: 1, published: 1 });
    expect(readListView({ q: "led", only: "everything" })).toEqual({ q: "led" });
  });
});

describe("What is explored", () => {
  test("stands in the address, and what the address cannot mean is left out", () => {
    const search = {
      data: "r1",
      from: "2018-01",
      to: "2018-13",
      by: "sex,age",
      where: "sex:mand,nonsense",
      unit: "day",
    };
    expect(readExploreView(search)).toEqual({ data: "r1", from: "2018-01", by: ["sex", "age"], where: ["sex:mand"] });
    expect(valuesOf(["sex:mand", "benefit:a+b"]).get("benefit")).toBe("a+b");
    expect(withValue(["sex:mand"], "sex", "kvinde")).toEqual(["sex:kvinde"]);
    expect(withValue(["sex:mand"], "sex", "")).toBeUndefined();
  });

  test("is asked of a register for its last three years, unless something else is said", () => {
    expect(askedOf(register, {})).toEqual({ register: "r1", from: "2018-01", to: "2020-12", unit: "month" });
    const narrowed = askedOf(register, {
      to: "2019-06",
      unit: "year",
      by: ["sex"],
      where: ["sex:mand"],
      set: ["hours:37"],
    });
    expect(narrowed).toMatchObject({ from: "2016-07", by: "sex", where: "sex:mand", parameters: "hours:37" });
  });

  test("comes from the source that is asked for, else from the register the plan is followed on", () => {
    const indicator = { computed: true, series: [series] };
    const sources = sourcesOf(indicator, [register, { ...register, id: "r2" }]);
    expect(sources.map(idOf)).toEqual(["r1", "r2", "s1"]);
    expect(chosenSource(sources, "s1", "r2")).toBe(sources[2]);
    expect(chosenSource(sources, undefined, "r2")).toBe(sources[1]);
    expect(chosenSource(sources, "gone", undefined)).toBe(sources[0]);
    const other = { ...register, id: "r3", municipalities: ["851"] };
    expect(ownFirst([other, register], ["165"]).map(({ id }) => id)).toEqual(["r1", "r3"]);
    expect(sourcesOf({ ...indicator, computed: false }, [register]).map(idOf)).toEqual(["s1"]);
  });
});

describe("The figures that are explored", () => {
  const row = (period: string, sex: string, value: number | undefined): Row => ({
    period,
    codes: { sex },
    figure: value === undefined ? { missing: "withheld", period } : { value, unit: "persons", printed: "", period },
  });
  const rows = [row("2018", "mand", 60), row("2018", "kvinde", 90), row("2019", "mand", 75), row("2019", "kvinde", 25)];
  const nameOf = (codes: Row["codes"]) => codes.sex;
  const asked = { unit: "persons", addsUp: true, language: "da" } as const;
  const say = (all: readonly Row[], more = {}) =>
    sayFinding(linesOf(all, nameOf), { ...asked, ...more }, words.exploring, da.chart.trendSays);

  test("are a line for each group, the largest in the last period first, and those without a figure there last", () => {
    expect(linesOf(rows, nameOf).map(({ label }) => label)).toEqual(["mand", "kvinde"]);
    const gone = [row("2018", "barn", 500), ...rows, row("2019", "barn", undefined)];
    const lines = linesOf(gone, nameOf);
    expect(lines.map(({ label }) => label)).toEqual(["mand", "kvinde", "barn"]);
    expect(lines[2].points[1]).toEqual({ period: "2019", missing: "withheld" });
  });

  test("say which group is largest, and its part only where the parts add up to a whole", () => {
    expect(say(rows)).toBe("Størst i 2019: mand med 75 personer (75,0 % af alle)");
    expect(say(rows, { addsUp: false })).toBe("Størst i 2019: mand med 75 personer");
    expect(say(rows, { unit: "weeks" })).toBe("Størst i 2019: mand med 75 uger");
  });

  test("say how a single course went, and nothing where there is no figure", () => {
    const alone = rows.filter(({ codes }) => codes.sex === "mand");
    expect(say(alone)).toBe("Fra 60 personer i 2018 til 75 personer i 2019");
    expect(say(alone.slice(1))).toBe("75 personer, 2019");
    expect(say([row("2019", "mand", undefined)])).toBeUndefined();
  });
});
