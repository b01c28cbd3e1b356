import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { parsePeriod } from "../../calendar/period.ts";
import { isForeseen } from "../../forecast/goals/foreseen.ts";
import type { PathSource, Paths } from "../../forecast/goals/paths.ts";
import { foreseenText } from "../../forecast/goals/say.ts";
import { type Indicator, indicator } from "../../indicators/indicator.ts";
import type { Series } from "../../indicators/series.ts";
import { emptyFollowUp } from "../format/follow-up-file.ts";
import { plan } from "../format/plan.ts";
import { workingOf } from "../standing/working.ts";
import { evaluatePlan } from "./evaluate.ts";
import { defaultParameters } from "./parameters.ts";
import type { PartResult } from "./result.ts";

const title = { da: "Mål", en: "Goal" };
const source = { section: "1", lines: "1" };
const method = { da: "prøvemetode", en: "trial method" };

const indicators = new Map<string, Indicator>(
  (["full-time-persons", "count"] as const).map((unit) => [
    unit,
    indicator.parse({
      ...{ id: unit, name: title, unit, good: "none", definition: title, source: title },
      ...{ smallestCount: "5", validFrom: "2000-01-01" },
    }),
  ]),
);

/** Figures by month from January 2017 on, final two months after. */
function monthly(values: readonly number[], unit: "full-time-persons" | "count", area = "851"): Series {
  const observations = values.map((value, at) => {
    const year = 2017 + Math.floor(at / 12);
    const period = parsePeriod(`${year}-${String((at % 12) + 1).padStart(2, "0")}`);
    return { area, period, status: "actual" as const, value: { value, unit, period } };
  });
  return {
    ...{ id: `serie-${unit}`, title, owner: "Prøvestatistik", indicator: unit, where: {}, unit, frequency: "month" },
    ...{ seasonal: "none", vintage: "1", licence: "", finalAfterMonths: 2, breaks: [], proxyFor: [], observations },
  };
}

/** Ways that start from the latest figure and change by so much a month each. */
const going =
  (...steps: readonly number[]): PathSource =>
  ({ history, periods }): Paths => {
    const last = history[history.length - 1].value;
    const from = "value" in last ? last.value : Number.NaN;
    return {
      ...{ periods, method },
      ways: steps.map((step) => Float64Array.from(periods, (_, at) => from + step * (at + 1))),
    };
  };

type Setting = { readonly series: Series; readonly paths?: PathSource; readonly asOf?: string };

/** As of the end of August 2018, when the figures to June are final. */
function part(target: object, { series, paths, asOf = "2018-08-31" }: Setting, more: object = {}): PartResult {
  const written = plan.parse({
    ...{ format: "pejlemaerke-plan/1", id: "prove", title, version: "1", status: "adopted", municipalities: ["851"] },
    ...{ organisation: "Prøvekommunen", period: "2018", tracks: [{ id: "spor", title }] },
    goals: [
      {
        ...{ id: "maal", title, track: "spor", force: "promise", level: "own", good: "down", source },
        ...{ indicator: series.unit, target, ...more },
      },
    ],
  });
  const [{ parts }] = evaluatePlan({
    ...{ plan: written, followUp: emptyFollowUp("prove"), indicators, series: [series], paths },
    ...{ asOf: parseDay(asOf), parameters: defaultParameters },
  });
  return parts[0];
}

const chanceIn = ({ foreseen }: PartResult) => (isForeseen(foreseen) ? foreseen.chance : undefined);
const flat = (value: number, count = 20) => Array.from({ length: count }, () => value);
const level = (bound: string, value: string, as?: string, period = "2018") => ({
  ...{ kind: "level", bound, value, period },
  ...(as !== undefined && { as }),
});
const persons = monthly(flat(1000), "full-time-persons");

test("a level is held against every way as the settled verdict will be: mean, end, value and each", () => {
  // July to December at 1000 + step, …, 1000 + 6 steps: the year's mean is 1000 + 1.75 steps.
  const paths = going(-20, -8, 0, 8, 20);
  const at = (target: object) => chanceIn(part(target, { series: persons, paths }));
  expect(at(level("most", "986 fuldtidspersoner", "mean"))).toBe(2 / 5);
  expect(at(level("most", "985 fuldtidspersoner", "mean"))).toBe(1 / 5);
  expect(at(level("most", "952 fuldtidspersoner", undefined, "end of 2018"))).toBe(2 / 5);
  expect(at(level("most", "951 fuldtidspersoner", undefined, "2018-12"))).toBe(1 / 5);
  expect(at(level("most", "1.048 fuldtidspersoner", "each"))).toBe(4 / 5);
  expect(at(level("between", "950-1.050 fuldtidspersoner", undefined, "end of 2018"))).toBe(3 / 5);
});

test("a hedge word widens a target under way as it does when it is settled", () => {
  const paths = going(0, 8, 9);
  const at = (value: string) =>
    chanceIn(part(level("most", value, undefined, "end of 2018"), { series: persons, paths }));
  expect(at("1.000 fuldtidspersoner")).toBe(1 / 3);
  expect(at("ca. 1.000 fuldtidspersoner")).toBe(2 / 3);
});

test("a sum counts what has come and what each way adds", () => {
  const series = monthly(flat(10), "count");
  // Six months of 10 have come.
  const at = (value: string) => chanceIn(part(level("least", value), { series, paths: going(0, 1, 2) }));
  expect([at("120 forløb"), at("141 forløb"), at("162 forløb"), at("163 forløb")]).toEqual([1, 2 / 3, 1 / 3, 0]);
});

test("a change and a direction are counted from the figure they count from", () => {
  const paths = going(-9, -8, 0, 1);
  const change = { kind: "change", direction: "fall", by: "5 %", period: "end of 2018", against: "end of 2017" };
  const baseline = { period: "end of 2017", origin: "computed" };
  expect(chanceIn(part(change, { series: persons, paths }, { baseline }))).toBe(1 / 4);
  const direction = { kind: "direction", direction: "does-not-rise", period: "2018", against: "2017", as: "mean" };
  const before = { period: "2017", origin: "computed" };
  expect(chanceIn(part(direction, { series: persons, paths }, { baseline: before }))).toBe(3 / 4);
});

test("a gap is forecast as the distance it is, and a benchmark says that it is not", () => {
  const both = {
    ...persons,
    observations: [...persons.observations, ...monthly(flat(900), "full-time-persons", "000").observations],
  };
  const gap = { kind: "gap", to: { area: "000" }, bound: "most", value: "52 fuldtidspersoner", period: "2018-12" };
  const found = part(gap, { series: both, paths: going(-10, -8, 0) });
  expect(chanceIn(found)).toBe(2 / 3);
  expect(isForeseen(found.foreseen) && found.foreseen.figure.value).toBe(100 - 36);
  // From 1000 − 900 in December 2017 it must fall by 50: as it is settled, with a baseline that is looked up.
  const less = { kind: "gap", to: { area: "000" }, bound: "reduced-by", value: "50 fuldtidspersoner" };
  const reduced = { ...less, period: "2018-12", against: "2017-12" };
  const before = { baseline: { period: "2017-12", origin: "computed" } };
  expect(chanceIn(part(reduced, { series: both, paths: going(-9, -8, 0) }, before))).toBe(1 / 3);
  const benchmark = { kind: "benchmark", side: "at-most", reference: { area: "000" }, period: "2018-12" };
  const none = part(benchmark, { series: both, paths: going(0) });
  expect(chanceIn(none)).toBeUndefined();
  expect(none.foreseen).toMatchObject({ en: expect.stringContaining("no forecast") });
});

test("with a forecast the chance decides the verdict, and the reason and the working say so", () => {
  const target = level("most", "1.000 fuldtidspersoner", "mean");
  const verdict = (met: number) =>
    part(target, { series: persons, paths: going(...flat(0, met), ...flat(1, 20 - met)) }).verdict.value;
  expect([15, 14, 7, 6].map(verdict)).toEqual(["on-course", "at-risk", "at-risk", "off-course"]);
  const found = part(target, { series: persons, paths: going(0, 0, 0, 4) });
  expect(found.verdict.reason.da).toBe(
    "Der ventes 1.002 fuldtidspersoner i 2018 (i 80 af 100 tilfælde mellem 1.000 og 1.005 fuldtidspersoner); målet er højst 1.000 fuldtidspersoner. Sandsynligheden for at nå det er 75 %.",
  );
  const working = workingOf({ part: found, latest: found.latest, parameters: defaultParameters }).map(
    ({ says }) => says.da,
  );
  expect(working.join("\n")).toContain("Prognose (prøvemetode)");
  expect(working.join("\n")).toContain("på vej fra 75 % sandsynlighed");
  expect(working.join("\n")).not.toContain("Gennemsnittet hidtil");
});

test("a chance is judged as it reads: what reads 35 % is not under 35 %", () => {
  const target = level("most", "1.000 fuldtidspersoner", "mean");
  const verdict = (met: number) =>
    part(target, { series: persons, paths: going(...flat(0, met), ...flat(1, 1000 - met)) }).verdict;
  expect([746, 744, 345, 344].map((met) => verdict(met).value)).toEqual([
    ...["on-course", "at-risk", "at-risk", "off-course"],
  ]);
  expect(verdict(345).reason.en).toContain("The chance of meeting it is 35%.");
});

test("of a target of each figure it is said that it has held so far and how likely it goes on, or that it is broken", () => {
  const each = (value: string) => part(level("most", value, "each"), { series: persons, paths: going(0, 0, 0, 9) });
  expect(each("1.048 fuldtidspersoner").verdict.reason.en).toBe(
    "Every figure so far in 2018 meets the target, at most 1,048 full-time persons. The chance that those to come do so too is 75%.",
  );
  expect(each("990 fuldtidspersoner").verdict).toMatchObject({
    value: "off-course",
    reason: { da: expect.stringContaining("bryder målet, højst 990 fuldtidspersoner") },
  });
});

test("what is expected at the end of a year is said in a sentence, to be told from the bound it is held against", () => {
  const at = (target: object, value = 1000) =>
    part(target, { series: monthly(flat(value), "full-time-persons"), paths: going(0, 0.1) }).verdict.reason;
  const exact = at(level("exactly", "1.000 fuldtidspersoner", undefined, "end of 2018"));
  expect(exact.da).toMatch(
    /^Der ventes 1\.000,3 fuldtidspersoner ultimo 2018 .*; målet er mellem 999,5 og 1\.000,5 fuld/,
  );
  expect(exact.en).toMatch(
    /^The forecast is 1,000\.3 full-time persons at the end of 2018 .* is between 999\.5 and 1,000\.5 /,
  );
  const near = at(level("most", "1.000 fuldtidspersoner", undefined, "end of 2018"));
  expect(near.da).toContain("Der ventes 1.000,3 fuldtidspersoner ultimo 2018");
});

test("of a sum it is said how many a month it takes, or has room for", () => {
  const series = monthly(flat(10), "count");
  const said = (bound: string) => {
    const found = part(level(bound, "140 forløb"), { series, paths: going(0, 1) });
    return foreseenText(found.foreseen)?.da;
  };
  expect(said("least")).toContain(" Kræver 13 om måneden.");
  expect(said("most")).toContain(" Har plads til 13 om måneden.");
});

test("a forecast changes nothing before the period has a final figure, after it is over, and where none is given", () => {
  const target = level("most", "990 fuldtidspersoner", "mean");
  const early = part(target, { series: persons, paths: going(0), asOf: "2018-02-15" });
  expect([early.verdict.value, chanceIn(early)]).toEqual(["not-yet-due", 0]);
  const whole = monthly(flat(1000, 24), "full-time-persons");
  for (const asOf of ["2019-01-15", "2019-06-30"])
    expect(part(target, { series: whole, paths: going(-50), asOf })).toEqual(part(target, { series: whole, asOf }));
  const without = part(target, { series: persons });
  expect([without.foreseen, without.verdict.value]).toEqual([undefined, "at-risk"]);
});

test("where the source has no paths, its reason stands and the verdict is as without", () => {
  const why = { da: "for kort", en: "too short" };
  const target = level("most", "990 fuldtidspersoner", "mean");
  const found = part(target, { series: persons, paths: () => why });
  expect(found.foreseen).toBe(why);
  expect(found.verdict).toEqual(part(target, { series: persons }).verdict);
});

test("only final figures are forecast from, and every period to the target's end is asked for", () => {
  const asked: string[] = [];
  const paths: PathSource = (question) => {
    asked.push(question.history.at(-1)?.period.id ?? "", ...question.periods.map(({ id }) => id));
    return going(0)(question);
  };
  part(level("most", "990 fuldtidspersoner", undefined, "end of 2018"), { series: persons, paths });
  expect(asked).toEqual(["2018-06", "2018-07", "2018-08", "2018-09", "2018-10", "2018-11", "2018-12"]);
});

test("what so few persons are expected of is not told, though the figures so far are", () => {
  const target = level("most", "6 fuldtidspersoner", undefined, "end of 2018");
  const found = part(target, { series: monthly(flat(9), "full-time-persons"), paths: going(-1) });
  expect(found.foreseen).toMatchObject({ en: expect.stringContaining("So few persons") });
  expect(found.verdict.family).toBe("under-way");
});

/** Targets of every kind that can be forecast, for a figure around 1000. */
const targets: readonly (readonly [target: object, more?: object])[] = [
  [level("most", "995 fuldtidspersoner", "mean")],
  [level("least", "over 1.000 fuldtidspersoner", "mean")],
  [level("most", "knap 1.000 fuldtidspersoner", undefined, "end of 2018")],
  [level("between", "980-1.020 fuldtidspersoner", "each")],
  [level("about", "ca. 1.000 fuldtidspersoner", undefined, "2018-12")],
  [level("most", "12.000 fuldtidspersoner", "sum")],
  [
    { kind: "change", direction: "fall", by: "1 %", period: "end of 2018", against: "end of 2017" },
    { baseline: { period: "end of 2017", origin: "computed" } },
  ],
  [
    { kind: "direction", direction: "falls", period: "2018", against: "2017", as: "mean" },
    { baseline: { period: "2017", origin: "computed" } },
  ],
  [{ kind: "gap", to: { area: "000" }, bound: "most", value: "100 fuldtidspersoner", period: "2018", as: "mean" }],
  [
    {
      kind: "gap",
      to: { area: "000" },
      bound: "reduced-by",
      value: "5 %",
      of: "gap",
      period: "2018-12",
      against: "2017-12",
    },
    { baseline: { period: "2017-12", origin: "computed" } },
  ],
];

test("a way is met just when the goal is settled as met once its figures have come", () => {
  const figures = (count: number) =>
    fc.array(fc.integer({ min: 960, max: 1040 }), { minLength: count, maxLength: count });
  fc.assert(
    fc.property(
      fc.constantFrom(...targets),
      figures(18),
      figures(6),
      figures(24),
      ([target, more], known, way, others) => {
        const both = (own: readonly number[], other: readonly number[]): Series => {
          const beside = monthly(
            other.map((one) => one - 100),
            "full-time-persons",
            "000",
          ).observations;
          const series = monthly(own, "full-time-persons");
          return { ...series, observations: [...series.observations, ...beside] };
        };
        const came = part(target, { series: both([...known, ...way], others), asOf: "2019-06-30" }, more);
        // Of a gap the ways are of the distance.
        const other = "to" in target ? others.slice(18).map((one) => one - 100) : way.map(() => 0);
        const paths: PathSource = ({ periods }) => ({
          ...{ periods, method },
          ways: [Float64Array.from(way, (one, at) => one - other[at])],
        });
        const then = part(target, { series: both(known, others.slice(0, 18)), paths }, more);
        expect(chanceIn(then)).toBe(came.verdict.value === "met" ? 1 : 0);
      },
    ),
    { numRuns: 300 },
  );
});
