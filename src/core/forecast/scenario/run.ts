import { addToMonth, type Month } from "../../calendar/month.ts";
import { isSmall } from "../../figures/suppress.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Text } from "../../text/text.ts";
import type { Flows } from "../flow/flows.ts";
import { type Projection, type ProjectionAsked, project } from "../flow/project.ts";
import type { SeenBenefit } from "../flow/see.ts";
import { conversionOf, futuresOf } from "../flow/unit.ts";
import { expectedOf } from "../goals/expected.ts";
import type { Expected } from "../series/forecast.ts";
import { changesOf } from "./changes.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { Scenario } from "./scenario.ts";

/** The same coming months with a scenario and without it: in each future the same chance meets both. */
export type Both = { readonly baseline: Projection; readonly scenario: Projection };

/** How far, how often and from which seed. */
export type ScenarioAsked = Omit<ProjectionAsked, "changes">;

/**
 * Lets people flow with and without a scenario, from the same seed, so that what differs is the scenario's doing.
 *
 * @returns undefined when it was cancelled
 * @throws BrokenInput as `project`
 */
export function runScenario(flows: Flows, scenario: Pick<Scenario, "levers">, asked: ScenarioAsked): Both | undefined {
  const { horizon, seed, onProgress } = asked;
  const half = (begun: number) => ({ ...asked, onProgress: (share: number) => onProgress?.(begun + share / 2) });
  const baseline = project(flows, half(0));
  const changes = changesOf(scenario, { flows, horizon, seed });
  const changed = baseline && project(flows, { ...half(0.5), changes });
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

/** The benefits seen in the register until the last month known, and below how many people one is left out. */
export type Comparing = { readonly benefits: readonly SeenBenefit[]; readonly seed: number; readonly limit: number };

/** What both ways say of each benefit and month, and who goes between them. */
export function compareWays(both: Both, comparing: Comparing): ScenarioResult {
  const groups = groupsOf(both.baseline.states);
  const stocks = groups.flatMap((group) => stocksOf(group, both, comparing));
  return { known: addToMonth(both.baseline.months[0], -1), stocks, flows: flowsBetween(both, groups) };
}

function stocksOf(group: Group, both: Both, { benefits, seed, limit }: Comparing): ScenarioStock[] {
  const { id, label, kind, states } = group;
  const seen = benefits.find(({ benefit }) => benefit === id);
  if (kind === "out" || (kind === "benefit" && seen === undefined)) return [];
  if (isSmall(Math.round(stockAt(both.baseline, 0, states)), limit)) return [];
  const drawn = (projection: Projection) => (seen ? fullTime(projection, seen, seed) : persons(projection, states));
  const [without, by] = [drawn(both.baseline), drawn(both.scenario)];
  return both.baseline.months.map((month, h): ScenarioStock => {
    const difference = by[h].map((people, draw) => people - without[h][draw]);
    return {
      ...{ id, label, month, unit: seen === undefined ? "persons" : "full-time-persons" },
      ...{ baseline: expectedOf(without[h]), scenario: expectedOf(by[h]), difference: expectedOf(difference) },
    };
  });
}

/** Full-time persons by month and future; the expected ones where no future is drawn. */
function fullTime(projection: Projection, seen: SeenBenefit, seed: number): number[][] {
  const { months, draws } = projection;
  const { expected, sampled } = futuresOf(projection, seen, conversionOf(seen, seen.fullTime.length), seed);
  return months.map((_, h) =>
    draws === 0 ? [expected[h]] : Array.from({ length: draws }, (_, draw) => sampled[draw * months.length + h]),
  );
}

/** People in some states at the end of each month, by month and future. */
function persons(projection: Projection, some: readonly number[]): number[][] {
  const { draws, months, states, paths } = projection;
  return months.map((_, h) => {
    if (draws === 0) return [stockAt(projection, h + 1, some)];
    return Array.from({ length: draws }, (_, draw) => {
      const at = (draw * (months.length + 1) + h + 1) * states.length;
      return some.reduce((sum, state) => sum + paths[at + state], 0);
    });
  });
}

/** The expected people in some states after so many months. */
function stockAt({ stocks, states }: Projection, h: number, some: readonly number[]): number {
  return some.reduce((sum, state) => sum + stocks[h * states.length + state], 0);
}

function flowsBetween({ baseline, scenario }: Both, groups: readonly Group[]): ScenarioFlow[] {
  const ends = [...groups, { id: OUTSIDE, states: [baseline.states.length] }];
  return ends.flatMap((from) =>
    ends.flatMap((to): ScenarioFlow[] => {
      const [without, by] = [baseline, scenario].map((one) => flowed(one, from.states, to.states));
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
