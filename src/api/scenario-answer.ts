import type { z } from "zod";
import { parsePeriod, sayPeriod } from "#core/calendar/period.ts";
import type { Unit } from "#core/figures/unit.ts";
import { writeNumber } from "#core/figures/write.ts";
import type { FlowState } from "#core/forecast/flow/states.ts";
import { groupsOf } from "#core/forecast/scenario/groups.ts";
import { OUTSIDE, type ScenarioFlow } from "#core/forecast/scenario/run.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import { fill, type Text } from "#core/text/text.ts";
import { chanceJson } from "./foreseen.ts";
import { type listScenarios, type scenarioSchema, writtenLever } from "./scenario.ts";

type Answer = z.input<typeof scenarioSchema>;
type Stock = {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly month: string;
  readonly baseline: Expected;
  readonly scenario: Expected;
  readonly difference: Expected;
};

/** What a scenario changes, as the actions give it. */
type Ran = {
  readonly levers: readonly Text[];
  readonly model: string;
  readonly snapshot: string;
  readonly simulated: boolean;
  readonly asOf: string;
  readonly known: string;
  readonly months: number;
  readonly seed: number;
  readonly draws: number;
  readonly stocks: readonly Stock[];
  readonly flows: readonly ScenarioFlow[];
  readonly goals?: readonly {
    readonly goal: string;
    readonly part: string;
    readonly label: Text;
    readonly baseline: number;
    readonly scenario: number;
  }[];
};

/** What a scenario changes, as data. */
export function scenarioJson(ran: Ran, states: readonly FlowState[]): Answer {
  const { levers, model, snapshot, simulated, asOf, known, months, seed, draws, goals = [] } = ran;
  const stocks = stocksJson(ran.stocks);
  return {
    assumes: [...levers],
    says: sayScenario(stocks, levers.length, draws > 0),
    origin: { snapshot, simulated, asOf, known, model, months, draws, seed },
    stocks,
    places: [
      ...groupsOf(states).map(({ id, label, kind }) => ({ id, label, kind })),
      { id: OUTSIDE, label: outside, kind: "outside" as const },
    ],
    streams: ran.flows.filter(({ baseline, scenario }) => baseline >= 1 || scenario >= 1).map((one) => ({ ...one })),
    goals: goals.map(({ goal, part, label, baseline, scenario }) => ({
      ...{ goal, part, label, baseline: chanceJson(baseline), scenario: chanceJson(scenario) },
    })),
  };
}

/** Each stock as it is in the last month, with its course. */
function stocksJson(all: readonly Stock[]): Answer["stocks"] {
  return [...Map.groupBy(all, ({ id }) => id).values()].map((course) => {
    const { id, label, unit, month, baseline, scenario, difference } = course[course.length - 1];
    return {
      ...{ id, label, unit, period: month, baseline, scenario, difference },
      course: course.map((one) => ({ period: one.month, baseline: one.baseline, scenario: one.scenario })),
    };
  });
}

const outside: Text = { da: "Udefra eller ikke fulgt", en: "Outside or not followed" };

/** All benefits together, and the one that changes most; that nothing changes, where nothing does. */
function sayScenario(stocks: Answer["stocks"], levers: number, isDrawn: boolean): Text {
  const benefits = stocks.filter(({ unit }) => unit === "full-time-persons");
  const [last] = benefits;
  const moved = benefits.filter(({ difference: { mean } }) => Math.abs(mean) >= 0.5);
  if (last === undefined || moved.length === 0) return levers === 0 ? words.none : words.noEffect;
  const total = benefits.reduce((sum, { difference }) => sum + difference.mean, 0);
  const [most] = moved.toSorted((a, b) => Math.abs(b.difference.mean) - Math.abs(a.difference.mean));
  const change = (value: number) => inBoth((language) => writeNumber(value, { language, decimals: 0, sign: true }));
  return fill(isDrawn ? words.moved : words.expected, {
    ...{ total: change(total), benefit: most.label, most: change(most.difference.mean) },
    ...{ low: change(most.difference.lo95), high: change(most.difference.hi95) },
    to: inBoth((language) => sayPeriod(parsePeriod(last.period), language)),
  });
}

function inBoth(write: (language: "da" | "en") => string): Text {
  return { da: write("da"), en: write("en") };
}

const words = {
  none: { da: "Ingen ændring: intet håndtag er drejet.", en: "No change: no lever is turned." },
  noEffect: {
    da: "Ingen ændring, der kan ses: håndtagene flytter under en halv fuldtidsperson.",
    en: "No change to be seen: the levers move less than half a full-time person.",
  },
  expected: {
    da: "Scenariet ændrer antallet på offentlig forsørgelse med {total} fuldtidspersoner i {to}. Mest flytter {benefit}: {most}.",
    en: "The scenario changes the number on public support by {total} full-time persons in {to}. {benefit} moves most: {most}.",
  },
  moved: {
    da: "Scenariet ændrer antallet på offentlig forsørgelse med {total} fuldtidspersoner i {to}. Mest flytter {benefit}: {most} ({low} til {high} i 95 af 100 tilfælde).",
    en: "The scenario changes the number on public support by {total} full-time persons in {to}. {benefit} moves most: {most} ({low} to {high} in 95 of 100 cases).",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A kept scenario as data. */
export function keptScenarioJson({
  id,
  title,
  levers,
  by,
  at,
}: {
  readonly id: string;
  readonly title: Text;
  readonly levers: readonly unknown[];
  readonly by: string;
  readonly at: string;
}): z.input<typeof listScenarios.answer>["scenarios"][number] {
  return { id, title, levers: levers.map((one) => writtenLever.parse(one)), by, at };
}
