import { addToMonth, type Month } from "../../calendar/month.ts";
import { isSmall } from "../../figures/suppress.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Text } from "../../text/text.ts";
import { type ForeseenRegister, foresee, type Learnt } from "../flow/foresee.ts";
import type { Projection, ProjectionAsked } from "../flow/project.ts";
import { expectedAround } from "../goals/expected.ts";
import type { Expected } from "../series/forecast.ts";
import { changesOf } from "./changes.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { Levers } from "./levers.ts";

/** The same coming months with a scenario and without it: in each future the same chance meets both. */
export type Ways = { readonly baseline: ForeseenRegister; readonly scenario: ForeseenRegister };

/** How far, how often and from which seed. */
export type ScenarioAsked = Omit<ProjectionAsked, "changes">;

/**
 * Lets people flow with and without a scenario, from the same seed, so that what differs is the scenario's doing.
 *
 * @param without what was foreseen without it, of the same asking, where it is known already
 * @returns undefined when it was cancelled
 * @throws BrokenInput as `project`
 */
export function runScenario(
  learnt: Learnt,
  scenario: Levers,
  asked: ScenarioAsked,
  without?: ForeseenRegister,
): Ways | undefined {
  const { horizon, seed, onProgress } = asked;
  const half = (begun: number) => ({ ...asked, onProgress: (share: number) => onProgress?.(begun + share / 2) });
  const baseline = without ?? foresee(learnt, half(0));
  const changes = changesOf(scenario, { flows: learnt.flows, horizon, seed });
  const changed = baseline && foresee(learnt, { ...half(0.5), changes }, baseline);
  return changed && { baseline, scenario: changed };
}

/** What a scenario makes of the coming months, beside what is expected without it. */
export type ScenarioResult = {
  /** The last month known. */
  readonly known: Month;
  readonly stocks: readonly ScenarioStock[];
  readonly flows: readonly ScenarioFlow[];
};

/** Full-time persons of a benefit in a month; or people who support themselves in a way, at its end. */
export type ScenarioStock = {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly month: Month;
  readonly baseline: Expected;
  readonly scenario: Expected;
  /** What the scenario adds, with the interval of the difference itself. */
  readonly difference: Expected;
};

/** People expected to go from one place to another within all the months together; `outside` is whoever is not followed. */
export type ScenarioFlow = {
  readonly from: string;
  readonly to: string;
  readonly baseline: number;
  readonly scenario: number;
};

export const OUTSIDE = "outside";

/**
 * What both ways say of each benefit and month, and who goes between them. A benefit that few are on now is left out, and
 * one that nobody is on and few are expected on either way.
 *
 * @param never benefits that nobody was seen to leave: nothing is said of them
 */
export function compareWays(ways: Ways, limit: number, never: readonly string[] = []): ScenarioResult {
  const { projection, months } = ways.baseline;
  const groups = groupsOf(projection.states);
  const stocks = groups.flatMap((group) => {
    if (never.includes(group.id)) return [];
    const now = Math.round(stockAt(projection, 0, group.states));
    const rows = isSmall(now, limit) ? [] : stocksOf(group, ways);
    const most = Math.max(now, ...rows.flatMap(({ baseline, scenario }) => [baseline.mean, scenario.mean]));
    return most < limit ? [] : rows;
  });
  return { known: addToMonth(months[0], -1), stocks, flows: flowsBetween(ways, groups) };
}

/** A figure in the coming months: what is expected of each, and what it is in each future. */
type Course = {
  readonly unit: Unit;
  readonly expected: readonly Expected[];
  readonly drawn: readonly (readonly number[])[];
};

function stocksOf(group: Group, { baseline, scenario }: Ways): ScenarioStock[] {
  const [without, by] = [courseOf(group, baseline), courseOf(group, scenario)];
  if (without === undefined || by === undefined) return [];
  const { id, label } = group;
  return baseline.months.map((month, h): ScenarioStock => {
    const [expected, changed] = [without.expected[h], by.expected[h]];
    const difference = by.drawn[h].map((people, draw) => people - without.drawn[h][draw]);
    return {
      ...{ id, label, month, unit: by.unit, baseline: expected, scenario: changed },
      difference: expectedAround(changed.mean - expected.mean, difference),
    };
  });
}

/** Full-time persons of a benefit, people who support themselves; of a benefit not seen, and of who is gone, nothing. */
function courseOf({ id, kind, states }: Group, { months, benefits, projection }: ForeseenRegister): Course | undefined {
  const { draws } = projection;
  if (kind === "own") {
    const drawn = months.map((_, h) =>
      Array.from({ length: draws }, (_, draw) => drawnAt(projection, draw, h + 1, states)),
    );
    const expected = drawn.map((people, h) => expectedAround(stockAt(projection, h + 1, states), people));
    return { unit: "persons", expected, drawn };
  }
  const seen = benefits.find(({ benefit }) => benefit === id);
  if (seen === undefined) return undefined;
  const drawn = months.map((_, h) =>
    Array.from({ length: draws }, (_, draw) => seen.sampled[draw * months.length + h]),
  );
  return { unit: "full-time-persons", expected: seen.expected, drawn };
}

/** The expected people in some states after so many months. */
function stockAt({ stocks, states }: Projection, h: number, some: readonly number[]): number {
  return some.reduce((sum, state) => sum + stocks[h * states.length + state], 0);
}

/** The people in some states of a future after so many months. */
function drawnAt({ months, states, paths }: Projection, draw: number, h: number, some: readonly number[]): number {
  const at = (draw * (months.length + 1) + h) * states.length;
  return some.reduce((sum, state) => sum + paths[at + state], 0);
}

function flowsBetween({ baseline, scenario }: Ways, groups: readonly Group[]): ScenarioFlow[] {
  const ends = [...groups, { id: OUTSIDE, states: [baseline.projection.states.length] }];
  return ends.flatMap((from) =>
    ends.flatMap((to): ScenarioFlow[] => {
      const [without, by] = [baseline, scenario].map((one) => flowed(one.projection, from.states, to.states));
      return from === to || (without === 0 && by === 0)
        ? []
        : [{ from: from.id, to: to.id, baseline: without, scenario: by }];
    }),
  );
}

function flowed({ flows, months, states }: Projection, from: readonly number[], to: readonly number[]): number {
  const ends = states.length + 1;
  let people = 0;
  for (let h = 0; h < months.length; h++)
    for (const one of from) for (const other of to) people += flows[(h * ends + one) * ends + other];
  return people;
}
