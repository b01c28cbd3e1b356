import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "#core/calendar/day.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { common, coursesOf, longTermSupported, stockOf } from "./count.ts";
import { demo, type Simulated, simulated } from "./run.ts";

const { targets, groups, tolerance, longTerm, companies } = demo.targets;

/** The register each plan's figures are held against: long enough to cover them, and no longer. */
const registers: Readonly<Record<string, Simulated>> = {
  "albertslund-2018": simulated({ municipalities: ["165"], from: "2014-01", to: "2018-12" }),
  "aalborg-2018": simulated({ municipalities: ["851"], from: "2016-12", to: "2018-12" }),
  "vallensbaek-ishoej-2020": simulated({ municipalities: ["183", "187"], from: "2016-07", to: "2019-10" }),
  "ballerup-2018": simulated({ municipalities: ["151"], from: "2015-12", to: "2017-12" }),
};

const stocks = targets.flatMap(({ plan, municipalities, stocks: all }) =>
  all.flatMap(({ states, beside, count, values }) =>
    values.map(([period, value]) => ({ plan, municipalities, states, beside, count, period, value })),
  ),
);

describe("The stocks of a simulated municipality meet its plan's printed figures", () => {
  it.each(stocks.map((one) => [`${one.plan} ${one.states.join(" + ")} ${one.period.id}: ${one.value}`, one] as const))(
    "%s",
    (_, { plan, municipalities, states, beside, count, period, value }) => {
      const stockIn = (ids: readonly string[]) => stockOf(registers[plan], ids, period, municipalities, count);
      const apart = Object.entries(beside).reduce((sum, [id, share]) => sum + share * stockIn([id]), 0);
      const stock = stockIn(states.flatMap((id) => groups[id] ?? id)) + apart;
      expect(Math.abs(stock - value)).toBeLessThanOrEqual(Math.max(tolerance.count, tolerance.share * value));
    },
  );

  it("as many under 30 are on the two benefits for the young in Vallensbæk and Ishøj as the plan counts", () => {
    const register = registers["vallensbaek-ishoej-2020"];
    const day = parsePeriod("2019-09-30").from;
    const young = new Set(
      register.persons.filter((one) => (one.birth_date ?? day) > addMonths(day, -360)).map((one) => one.person_id),
    );
    const benefits = ["uddannelseshjaelp", "integrationsydelse"];
    const on = register.benefits.filter(
      (row) =>
        benefits.includes(row.benefit) && row.from <= day && (row.to ?? day + 1) > day && young.has(row.person_id),
    );
    expect(Math.abs(new Set(on.map((row) => row.person_id)).size - 201)).toBeLessThanOrEqual(16);
  });
});

describe("The offers of a simulated municipality meet its plan's printed figures", () => {
  const own = targets.flatMap(({ plan, offers, activation }) =>
    offers.length + activation.length > 0 ? [{ plan, offers, activation }] : [],
  );
  const withWork = new Set(demo.offers.withWork.map(({ type }) => type));

  it.each(
    own.flatMap(({ plan, offers }) =>
      offers.map((one) => [`${plan} ${one.types} ${one.sector ?? ""}`, plan, one] as const),
    ),
  )("%s", (_, plan, { types, sector, values }) => {
    const courses = registers[plan].offers.filter(
      (one) => types.includes(one.type) && (sector ?? one.sector) === one.sector,
    );
    for (const [period, value] of values)
      expect(Math.abs(coursesOf(courses, period) - value)).toBeLessThanOrEqual(
        Math.max(tolerance.count, 2 * tolerance.share * value),
      );
  });

  it.each(
    own.flatMap(({ plan, activation }) =>
      activation.map((one) => [`${plan} ${one.types ?? "alle"}`, plan, one] as const),
    ),
  )("the share of people in %s", (_, plan, { types, values }) => {
    const target = targets.find((one) => one.plan === plan);
    const courses = registers[plan].offers.filter((one) => types?.includes(one.type) ?? !withWork.has(one.type));
    for (const [period, value] of values) {
      const states = [...groups.borgere, "loentilskud"];
      const people = stockOf(registers[plan], states, period, target?.municipalities ?? [], "persons");
      expect(Math.abs(coursesOf(courses, period) / people - value)).toBeLessThanOrEqual(0.015);
    }
  });
});

describe("The long-term supported of a simulated municipality are about the shares its plan prints", () => {
  it.each(longTerm.map((one) => [one.plan, one] as const))("%s", (plan, { on, shares, total }) => {
    const counts = longTermSupported(registers[plan], on);
    const percentOf = (codes: readonly string[]) => {
      const some = codes.map((code) => counts.get(code) ?? { all: 0, long: 0 });
      return (100 * some.reduce((sum, { long }) => sum + long, 0)) / some.reduce((sum, { all }) => sum + all, 0);
    };
    const wrong = [...shares, { codes: ["all"], ...total }].filter(
      ({ codes, percent, points }) => !(Math.abs(percentOf(codes) - percent) <= points),
    );
    expect(wrong.map(({ codes, percent }) => `${codes} ${percentOf(codes)} not ${percent}`)).toEqual([]);
  });
});

describe("The companies of a simulated municipality, and the shares that cooperate, are as printed", () => {
  const window = { from: addMonths(addDays(companies.to, 1), -12), to: addDays(companies.to, 1) };
  const held = companies.rows.flatMap((row) =>
    Object.values(registers).flatMap((register) =>
      register.companies.some(({ municipality }) => municipality === row.municipality) ? [{ row, register }] : [],
    ),
  );

  it.each(held.map((one) => [one.row.municipality, one] as const))("%s", (code, { row, register }) => {
    const base = new Set(
      register.companies
        .filter(
          (one) => one.municipality === code && (one.employees ?? 0) >= 1 && common([one, window].map(withStart)) > 0,
        )
        .map((one) => one.p_number),
    );
    expect(Math.abs(base.size / row.companies - 1)).toBeLessThanOrEqual(companies.tolerance.share);

    const active = register.cooperations.filter((one) => base.has(one.p_number) && common([one, window]) > 0);
    const rateOf = (some: typeof active) => new Set(some.map((one) => one.p_number)).size / base.size;
    const points = companies.tolerance.points / 100;
    expect(Math.abs(rateOf(active.filter((one) => one.municipality === code)) - row.own)).toBeLessThanOrEqual(points);
    expect(Math.abs(rateOf(active.filter((one) => one.municipality !== code)) - row.others)).toBeLessThanOrEqual(
      points,
    );
    expect(Math.abs(rateOf(active) - row.any)).toBeLessThanOrEqual(points);
  });
});

/** A company without a first day has always been there. */
function withStart<
  S extends {
    readonly from?: (typeof companies)["to"] | undefined;
    readonly to?: (typeof companies)["to"] | undefined;
  },
>(one: S) {
  return { from: one.from ?? companies.to, to: one.to };
}
