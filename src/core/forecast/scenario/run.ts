import { addToMonth, type Month } from "../../calendar/month.ts";
import { isSmall } from "../../figures/suppress.ts";
import type { Text } from "../../text/text.ts";
import type { Flows } from "../flow/flows.ts";
import { type Projection, type ProjectionAsked, project } from "../flow/project.ts";
import { expectedOf } from "../goals/expected.ts";
import type { Expected } from "../series/forecast.ts";
import { changesOf } from "./changes.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { Scenario } from "./scenario.ts";

/** How far, how often and from which seed, and below how many people nothing is shown. */
export type ScenarioAsked = Omit<ProjectionAsked, "changes"> & { readonly limit: number };

/** What a scenario makes of the coming months, beside what is expected without it. */
export type ScenarioResult = {
  /** The last month known. */
  readonly known: Month;
  readonly stocks: readonly ScenarioStock[];
  readonly flows: readonly ScenarioFlow[];
};

/** People on a benefit, or supporting themselves in a way, at the end of a month. */
export type ScenarioStock = {
  readonly id: string;
  readonly label: Text;
  readonly kind: Group["kind"];
  readonly month: Month;
  readonly baseline: Expected;
  readonly scenario: Expected;
  /** What the scenario adds: its interval is that of the difference, the same chance meeting both. */
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

/** A scenario's futures, and those without it. */
export type Futures = { readonly baseline: Projection; readonly scenario: Projection };

/**
 * Lets people flow with and without a scenario, from the same seed: in each future the same chance meets both, so that what
 * differs is the scenario's doing.
 *
 * @returns undefined when it was cancelled
 * @throws BrokenInput as `project`
 */
export function futuresOf(flows: Flows, scenario: Pick<Scenario, "levers">, asked: ScenarioAsked): Futures | undefined {
  const { horizon, seed, onProgress } = asked;
  const half = (begun: number) => ({ ...asked, onProgress: (share: number) => onProgress?.(begun + share / 2) });
  const baseline = project(flows, half(0));
  const changes = changesOf(scenario, { flows, horizon, seed });
  const changed = baseline && project(flows, { ...half(0.5), changes });
  return changed && { baseline, scenario: changed };
}

/** What two futures say of each benefit and month, and what goes between them. Groups that few are in now are left out. */
export function compareFutures({ baseline, scenario }: Futures, limit: number): ScenarioResult {
  const groups = groupsOf(baseline.states);
  const shown = groups.filter(
    ({ kind, states }) => kind !== "out" && !isSmall(Math.round(stockAt(baseline, 0, states)), limit),
  );
  const stocks = shown.flatMap(({ id, label, kind, states }) =>
    baseline.months.map((month, h): ScenarioStock => {
      const [without, by] = [baseline, scenario].map((one) => drawnStocks(one, h + 1, states));
      const difference = by.map((people, draw) => people - without[draw]);
      return {
        ...{ id, label, kind, month },
        ...{ baseline: expectedOf(without), scenario: expectedOf(by), difference: expectedOf(difference) },
      };
    }),
  );
  return { known: knownMonth(baseline), stocks, flows: flowsBetween({ baseline, scenario }, groups) };
}

function knownMonth({ months: [first] }: Projection): Month {
  return addToMonth(first, -1);
}

/** The expected people in some states after so many months. */
function stockAt({ stocks, states }: Projection, h: number, some: readonly number[]): number {
  return some.reduce((sum, state) => sum + stocks[h * states.length + state], 0);
}

/** The people in some states after so many months in every future; the expected ones where none is drawn. */
function drawnStocks(projection: Projection, h: number, some: readonly number[]): number[] {
  const { draws, months, states, paths } = projection;
  if (draws === 0) return [stockAt(projection, h, some)];
  return Array.from({ length: draws }, (_, draw) => {
    const at = (draw * (months.length + 1) + h) * states.length;
    return some.reduce((sum, state) => sum + paths[at + state], 0);
  });
}

function flowsBetween({ baseline, scenario }: Futures, groups: readonly Group[]): ScenarioFlow[] {
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
