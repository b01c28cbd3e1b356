import { broken } from "../../faults/fault.ts";
import { didYouMean } from "../../text/nearest.ts";
import type { Change } from "./change.ts";
import { type Flows, outsideOf } from "./flows.ts";
import { numbersOf } from "./states.ts";

/** A change with numbers for states: how one coming month differs from an ordinary one. */
export type Altered = {
  /** A factor on the arrivals of each state. */
  readonly arrivals: Float64Array;
  /** A factor on each way out, state by state in the order of its destinations. */
  readonly exits: readonly Float64Array[];
  /** Persons who come besides. */
  readonly extra: Float64Array;
  readonly movers: readonly Move[];
  readonly moved: readonly Move[];
  /** Where those go who would come to a state: itself, another, or −1 when they stay where they are. */
  readonly leads: Int32Array;
};

/** So many persons, or such a share, from one state to another. */
export type Move = { readonly from: number; readonly to: number; readonly amount: number };

/**
 * Puts a change into numbers.
 *
 * @throws BrokenInput unknown-flow-state, invalid-value for a factor, a number of persons or a share that cannot be
 */
export function alter(flows: Flows, change: Change): Altered {
  const numbers = numbersOf(flows.states);
  const numberOf = (id: string) => numbers.get(id) ?? unknownState(id, numbers.keys());
  const altered = unaltered(flows);
  for (const { to, factor } of change.arrivals ?? []) altered.arrivals[numberOf(to)] *= checked(factor);
  for (const { from, to, factor } of change.exits ?? []) {
    const { destinations } = flows.exits[numberOf(from)];
    const wanted = to === undefined ? undefined : numberOf(to);
    for (const [k, destination] of destinations.entries())
      if (wanted === undefined || destination === wanted) altered.exits[numberOf(from)][k] *= checked(factor);
  }
  for (const { to, persons } of change.extra ?? []) altered.extra[numberOf(to)] += checked(persons);
  for (const { state, to } of change.closed ?? [])
    altered.leads[numberOf(state)] = to === undefined ? -1 : numberOf(to);
  const { leads } = altered;
  const move = (from: string, to: string, amount: number, most: number): Move => ({
    ...{ from: numberOf(from), to: numberOf(to), amount: checked(amount, most) },
  });
  return {
    ...altered,
    leads: leads.map((_, state) => endOfWay(leads, state)),
    movers: (change.movers ?? []).map(({ from, to, persons }) => move(from, to, persons, Number.MAX_VALUE)),
    moved: (change.moved ?? []).map(({ from, to, share }) => move(from, to, share, 1)),
  };
}

/** Where a way ends that leads on from one closed state to another; nowhere where it comes back to itself. */
function endOfWay(leads: Int32Array, state: number): number {
  let to = leads[state];
  for (let steps = 0; to >= 0 && leads[to] !== to; steps++) to = steps < leads.length ? leads[to] : -1;
  return to;
}

/** A month in which nothing is different. */
export function unaltered({ states, exits }: Flows): Altered {
  return {
    arrivals: new Float64Array(states.length).fill(1),
    exits: exits.map(({ destinations }) => new Float64Array(destinations.length).fill(1)),
    extra: new Float64Array(states.length),
    movers: [],
    moved: [],
    leads: Int32Array.from({ length: outsideOf({ states }) + 1 }, (_, state) => state),
  };
}

function checked(amount: number, most = Number.MAX_VALUE): number {
  if (amount >= 0 && amount <= most) return amount;
  throw broken("invalid-value", {
    value: amount,
    why: { da: "en faktor, et antal eller en andel kan ikke være sådan", en: "no factor, number or share can be that" },
  });
}

function unknownState(id: string, known: Iterable<string>): never {
  const all = [...known];
  const otherwise = { da: `Vælg en af: ${all.join(", ")}.`, en: `Choose one of: ${all.join(", ")}.` };
  throw broken("unknown-flow-state", { id, hint: didYouMean(id, all, otherwise) });
}
