import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isTemplate, listPlans } from "#actions/list-plans.ts";
import { openData, ownFolders } from "#actions/open-data.ts";
import { readAnswered } from "#connectors/data-files/plans.ts";
import { readYamlFile } from "#connectors/data-files/yaml.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import type { Period } from "#core/calendar/period.ts";
import { BrokenInput, faultLine } from "#core/faults/fault.ts";
import type { Where } from "#core/format/scalars.ts";
import type { Answer } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { codesOf, faultsOfWhere } from "#core/vocabulary/dimension.ts";
import { isValidOn, type Validity } from "#core/vocabulary/validity.ts";
import { filesBelow, home } from "./tree.ts";

const data = openData({ ...ownFolders(), var: "nothing-imported" });
const { vocabulary, indicators } = data;
const plans = listPlans(data);
const series = data.series();
const areas = [...vocabulary.areas.byId.values()];
const terms = [...vocabulary.lists.values()].flatMap((list) => [...list.terms.values()]);

describe("Every file under data/", () => {
  it("is YAML of ours, or a published file that a source describes", () => {
    const yaml = filesBelow("data").filter((path) => path.endsWith(".yaml"));
    expect(yaml.flatMap((path) => faultsOf(() => readYamlFile(join(home, path))))).toEqual([]);
    const rest = filesBelow("data").filter((path) => !/\.yaml$|\/README\.md$|\/\.gitattributes$/.test(path));
    const described = filesBelow("data/sources").map((path) => readYamlFile(join(home, path)).value);
    const named = described.map((one) => `data/series/${Reflect.get(Object(one), "file")}`);
    expect(rest.filter((path) => !named.includes(path))).toEqual([]);
  });

  it("names only indicators, areas and codes there are", () => {
    const unknown = series.flatMap(({ id, indicator, where, proxyFor }) =>
      [{ indicator, where }, ...proxyFor].flatMap((one) => faultsOfMeasure(one).map((fault) => `${id}: ${fault}`)),
    );
    expect(unknown).toEqual([]);
    const nowhere = series.flatMap((one) => one.observations.filter(({ area }) => !vocabulary.areas.byId.has(area)));
    expect(nowhere).toEqual([]);
  });
});

describe.for(plans)("The plan $plan.id", ({ plan, file }) => {
  it("asks only for indicators by what they can be broken down by", () => {
    expect(
      measuresOf(plan).flatMap(({ at, ...one }) => faultsOfMeasure(one).map((fault) => `${at}: ${fault}`)),
    ).toEqual([]);
  });

  it("uses no indicator, area or code outside its validity", () => {
    const wrong = measuresOf(plan).flatMap(({ at, indicator, where, period = plan.period }) =>
      [indicators.get(indicator ?? ""), ...termsOf(where ?? {})].flatMap((one) =>
        one === undefined || overlaps(one.valid, period) ? [] : [`${at}: ${one.id}`],
      ),
    );
    const gone = plan.municipalities.filter((id) => !overlaps(vocabulary.areas.byId.get(id)?.valid ?? {}, plan.period));
    expect([...wrong, ...gone]).toEqual([]);
  });

  it("can be read whichever way its questions are answered", () => {
    const most = Math.max(
      0,
      ...plan.goals.flatMap(({ questions }) => questions.map((one) => one.readings?.length ?? 0)),
    );
    const rounds = Array.from({ length: most }, (_, nth) => answersOf(plan, nth));
    expect(rounds.flatMap((answers) => faultsOf(() => readAnswered({ plan, file }, answers, data.catalogue)))).toEqual(
      [],
    );
  });
});

it("Only a template stands for no document, and every other plan names the one it was written from", () => {
  expect(
    plans.filter((one) => isTemplate(one) !== (one.plan.document === undefined)).map(({ plan }) => plan.id),
  ).toEqual([]);
});

describe("On every day on which something begins or ends", () => {
  it.for(changeDays())("$on", ({ day }) => {
    // A municipality lies in one region that is there, too, from when there are regions.
    const there = areas.filter(({ valid }) => isValidOn(valid, day));
    const regions = there.filter(({ kind }) => kind === "region").map(({ id }) => id);
    const municipalities = regions.length === 0 ? [] : there.filter(({ kind }) => kind === "municipality");
    const lost = municipalities.filter(({ within }) => within.filter((id) => regions.includes(id)).length !== 1);
    expect(lost.map(({ label }) => label.da)).toEqual([]);
    // What ended that day leads to something that holds.
    const ended = [...terms, ...areas].filter(({ valid, successors }) => valid.until === day && successors.length > 0);
    const astray = ended.filter(({ successors }) => !successors.some((id) => holds(id, day)));
    expect(astray.map(({ id }) => id)).toEqual([]);
  });
});

function faultsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof BrokenInput) return error.faults.map((fault) => faultLine(fault).en);
    throw error;
  }
}

type Measure = { readonly indicator?: string; readonly where?: Where; readonly period?: Period };

/** Everything in a plan that is measured, and where it stands. */
function measuresOf({ goals, tables, statements, expectations }: Plan): (Measure & { readonly at: string })[] {
  return [
    ...goals.flatMap(({ id, parts }) => parts.map((part) => ({ ...part, at: `goals.${id}.${part.id}` }))),
    ...tables.flatMap(({ id, rows, columns }) =>
      [...rows, ...columns].map((line) => ({ ...line, at: `tables.${id}.${line.id}` })),
    ),
    ...statements.map((one) => ({ ...one, at: `statements.${one.id}` })),
    ...expectations.map((one) => ({ ...one, at: `expectations.${one.id}` })),
  ];
}

function faultsOfMeasure({ indicator, where = {} }: Measure): string[] {
  const definition = indicators.get(indicator ?? "");
  if (indicator !== undefined && definition === undefined) return [`no indicator ${indicator}`];
  return faultsOfWhere(where, vocabulary, definition?.dimensions).map((fault) => faultLine(fault).en);
}

function termsOf(where: Where) {
  return Object.entries(where).flatMap(([dimension, value]) => {
    const list = vocabulary.lists.get(vocabulary.dimensions.get(dimension)?.list ?? "");
    return codesOf(value).map((code) => list?.terms.get(code));
  });
}

function overlaps({ from, until }: Validity, period: Period): boolean {
  return (from === undefined || from < period.to) && (until === undefined || until > period.from);
}

/** An answer to each question that has readings: its nth, or its last where it has fewer. */
function answersOf({ goals, period }: Plan, nth: number): Answer[] {
  return goals.flatMap((goal) =>
    goal.questions.flatMap(({ id, readings = [] }): Answer[] => {
      const reading = readings.at(Math.min(nth, readings.length - 1));
      return reading === undefined
        ? []
        : [{ goal: goal.id, question: id, reading: reading.id, by: "-", on: period.from }];
    }),
  );
}

function changeDays() {
  const all = [...terms, ...areas, ...indicators.values()].flatMap(({ valid }) => [valid.from, valid.until]);
  const days = [...new Set(all)].filter((day) => day !== undefined).toSorted((a, b) => a - b);
  return days.map((day) => ({ day, on: formatDay(day) }));
}

function holds(id: string, day: Day): boolean {
  return [...terms, ...areas].some((one) => one.id === id && isValidOn(one.valid, day));
}
