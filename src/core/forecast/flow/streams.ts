import { isSmall } from "../../figures/suppress.ts";
import { type Group, groupsOf } from "../scenario/groups.ts";
import { OUTSIDE } from "../scenario/run.ts";
import { arrivalAt, exitAt, type Observed } from "./observed.ts";
import type { Projection } from "./project.ts";
import type { FlowState } from "./states.ts";

/** People who go from one group of states to another within a span: benefits, and what is none. */
export type Stream = { readonly from: string; readonly to: string; readonly persons: number };

/** The streams of a span, the largest first, and how many are too small to show. */
export type Streams = { readonly streams: readonly Stream[]; readonly hidden: number };

/**
 * Who went from where to where in the months `from` to `until` − 1 of those seen. Only streams with a benefit at an end
 * are told; those of fewer people than the limit are counted, not shown.
 */
export function streamsSeen(observed: Observed, from: number, until: number, limit: number): Streams {
  const { states, shape } = observed;
  const account = accountOf(states);
  const size = shape.bands * shape.ages;
  for (let t = from; t < until; t++)
    for (let state = 0; state < states.length; state++) {
      for (let to = 0; to < states.length; to++)
        account.add(state, to, sum(observed.exits, exitAt(observed, t, state, to, 0), size));
      account.add(states.length, state, sum(observed.arrivals, arrivalAt(observed, t, state), shape.ages));
    }
  return account.shown((persons) => !isSmall(persons, limit));
}

/** Who is expected to go from where to where in the first coming months; streams of less than one person are left out. */
export function streamsExpected({ states, flows, months }: Projection, ahead: number): Streams {
  const account = accountOf(states);
  const nodes = states.length + 1;
  for (let h = 0; h < Math.min(ahead, months.length); h++)
    for (let from = 0; from < nodes; from++)
      for (let to = 0; to < nodes; to++) account.add(from, to, flows[(h * nodes + from) * nodes + to]);
  return account.shown((persons) => persons >= 1);
}

/** People added up by the groups of the states they left and reached. */
function accountOf(states: readonly FlowState[]) {
  const groups = groupsOf(states);
  const groupOf = new Map(groups.flatMap((group) => group.states.map((state) => [state, group] as const)));
  const sums = new Map<string, Stream>();
  return {
    add: (from: number, to: number, persons: number) => {
      const [a, b] = [groupOf.get(from), groupOf.get(to)];
      if (persons === 0 || a === b || !(isBenefit(a) || isBenefit(b))) return;
      const stream = { from: a?.id ?? OUTSIDE, to: b?.id ?? OUTSIDE };
      const key = `${stream.from} ${stream.to}`;
      sums.set(key, { ...stream, persons: (sums.get(key)?.persons ?? 0) + persons });
    },
    shown: (isShown: (persons: number) => boolean): Streams => {
      const all = [...sums.values()];
      const streams = all.filter(({ persons }) => isShown(persons)).toSorted((a, b) => b.persons - a.persons);
      return { streams, hidden: all.length - streams.length };
    },
  };
}

function isBenefit(group: Group | undefined): boolean {
  return group?.kind === "benefit";
}

function sum(numbers: Uint16Array | Uint32Array, from: number, count: number): number {
  let all = 0;
  for (let i = from; i < from + count; i++) all += numbers[i];
  return all;
}
