import { expect, test } from "vitest";
import { parseDay } from "../../calendar/day.ts";
import { parsePeriod } from "../../calendar/period.ts";
import { isMissing } from "../../figures/figure.ts";
import { type Indicator, indicator } from "../../indicators/indicator.ts";
import type { Observation, Series } from "../../indicators/series.ts";
import { emptyFollowUp, type FollowUp, followUp } from "../format/follow-up-file.ts";
import { plan } from "../format/plan.ts";
import { evaluatePlan } from "./evaluate.ts";
import { defaultParameters } from "./parameters.ts";

const title = { da: "Mål", en: "Goal" };
const source = { section: "1", lines: "1" };

const indicators = new Map<string, Indicator>(
  (["fuldtidspersoner", "andel", "rekrutteringer"] as const).map((id) => [
    id,
    indicator.parse({
      id,
      name: title,
      unit: id === "fuldtidspersoner" ? "full-time-persons" : id === "andel" ? "share" : "count",
      good: "none",
      definition: title,
      source: title,
      smallestCount: "5",
      validFrom: "2000-01-01",
    }),
  ]),
);

/** A plan for one municipality with one goal. */
function planWith(goal: object, municipalities = ["851"]) {
  return plan.parse({
    format: "pejlemaerke-plan/1",
    id: "prove",
    title,
    version: "1",
    status: "adopted",
    municipalities,
    organisation: "Prøvekommunen",
    period: "2018",
    tracks: [{ id: "spor", title }],
    goals: [{ id: "maal", title, track: "spor", force: "promise", level: "own", good: "down", source, ...goal }],
  });
}

/** Actual figures by period, as `{"2018-01": 3400}`. */
function observed(values: Readonly<Record<string, number>>, unit: Series["unit"], area = "851"): Observation[] {
  return Object.entries(values).map(([id, value]) => {
    const period = parsePeriod(id);
    return { area, period, status: "actual", value: { value, unit, period } };
  });
}

function seriesWith(values: Readonly<Record<string, number>>, more: Partial<Series> = {}): Series {
  const unit = more.unit ?? "full-time-persons";
  return {
    id: "serie",
    title,
    owner: "Prøvestatistik",
    indicator: "fuldtidspersoner",
    where: {},
    unit,
    frequency: "month",
    seasonal: "none",
    vintage: "1",
    licence: "",
    finalAfterMonths: 2,
    breaks: [],
    proxyFor: [],
    observations: observed(values, unit),
    ...more,
  };
}

type Setting = {
  readonly series?: readonly Series[];
  readonly asOf?: string;
  readonly followUp?: object;
  readonly municipalities?: string[];
};

function evaluated(
  goal: object,
  { series = [], asOf = "2019-06-30", followUp: added = {}, municipalities }: Setting = {},
) {
  const adds: FollowUp = followUp.parse({ ...emptyFollowUpFile, ...added });
  const [result] = evaluatePlan({
    plan: planWith(goal, municipalities),
    followUp: adds,
    indicators,
    series,
    asOf: parseDay(asOf),
    parameters: defaultParameters,
  });
  return result;
}

const emptyFollowUpFile = { format: "pejlemaerke-follow-up/1", plan: "prove" };
const said = { by: "B", on: "2019-01-10" };

const atMost = { kind: "level", bound: "most", value: "3.400 fuldtidspersoner", period: "2018", as: "mean" };
const persons = { indicator: "fuldtidspersoner" };

function months(year: number, values: readonly number[]): Record<string, number> {
  return Object.fromEntries(values.map((value, at) => [`${year}-${String(at + 1).padStart(2, "0")}`, value]));
}
const twelve = (value: number) => Array.from({ length: 12 }, () => value);

test("an empty follow-up adds nothing", () => {
  expect(emptyFollowUp("prove")).toEqual(followUp.parse(emptyFollowUpFile));
});

test("a mean of twelve final months at the target exactly is met", () => {
  const { verdict } = evaluated({ ...persons, target: atMost }, { series: [seriesWith(months(2018, twelve(3400)))] });
  expect(verdict).toMatchObject({ family: "settled", value: "met" });
});

test("a mean a hair over the target is not met, for there is no band when settling", () => {
  const figures = months(2018, [...twelve(3400).slice(1), 3400.12]);
  const { verdict, parts } = evaluated({ ...persons, target: atMost }, { series: [seriesWith(figures)] });
  expect(verdict).toMatchObject({ family: "settled", value: "not-met" });
  expect(parts[0].distance).toMatchObject({ unit: "full-time-persons" });
  expect(isMissing(parts[0].distance) || parts[0].distance.value).toBeCloseTo(0.01, 9);
});

test("while the source can still revise the period, the goal is under way with a note", () => {
  const setting = { series: [seriesWith(months(2018, twelve(3000)))], asOf: "2019-01-31" };
  const { verdict, parts } = evaluated({ ...persons, target: atMost }, setting);
  expect(verdict).toMatchObject({ family: "under-way", value: "on-course" });
  expect(parts[0].notes.map(({ en }) => en)).toContain("Preliminary: the source can still revise it.");
});

test("a hedged target is held to its interval: about 100 is met by 104 and not by 106", () => {
  const about = {
    ...persons,
    target: { kind: "level", bound: "about", value: "ca. 100 fuldtidspersoner", period: "2018", as: "mean" },
  };
  expect(evaluated(about, { series: [seriesWith(months(2018, twelve(104)))] }).verdict.value).toBe("met");
  expect(evaluated(about, { series: [seriesWith(months(2018, twelve(106)))] }).verdict.value).toBe("not-met");
});

test.each([
  ["on-course", 3300],
  ["at-risk", 3395],
  ["off-course", 3500],
])("half a year into the year a steady level is %s at %d", (value, level) => {
  const setting = { series: [seriesWith(months(2018, twelve(level).slice(0, 6)))], asOf: "2018-09-15" };
  expect(evaluated({ ...persons, target: atMost }, setting).verdict).toMatchObject({ family: "under-way", value });
});

test("last year's season moves the months that remain", () => {
  const lastYear = [...twelve(3000).slice(0, 6), ...twelve(3600).slice(0, 6)];
  const figures = { ...months(2017, lastYear), ...months(2018, twelve(3000).slice(0, 6)) };
  const { parts } = evaluated({ ...persons, target: atMost }, { series: [seriesWith(figures)], asOf: "2018-09-15" });
  // Six months at 3000 and six at 3000 × 3600/3000.
  expect(parts[0].projected?.value).toBeCloseTo(3300, 9);
});

test("a sum is projected by the share of last year that had passed by then", () => {
  const goal = {
    indicator: "rekrutteringer",
    good: "up",
    target: { kind: "level", bound: "least", value: "1.000 rekrutteringer", period: "2018", as: "sum" },
  };
  const lastYear = months(2017, [100, 100, 100, 50, 50, 50, 50, 100, 100, 100, 100, 100]);
  const figures = { ...lastYear, ...months(2018, [120, 120, 120]) };
  const series = [seriesWith(figures, { indicator: "rekrutteringer", unit: "count" })];
  const { parts, verdict } = evaluated(goal, { series, asOf: "2018-06-15" });
  // 360 so far; by then last year had 300 of 1000.
  expect(parts[0].projected?.value).toBeCloseTo(1200, 9);
  expect(verdict).toMatchObject({ family: "under-way", value: "on-course" });
});

test("before the first figure inside the period the goal is not yet due", () => {
  const setting = { series: [seriesWith(months(2017, twelve(3500)))], asOf: "2018-03-15" };
  expect(evaluated({ ...persons, target: atMost }, setting).verdict).toMatchObject({
    family: "under-way",
    value: "not-yet-due",
  });
});

test("a month that can still be revised is no basis for a verdict", () => {
  const setting = { series: [seriesWith(months(2018, twelve(9000).slice(0, 1)))], asOf: "2018-02-15" };
  expect(evaluated({ ...persons, target: atMost }, setting).verdict.value).toBe("not-yet-due");
});

test("every month must hold where the target says each", () => {
  const each = {
    ...persons,
    good: "none",
    target: { kind: "level", bound: "between", value: "8-10 fuldtidspersoner", period: "2018", as: "each" },
  };
  expect(evaluated(each, { series: [seriesWith(months(2018, [9, 9, 11]))], asOf: "2018-06-15" }).verdict.value).toBe(
    "off-course",
  );
  expect(evaluated(each, { series: [seriesWith(months(2018, [8, 9, 10]))], asOf: "2018-06-15" }).verdict.value).toBe(
    "on-course",
  );
  expect(evaluated(each, { series: [seriesWith(months(2018, [...twelve(9).slice(1), 11]))] }).verdict.value).toBe(
    "not-met",
  );
  expect(evaluated(each, { series: [seriesWith(months(2018, twelve(10)))] }).verdict.value).toBe("met");
});

const fall = { kind: "change", direction: "fall", by: "1,9 %", period: "end of 2018", against: "end of 2017" };

test("a change is counted from the figure of the earlier period", () => {
  const goal = { ...persons, target: fall, baseline: { origin: "computed", period: "end of 2017" } };
  const met = evaluated(goal, { series: [seriesWith({ "2017-12": 10000, "2018-12": 9810 })] });
  expect(met.verdict).toMatchObject({ family: "settled", value: "met" });
  expect(met.parts[0].demand?.high).toBeCloseTo(9810, 6);
  expect(evaluated(goal, { series: [seriesWith({ "2017-12": 10000, "2018-12": 9811 })] }).verdict.value).toBe(
    "not-met",
  );
});

test("points of a share are added, not multiplied", () => {
  const goal = {
    indicator: "andel",
    good: "up",
    target: { kind: "change", direction: "rise", by: "2 procentpoint", period: "2018", against: "2017" },
    baseline: { origin: "stated", period: "2017", value: "25,1 %" },
  };
  const series = [seriesWith({ "2018": 0.271 }, { indicator: "andel", unit: "share", frequency: "year" })];
  expect(evaluated(goal, { series }).verdict).toMatchObject({ family: "settled", value: "met" });
});

test("a figure at year's end is held against the straight line from the middle of the baseline", () => {
  const goal = {
    ...persons,
    target: { kind: "level", bound: "most", value: "900 fuldtidspersoner", period: "end of 2018" },
    baseline: { origin: "stated", period: "2017", value: "1.000 fuldtidspersoner" },
  };
  const at = (value: number) =>
    evaluated(goal, { series: [seriesWith({ "2018-06": value })], asOf: "2018-09-15" }).verdict.value;
  // Two thirds of the way from 2 July 2017 to 31 December 2018: the line is at about 933.
  expect(at(915)).toBe("on-course");
  expect(at(935)).toBe("at-risk");
  expect(at(960)).toBe("off-course");
});

test("a direction is met by any change the right way, and lost by none at all", () => {
  const goal = {
    ...persons,
    target: { kind: "direction", direction: "falls", period: "2018", against: "2017" },
    baseline: { origin: "computed", period: "2017" },
  };
  const end = (before: number, after: number) =>
    evaluated(goal, { series: [seriesWith({ "2017": before, "2018": after }, { frequency: "year" })] }).verdict.value;
  expect(end(100, 99.9)).toBe("met");
  expect(end(100, 100)).toBe("not-met");
});

test("what must not rise may stand still", () => {
  const goal = {
    ...persons,
    target: { kind: "direction", direction: "does-not-rise", period: "2018", against: "2017" },
    baseline: { origin: "computed", period: "2017" },
  };
  const series = [seriesWith({ "2017": 100, "2018": 100 }, { frequency: "year" })];
  expect(evaluated(goal, { series }).verdict.value).toBe("met");
});

const gapGoal = {
  indicator: "andel",
  target: {
    kind: "gap",
    to: { area: "000" },
    bound: "reduced-by",
    value: "0,5 procentpoint",
    period: "2018",
    against: "2017",
  },
  baseline: { origin: "computed", period: "2017" },
};

function gapSeries(own: number, country: number) {
  const shares = { indicator: "andel", unit: "share", frequency: "year" } as const;
  const one = seriesWith({ "2017": 0.039, "2018": own }, shares);
  return [
    { ...one, observations: [...one.observations, ...observed({ "2017": 0.028, "2018": country }, "share", "000")] },
  ];
}

test("a gap is own minus the other, on both sides of the change", () => {
  // The gap was 1.1 points; half a point less is 0.6.
  expect(evaluated(gapGoal, { series: gapSeries(0.036, 0.03) }).verdict.value).toBe("met");
  expect(evaluated(gapGoal, { series: gapSeries(0.0361, 0.03) }).verdict.value).toBe("not-met");
});

test("passing the other meets a gap", () => {
  expect(evaluated(gapGoal, { series: gapSeries(0.02, 0.03) }).verdict.value).toBe("met");
});

test("everyone is at least 98 per cent", () => {
  const goal = {
    indicator: "andel",
    good: "up",
    target: { kind: "coverage", share: "everyone", population: title, by: "end of 2018" },
  };
  const at = (share: number) =>
    evaluated(goal, { series: [seriesWith({ "2018-12": share }, { indicator: "andel", unit: "share" })] }).verdict
      .value;
  expect(at(0.98)).toBe("met");
  expect(at(0.979)).toBe("not-met");
});

test("a benchmark is held against the other area's figure of the same period", () => {
  const goal = {
    indicator: "andel",
    good: "up",
    target: { kind: "benchmark", side: "at-least", reference: { area: "000" }, period: "2018" },
  };
  expect(evaluated(goal, { series: gapSeries(0.03, 0.03) }).verdict.value).toBe("met");
  expect(evaluated(goal, { series: gapSeries(0.029, 0.03) }).verdict.value).toBe("not-met");
});

test("a cohort has a part for each point, and is partly met when some are", () => {
  const target = {
    kind: "cohort",
    to: "2018",
    points: [
      { after: "1 år", share: "10 %" },
      { after: "2 år", share: "25 %" },
    ],
  };
  const at = (years: string, share: number) =>
    seriesWith(
      { "2018": share },
      { id: years, indicator: "andel", unit: "share", frequency: "year", where: { years } },
    );
  const { verdict, parts } = evaluated(
    { indicator: "andel", good: "up", target },
    { series: [at("1", 0.12), at("2", 0.2)] },
  );
  expect(parts.map((part) => part.verdict.value)).toEqual(["met", "not-met"]);
  expect(verdict).toMatchObject({ family: "settled", value: "partly-met" });
});

const milestone = { target: { kind: "milestone", by: "end of 2018" } };

test("a milestone is met by evidence within its date, and not by later evidence", () => {
  const done = (day: string) => ({ followUp: { evidence: [{ goal: "maal", done: day, what: "Dagsorden", ...said }] } });
  expect(evaluated(milestone, done("2018-11-01")).verdict).toMatchObject({ family: "settled", value: "met" });
  expect(evaluated(milestone, done("2019-02-01")).verdict).toMatchObject({ family: "settled", value: "not-met" });
});

test("a milestone nobody has spoken of cannot be settled after its date, and is not due before", () => {
  expect(evaluated(milestone).verdict).toMatchObject({ family: "cannot-be-settled", value: "no-evidence" });
  expect(evaluated(milestone, { asOf: "2018-06-01" }).verdict).toMatchObject({
    family: "under-way",
    value: "not-yet-due",
  });
});

test("evidence that it was not reached settles a milestone as not met", () => {
  const added = { evidence: [{ goal: "maal", done: "2018-12-31", reached: "false", what: "Udskudt", ...said }] };
  expect(evaluated(milestone, { followUp: added }).verdict.value).toBe("not-met");
});

test("twice a year means evidence twice in every year", () => {
  const goal = { target: { kind: "milestone", by: "2018", times: "2", per: "year" } };
  const done = (...days: string[]) => ({
    evidence: days.map((day) => ({ goal: "maal", done: day, what: "Orientering", ...said })),
  });
  expect(evaluated(goal, { followUp: done("2018-03-01", "2018-10-01") }).verdict.value).toBe("met");
  expect(evaluated(goal, { followUp: done("2018-03-01") }).verdict).toMatchObject({ value: "no-evidence" });
  expect(evaluated(goal, { followUp: done("2018-03-01"), asOf: "2018-06-01" }).verdict.value).toBe("on-course");
});

test.each([
  ["no-indicator", { target: atMost }],
  ["no-period", { ...persons, target: { kind: "level", bound: "most", value: "3.400 fuldtidspersoner" } }],
  ["no-direction", { ...persons, target: { kind: "level", value: "3.400 fuldtidspersoner", period: "2018" } }],
  ["no-baseline", { ...persons, target: { kind: "direction", direction: "falls", period: "2018" } }],
])("what the plan lacks is said first: %s", (reason, goal) => {
  expect(evaluated(goal, { series: [seriesWith({})] }).verdict).toMatchObject({
    family: "cannot-be-settled",
    value: reason,
  });
});

test("without any figures the reason is no-data, with a proxy other-indicator and the proxy beside", () => {
  const goal = { ...persons, target: atMost };
  expect(evaluated(goal).verdict.value).toBe("no-data");
  const proxy = seriesWith(
    { "2018": 800 },
    { indicator: "andel", proxyFor: [{ indicator: "fuldtidspersoner", where: {}, why: title }] },
  );
  const { verdict, parts } = evaluated(goal, { series: [proxy] });
  expect(verdict.value).toBe("other-indicator");
  expect(parts[0].context).toMatchObject([{ kind: "proxy", figure: { value: 800 } }]);
});

test("a group under five persons is not judged", () => {
  const { verdict } = evaluated({ ...persons, target: atMost }, { series: [seriesWith(months(2018, twelve(4)))] });
  expect(verdict.value).toBe("too-small");
});

test("a break between baseline and target keeps the goal from being settled unless it is corrected for", () => {
  const goal = { ...persons, target: fall, baseline: { origin: "computed", period: "end of 2017" } };
  const series = [
    seriesWith({ "2017-12": 100, "2018-12": 90 }, { breaks: [{ on: parseDay("2018-07-01"), text: title }] }),
  ];
  expect(evaluated(goal, { series }).verdict.value).toBe("broken");
  const corrections = [{ label: title, value: "2 personer" }];
  expect(evaluated({ ...goal, corrections }, { series }).verdict.value).toBe("met");
});

test("a withheld figure is passed on as withheld", () => {
  const period = parsePeriod("2018");
  const hidden = seriesWith({ "2017": 10 }, { frequency: "year" });
  const series = [
    {
      ...hidden,
      observations: [
        ...hidden.observations,
        { area: "851", period, status: "actual" as const, value: { missing: "withheld" as const } },
      ],
    },
  ];
  expect(evaluated({ ...persons, target: { ...atMost, as: "value" } }, { series }).verdict.value).toBe("withheld");
});

test("an open question with a reason blocks the verdict; its answer lets it through and is named", () => {
  const question = {
    id: "hvad",
    asks: { da: "Hvad gælder?", en: "Which holds?" },
    about: "contradiction",
    reason: "contradictory",
    readings: [{ id: "a", says: title }],
  };
  const goal = { ...persons, target: atMost, questions: [question] };
  const series = [seriesWith(months(2018, twelve(3000)))];
  const open = evaluated(goal, { series });
  expect(open.verdict).toMatchObject({ value: "contradictory" });
  expect(open.verdict.reason.da).toContain("Hvad gælder?");
  const answered = evaluated(goal, {
    series,
    followUp: { answers: [{ goal: "maal", question: "hvad", reading: "a", ...said }] },
  });
  expect(answered.verdict.value).toBe("met");
  expect(answered.parts[0].notes[0].da).toContain("hvad");
});

test("a figure typed in settles a goal without an indicator, and is named", () => {
  const added = {
    observations: [
      { goal: "maal", period: "2018", value: "3.380 fuldtidspersoner", source: "Ledelsesinformation", ...said },
    ],
  };
  const { verdict, parts } = evaluated({ target: atMost }, { followUp: added });
  expect(verdict).toMatchObject({ family: "settled", value: "met" });
  expect(parts[0].notes[0].da).toContain("Ledelsesinformation");
});

test("a figure typed in takes the place of the published one for its period", () => {
  const added = {
    observations: [{ goal: "maal", period: "2018", value: "3.500 fuldtidspersoner", source: "Egen", ...said }],
  };
  const series = [seriesWith({ "2018": 3000 }, { frequency: "year" })];
  expect(evaluated({ ...persons, target: atMost }, { series, followUp: added }).verdict.value).toBe("not-met");
});

test("two municipalities are pooled: counts add up, shares lack their denominators", () => {
  const both = (unit: Series["unit"], value: number, name: string) => {
    const one = seriesWith({}, { unit, frequency: "year", indicator: name });
    return [
      {
        ...one,
        observations: [...observed({ "2018": value }, unit, "187"), ...observed({ "2018": value }, unit, "183")],
      },
    ];
  };
  const municipalities = ["187", "183"];
  const count = evaluated(
    { ...persons, target: atMost },
    { series: both("full-time-persons", 1700, "fuldtidspersoner"), municipalities },
  );
  expect(count.parts[0].latest).toMatchObject({ value: 3400 });
  expect(count.verdict.value).toBe("met");
  const goal = { indicator: "andel", target: { kind: "level", bound: "most", value: "3 %", period: "2018" } };
  expect(evaluated(goal, { series: both("share", 0.03, "andel"), municipalities }).verdict.value).toBe(
    "no-denominator",
  );
});

test("what happens after the as-of day is not known", () => {
  const figures = { ...months(2018, twelve(3000)), ...months(2019, twelve(9000)) };
  const { parts } = evaluated({ ...persons, target: atMost }, { series: [seriesWith(figures)], asOf: "2018-03-31" });
  expect(parts[0].path.map(({ period }) => period.id)).toEqual(["2018-01", "2018-02", "2018-03"]);
});
