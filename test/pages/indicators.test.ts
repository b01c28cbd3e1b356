import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { benchmarkSchema, comparedSchema, listComparable } from "#api/compare.ts";
import { explorePublished, exploreRegister, reconcileIndicator } from "#api/explore.ts";
import { listIndicators, readIndicator } from "#api/indicators.ts";
import { problemSchema } from "#api/problem.ts";
import { readVocabulary } from "#api/vocabulary.ts";
import type { Role } from "#core/access/role.ts";
import { embedded } from "../contract/databases.ts";
import { type Asked, openHouse } from "./house.ts";

const bin = embedded.bin();

describe.skipIf(bin === undefined)("The endpoints of indicators and comparison", () => {
  let house: Asked;
  beforeAll(async () => {
    house = await openHouse(bin);
  }, 300_000);
  afterAll(() => house?.close());

  /** What an endpoint answers, held to its own schema. */
  async function ask<S extends z.ZodType>(schema: S, address: string, role: Role = "analyst"): Promise<z.output<S>> {
    const { status, body } = await house.get(role, address);
    if (status !== 200) throw new Error(`${address}: ${status} ${JSON.stringify(body)}`);
    return schema.parse(body);
  }

  async function refused(address: string, role: Role = "analyst") {
    const { status, body } = await house.get(role, address);
    return status < 400 ? undefined : problemSchema.parse(body).code;
  }

  describe("The list of indicators", () => {
    test("says of each whether it is computed, published, and used by goals", async () => {
      const { indicators } = await ask(listIndicators.answer, "/api/indicators", "reader");
      const find = (id: string) => indicators.find((one) => one.id === id);
      expect(indicators.length).toBeGreaterThan(60);
      expect(find("nettoledige")).toMatchObject({ computed: true, series: 1, unit: "full-time-persons", good: "down" });
      expect(find("forventet-forsoergede")).toMatchObject({ computed: false, series: 4 });
      expect(find("fuldtidspersoner")?.goals).toBeGreaterThan(10);
      expect(find("fuldtidspersoner")?.definition.da).toMatch(/^Alle dage på ydelsen .*[.:]$/);
    });

    test("leads to a page with formula, parameters, series and the goals that use it", async () => {
      const page = await ask(readIndicator.answer, "/api/indicators/ledighedsprocent", "reader");
      expect(page.formula?.numerator.da).toContain("A-dagpenge eller Kontanthjælp + Jobparat");
      expect(page.formula?.denominator?.da).toContain("Arbejdsstyrken i alderen 16-64");
      expect(page.series.map(({ id, owner, areas }) => [id, owner, areas])).toEqual([
        ["dst-aup02-ledighedsprocent", "Danmarks Statistik", 98],
      ]);
      expect(page.goals.map(({ plan }) => plan)).toContain("ballerup-2018");
      expect(page.smallestCount).toBe(5);
    });

    test("says that an indicator nobody knows is not there, with the nearest", async () => {
      expect(await refused("/api/indicators/ledighedsprocenten")).toBe("unknown-reference");
    });
  });

  describe("A register that is explored", () => {
    const figures = (query: string) => `/api/indicators/fuldtidspersoner/figures?register=${house.register}&${query}`;

    test("gives the figures of any crossing, which add up to those of the whole", async () => {
      const span = "from=2018-01&to=2018-12&unit=year";
      const whole = await ask(exploreRegister.answer, figures(span));
      const parts = await ask(exploreRegister.answer, figures(`${span}&by=benefit`));
      expect(whole.rows.map(({ period, codes }) => [period, codes])).toEqual([["2018", {}]]);
      expect(whole.register.simulated).toBe(true);
      expect(parts.addsUp).toEqual(["benefit"]);
      const valueIn = ({ figure }: (typeof parts.rows)[number]) => ("value" in figure ? figure.value : 0);
      const sum = parts.rows.reduce((total, row) => total + valueIn(row), 0);
      expect(sum).toBeLessThanOrEqual(valueIn(whole.rows[0]) + 1e-6);
      expect(sum).toBeGreaterThan(0.9 * valueIn(whole.rows[0]));
      const crossed = await ask(exploreRegister.answer, figures(`${span}&by=benefit,sex&where=age:16-29`));
      expect(crossed.rows.some(({ codes }) => codes.benefit === "kontanthjaelp" && codes.sex === "mand")).toBe(true);
    });

    test("withholds small cells for everybody, whatever they are asked as", async () => {
      const crossing = figures("from=2018-01&to=2018-03&by=benefit,age,sex");
      const { rows } = await ask(exploreRegister.answer, crossing, "head");
      const shown = rows.filter(({ figure }) => "value" in figure && figure.value > 0);
      expect(rows.filter(({ figure }) => "missing" in figure && figure.missing === "withheld").length).toBeGreaterThan(
        20,
      );
      expect(shown.filter(({ n = 0 }) => n > 0 && n < 5)).toEqual([]);
    });

    test("says why there is no figure outside what it covers, never 0", async () => {
      const { rows } = await ask(exploreRegister.answer, figures("from=2015-01&to=2015-02"));
      expect(rows.map(({ figure }) => figure)).toMatchObject([
        { missing: "outside-coverage" },
        { missing: "outside-coverage" },
      ]);
    });

    test("answers a share with what it was computed from", async () => {
      const address = `/api/indicators/aktiveringsgrad/figures?register=${house.register}&from=2018-01&to=2018-12&unit=year`;
      const { rows, parameters } = await ask(exploreRegister.answer, `${address}&parameters=hours:37`);
      expect(parameters).toEqual({ hours: "37" });
      const [{ figure, numerator = 0, denominator = 1, n }] = rows;
      expect("value" in figure && figure.value).toBeCloseTo(numerator / denominator, 9);
      expect(n).toBeGreaterThan(20);
    });

    test("is denied to who may not, and refuses what cannot be asked", async () => {
      const span = "from=2018-01&to=2018-12";
      expect(await refused(figures(span), "reader")).toBe("not-permitted");
      expect(await refused(figures(`${span}&by=benefits`))).toBe("unknown-reference");
      expect(await refused(figures(`${span}&where=benefit:kontanthjaelpen`))).toBe("unknown-code");
      expect(await refused(figures("from=2018&to=2018-12"))).toBe("invalid-value");
      expect(await refused(figures(`${span}&by=benefit,sex,age,origin,education`))).toBe("wrong-use");
      const noIndicator = `/api/indicators/forventet-forsoergede/figures?register=${house.register}&${span}`;
      expect(await refused(noIndicator)).toBe("wrong-use");
      expect(await refused(`/api/indicators/personer/figures?register=none&${span}`)).toBe("unknown-snapshot");
    });

    test("is laid beside what is published, with the known causes of the difference", async () => {
      const address = `/api/indicators/nettoledige/reconciled?register=${house.register}&area=165`;
      const { rows } = await ask(reconcileIndicator.answer, address);
      expect(rows.length).toBe(8);
      expect(rows[0].causes.map(({ da }) => da)).toContain("Registeret er simuleret; det skal ligne, ikke stemme.");
      expect(rows[0].theirs).toMatchObject({ value: expect.any(Number), unit: "full-time-persons" });
    });
  });

  test("Published figures are read for the areas that are asked for", async () => {
    const address = "/api/indicators/ledighedsprocent/published?series=dst-aup02-ledighedsprocent&areas=Ballerup,0851";
    const { rows, series } = await ask(explorePublished.answer, address, "reader");
    expect(new Set(rows.map(({ area }) => area))).toEqual(new Set(["151", "851"]));
    expect(rows.find(({ area, period }) => area === "151" && period === "2018")?.figure).toMatchObject({
      value: expect.closeTo(0.035, 3),
      origin: { source: "Danmarks Statistik", table: "AUP02" },
    });
    expect(series.moment?.da).toBe("gennemsnit af årets måneder");
    const other = "/api/indicators/nettoledige/published?series=dst-aup02-ledighedsprocent&areas=151";
    expect(await refused(other)).toBe("unknown-series");
  });

  describe("Municipalities side by side", () => {
    test("are ranked by a published series, in a group that says what it is", async () => {
      const { series } = await ask(listComparable.answer, "/api/compare/series", "reader");
      expect(series.map(({ id }) => id)).toContain("dst-aup02-ledighedsprocent");
      const address = "/api/compare?series=dst-aup02-ledighedsprocent&area=Albertslund&period=2018";
      const all = await ask(comparedSchema, address, "reader");
      expect(all.rows).toHaveLength(98);
      expect(all.uncertainty.method).toBe("unknown");
      expect(all.groups.map(({ kind, members }) => [kind, members])).toEqual([
        ["all", 98],
        ["region", 29],
        ["province", 13],
        ["rar", 28],
        ["like-conditions", 11],
        ["like-size", 11],
      ]);
      expect(all.lines.map(({ isOwn }) => isOwn)).toEqual([true, ...Array(7).fill(false)]);
      const near = await ask(comparedSchema, `${address}&group=province&lines=151`, "reader");
      expect(near.rows.map(({ rank }) => rank)).toEqual(expect.arrayContaining([1, 2, 13]));
      expect(near.lines.map(({ area }) => area.id)).toEqual(["165", "151"]);
    });

    test("are seen against their inhabitants when people are counted, with an interval and places that chance allows", async () => {
      const address = "/api/compare?series=dst-auk01-kontanthjaelp&area=165";
      const per = await ask(comparedSchema, address, "reader");
      expect(per).toMatchObject({
        per: "inhabitants",
        unit: "count",
        mayBePer: true,
        uncertainty: { method: "wilson" },
      });
      const own = per.rows.find(({ isOwn }) => isOwn);
      if (own?.interval === undefined || !("value" in own.figure)) throw new Error("Albertslund has a figure");
      expect(own.interval.low).toBeLessThan(own.figure.value);
      expect(own.ranks?.high).toBeGreaterThanOrEqual(own.rank ?? 0);
      const count = await ask(comparedSchema, `${address}&per=none&period=2018Q1`, "reader");
      expect(count).toMatchObject({ per: "none", unit: "full-time-persons", mayBePer: false });
    });

    test("are held against what was expected of them", async () => {
      const benchmark = await ask(benchmarkSchema, "/api/compare/benchmark?area=165&period=2022QMAT04", "reader");
      expect(benchmark.rows).toHaveLength(98);
      expect(benchmark.course).toHaveLength(6);
      expect(benchmark.benefitGroups.map(({ id }) => id)).toHaveLength(3);
      const own = benchmark.rows.find(({ isOwn }) => isOwn);
      if (own === undefined || !("value" in own.gap) || !("value" in own.actual) || !("value" in own.expected))
        throw new Error("Albertslund is in the benchmark");
      expect(own.gap.value).toBe(own.actual.value - own.expected.value);
      expect(benchmark.says.da).toMatch(/^Albertslund har .* end rammevilkårene tilsiger: .* Det er nr\. \d+ af 98\.$/);
      const one = await ask(benchmarkSchema, "/api/compare/benchmark?area=165&benefits=sygedagpenge_mv", "reader");
      expect(one.benefits).toBe("sygedagpenge_mv");
    });

    test("refuse what is not there", async () => {
      const address = "/api/compare?series=dst-aup02-ledighedsprocent";
      expect(await refused(`${address}&area=Albertslnd`)).toBe("unknown-area");
      expect(await refused(`${address}&area=084`)).toBe("unknown-area");
      expect(await refused(`${address}&area=165&period=1999`)).toBe("invalid-value");
      expect(await refused(`${address}&area=165&group=friends`)).toBe("unknown-choice");
      expect(await refused("/api/compare?series=none&area=165")).toBe("unknown-series");
      expect(await refused("/api/compare/benchmark?area=165&benefits=none")).toBe("unknown-series");
    });
  });

  test("The vocabulary names every area and code", async () => {
    const { areas, dimensions } = await ask(readVocabulary.answer, "/api/vocabulary", "reader");
    expect(areas.filter(({ kind }) => kind === "municipality")).toHaveLength(98);
    expect(areas.find(({ id }) => id === "165")?.within).toEqual(
      expect.arrayContaining(["02", "084", "rar-hovedstaden"]),
    );
    expect(dimensions.find(({ id }) => id === "sex")?.codes.map(({ label }) => label.da)).toEqual(["Mænd", "Kvinder"]);
  });
});
