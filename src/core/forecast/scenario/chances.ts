import { cellOf, type Flows } from "../flow/flows.ts";
import type { FlowState } from "../flow/states.ts";

/** A factor on leaving a state: for some destinations. */
export type ExitFactor = { readonly to: readonly string[]; readonly factor: number };

/** How many people are in some states at the end of the last known month. */
export function stockOf(flows: Flows, states: readonly FlowState[]): number {
  const ids = new Set(states.map(({ id }) => id));
  const size = flows.shape.durations * flows.shape.ages;
  return flows.states.reduce((sum, { id }, state) => {
    if (!ids.has(id)) return sum;
    return sum + flows.stocks.subarray(state * size, (state + 1) * size).reduce((all, one) => all + one, 0);
  }, 0);
}

/**
 * The share of a state's people that would leave it in an ordinary month if nobody could leave but once: above 1 where the
 * factors are too large. Of an empty state 0.
 */
export function monthlyChance(flows: Flows, id: string, factors: readonly ExitFactor[]): number {
  const { states, shape, stocks, exits } = flows;
  const state = states.findIndex((one) => one.id === id);
  const { destinations, chances } = exits[state];
  const turned = Float64Array.from(destinations, (to) => factorOf(states[to]?.id, factors));
  let [people, leaving] = [0, 0];
  for (let d = 0; d < shape.durations; d++)
    for (let a = 0; a < shape.ages; a++) {
      const persons = stocks[cellOf(shape, state, d, a)];
      people += persons;
      const at = (shape.bandOf[d] * shape.ages + a) * destinations.length;
      for (const [k, factor] of turned.entries()) leaving += persons * chances[at + k] * factor;
    }
  return people === 0 ? 0 : leaving / people;
}

function factorOf(to: string | undefined, factors: readonly ExitFactor[]): number {
  return factors
    .filter((one) => to !== undefined && one.to.includes(to))
    .reduce((product, { factor }) => product * factor, 1);
}
