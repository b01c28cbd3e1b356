import { z } from "zod";
import { addDays, type Day } from "../../calendar/day.ts";
import { firstDayAfter, type Month, monthOf } from "../../calendar/month.ts";
import { code, day, text } from "../../format/scalars.ts";
import type { Text } from "../../text/text.ts";
import type { Change } from "./change.ts";
import type { FlowState } from "./states.ts";

/** A change of law: benefits that go on as another, and benefits nobody new can get. */
export type DatedChange = {
  readonly on: Day;
  /** From this day it was known. */
  readonly adopted: Day;
  /** The benefit each goes on as. */
  readonly replaced: ReadonlyMap<string, string>;
  readonly closed: readonly string[];
  readonly text: Text;
  readonly source: string;
};

/** The data file of changes of law, the earliest first. */
export const changeFile = z.strictObject({
  changes: z.array(
    z
      .strictObject({
        on: day,
        adopted: day.optional(),
        replaced: z.record(code, code).default({}),
        closed: z.array(code).default([]),
        text,
        source: z.string(),
      })
      .transform(
        ({ adopted, replaced, ...rest }): DatedChange => ({
          ...{ ...rest, adopted: adopted ?? rest.on },
          replaced: new Map(Object.entries(replaced)),
        }),
      ),
  ),
});

/** Which benefit each replaced one is read as at the end of a month: the past is told in the benefits in force then. */
export function replacedBy(changes: readonly DatedChange[], last: Month): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { replaced } of changes.filter(({ on }) => on < firstDayAfter(last)))
    for (const [old, by] of replaced) {
      for (const [older, former] of found) if (former === old) found.set(older, by);
      found.set(old, by);
    }
  return found;
}

/** The months whose moves are unlike others. */
export function monthsOfChange(changes: readonly DatedChange[]): ReadonlySet<Month> {
  return new Set(changes.map(({ on }) => monthOf(on)));
}

/** The changes there are, and the last month known. */
type Now = { readonly changes: readonly DatedChange[]; readonly states: readonly FlowState[]; readonly month: Month };

/** A month in which something changes by law, and whether people are moved at its beginning. */
export type Lawful = { readonly change: Change; readonly moves: boolean };

/**
 * What the law changes in a coming month, seen from the end of the last known one: what was adopted by then. Replaced
 * benefits are moved in the month they are replaced, and closed from then on.
 */
export function changeByLaw({ changes, states, month: known }: Now, month: Month): Lawful | undefined {
  const lastDay = addDays(firstDayAfter(known), -1);
  const inForce = changes.filter(({ on, adopted }) => adopted <= lastDay && monthOf(on) <= month);
  const coming = inForce.filter(({ on }) => on > lastDay);
  if (inForce.length === 0) return undefined;
  const moved = coming.flatMap(({ on, replaced }) =>
    monthOf(on) === month ? routesOf(states, replaced).map((one) => ({ ...one, share: 1 })) : [],
  );
  const closed = inForce.flatMap((one) =>
    states.flatMap(({ id, benefit = "" }) => (one.closed.includes(benefit) ? [{ state: id }] : [])),
  );
  const led = coming.flatMap(({ replaced }) => routesOf(states, replaced).map(({ from, to }) => ({ state: from, to })));
  if (moved.length + closed.length + led.length === 0) return undefined;
  return { change: { moved, closed: [...closed, ...led] }, moves: moved.length > 0 };
}

/** The state that each state of a replaced benefit goes on as: the one of the same visitation, else the one of the rest. */
function routesOf(states: readonly FlowState[], replaced: ReadonlyMap<string, string>) {
  return states.flatMap(({ id, benefit = "", visitation }) => {
    const targets = states.filter((one) => one.benefit !== undefined && one.benefit === replaced.get(benefit));
    const alike = targets.find((one) => one.visitation.join() === visitation.join());
    const target = alike ?? targets.find((one) => one.visitation.length === 0) ?? targets[0];
    return target === undefined ? [] : [{ from: id, to: target.id }];
  });
}
