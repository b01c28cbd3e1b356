import { expect, test } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { parseMonth } from "../calendar/month.ts";
import { registerFromRows } from "../register/from-rows.ts";
import type { Law } from "../register/reading/law.ts";
import { computeIndicator } from "./compute.ts";
import { type Indicator, indicator } from "./indicator.ts";
import type { Question } from "./question.ts";
import type { IndicatorRow } from "./row.ts";

const law: Law = {
  benefitGroups: new Map([["dagpenge", "support"]]),
  pensionAges: [{ bornFrom: parseDay("1900-01-01"), months: 780, source: "test" }],
  contacts: [],
};

function indicatorOf(formulas: object): Indicator {
  const words = { da: "prøve", en: "trial" };
  return indicator.parse({
    id: "proeve",
    name: words,
    unit: "persons",
    good: "none",
    definition: words,
    source: words,
    dimensions: ["benefit", "sex"],
    smallestCount: "5",
    ...formulas,
  });
}

const persons = indicatorOf({ numerator: { measure: "persons-with", table: "benefits" } });
const spells = indicatorOf({ numerator: { measure: "ended", table: "benefits", of: "spells" } });

/** So many persons on dagpenge in the first half of 2018, the first three of them women. */
function registerOf(count: number) {
  const ids = Array.from({ length: count }, (_, k) => `p${k}`);
  return registerFromRows({
    extracted: "2018-09-15",
    covers: { benefits: ["2018-01-01", "2018-09-15"] },
    tables: {
      benefits: ids.map((person_id) => ({ person_id, benefit: "dagpenge", from: "2018-01-10", to: "2018-06-20" })),
      persons: ids.map((person_id, k) => ({ person_id, sex: k < 3 ? "kvinde" : "mand" })),
    },
  });
}

function rows(one: Indicator, count: number, question: Partial<Question> = {}): readonly IndicatorRow[] {
  const asked = { law, from: parseMonth("2018-03"), to: parseMonth("2018-03"), unit: "month", ...question } as const;
  return computeIndicator(one, registerOf(count), asked).rows;
}

const said = (row: IndicatorRow) => [row.period.id, ...Object.values(row.dims), row.missing ?? row.value];

test("a figure is missing outside what the register covers, and when the register was drawn too early for it", () => {
  const found = rows(persons, 9, { from: parseMonth("2017-12"), to: parseMonth("2018-09") });
  expect([found[0], found[1], found[8], found[9]].map(said)).toEqual([
    ["2017-12", "outside-coverage"],
    ["2018-01", 9],
    ["2018-08", 0],
    ["2018-09", "not-yet-published"],
  ]);
});

test("spells that ended are known a month later than those who are there", () => {
  const asked = { from: parseMonth("2018-06"), to: parseMonth("2018-08") };
  expect(rows(spells, 9, asked).map(said)).toEqual([
    ["2018-06", 9],
    ["2018-07", 0],
    ["2018-08", "not-yet-published"],
  ]);
  expect(rows(spells, 9, { ...asked, asOf: parseDay("2018-07-30") }).map(said)[0]).toEqual([
    "2018-06",
    "not-yet-published",
  ]);
});

test("a small cell is withheld, and with it the one it could be worked out from", () => {
  expect(rows(persons, 9, { by: ["sex"] }).map(said)).toEqual([
    ["2018-03", "kvinde", "withheld"],
    ["2018-03", "mand", "withheld"],
  ]);
  expect(rows(persons, 9, { by: ["sex"], full: true }).map(said)).toEqual([
    ["2018-03", "kvinde", 3],
    ["2018-03", "mand", 6],
  ]);
  expect(rows(persons, 4).map(said)).toEqual([["2018-03", "withheld"]]);
});

test("a withheld row says nothing but its place", () => {
  expect(Object.keys(rows(persons, 4, { persons: false })[0]).sort()).toEqual(["dims", "missing", "period"]);
});

test("a filter with a code that nobody has gives 0, and a dimension that is not the indicator's is refused", () => {
  expect(rows(persons, 9, { where: { benefit: "sygedagpenge" } }).map(said)).toEqual([["2018-03", 0]]);
  expect(() => rows(persons, 9, { by: ["offer"] })).toThrow("offer");
});

test("a table the register does not have is no data", () => {
  const offers = indicatorOf({ numerator: { measure: "persons-with", table: "offers" } });
  expect(rows(offers, 9).map(said)).toEqual([["2018-03", "no-data"]]);
});

test("the persons behind a figure are the source system's own", () => {
  const [row] = rows(persons, 6, { persons: true });
  expect(row.persons?.numerator.map(({ id }) => id)).toEqual(["p0", "p1", "p2", "p3", "p4", "p5"]);
});

test("a measure nobody knows, and a parameter that is not there, are faults of the file", () => {
  expect(() => indicatorOf({ numerator: { measure: "person-with", table: "benefits" } })).toThrow();
  expect(() => indicatorOf({ numerator: { measure: "time-on", table: "benefits", hours: "$hours" } })).toThrow();
  expect(() => indicatorOf({ numerator: { measure: "time-on", table: "benefit" } })).toThrow();
});

test("in a register too large to be read at once, everything is still counted, and once", () => {
  const ids = Array.from({ length: 60_000 }, (_, k) => `p${String(k).padStart(5, "0")}`);
  const last = ids[ids.length - 1];
  const days = ["2018-01-01", "2018-09-15"] as const;
  const register = registerFromRows({
    extracted: "2018-09-15",
    covers: { benefits: days, job_orders: days, referrals: days, costs: days },
    tables: {
      benefits: ids.map((person_id) => ({ person_id, benefit: "dagpenge", from: "2018-01-10", to: "2018-06-20" })),
      job_orders: [{ job_order_id: "j1", received: "2018-03-02" }],
      referrals: [{ job_order_id: "j1", person_id: last, date: "2018-03-05" }],
      costs: [last, ids[0]].map((person_id) => ({ person_id, date: "2018-03-05", amount: "100", account: "a" })),
    },
  });
  const asked = { law, from: parseMonth("2018-03"), to: parseMonth("2018-03"), unit: "month", full: true } as const;
  const figureOf = (numerator: object) => computeIndicator(indicatorOf({ numerator }), register, asked).rows[0].value;
  expect(figureOf({ measure: "persons-with", table: "benefits" })).toBe(60_000);
  const having = { table: "referrals" };
  expect(figureOf({ measure: "events-per", table: "job_orders", by: "job_order_id", having })).toBe(1);
  expect(figureOf({ measure: "events", table: "costs", count: "amount" })).toBe(200);
});
