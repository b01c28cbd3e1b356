import type { Flows } from "./flows.ts";
import { alteredMonths, expectedConditions, monthsAhead, type ProjectionAsked } from "./project.ts";
import { RESTS, RUNGS } from "./rung.ts";
import { roomFor, step } from "./step.ts";

/**
 * The people expected in each state at the end of each month by months with a benefit so far, the last known month first:
 * `persons[(h * states + state) * RUNGS + rung]`. Summed over the rungs they are what `project` expects. In the coming
 * months the count starts over after twelve months in one way of supporting oneself.
 *
 * @param rungs who stood on which rung at the end of the last known month, by rung and cell
 */
export function expectedByRung(
  flows: Flows,
  rungs: readonly Float64Array[],
  asked: Pick<ProjectionAsked, "horizon"> & { readonly changes?: Parameters<typeof alteredMonths>[1] },
): Float64Array {
  const { horizon, changes = [] } = asked;
  const states = flows.states.length;
  const months = monthsAhead(flows, horizon);
  const how = expectedConditions(flows, months);
  const room = roomFor(flows);
  const persons = new Float64Array((horizon + 1) * states * RUNGS);
  let layers: readonly Float64Array[] = rungs;
  countInto(persons, flows, layers, 0);
  for (const [h, altered] of alteredMonths(flows, changes, horizon).entries()) {
    const stocks = layers.map((layer) => stocksOf(flows, layer));
    const nobody = new Float64Array(states);
    const moved = layers.map((layer, rung) => {
      // Nobody comes from outside to a higher rung, and of those who are moved each rung gives its part.
      const movers = altered.movers.map((one) => {
        const all = stocks.reduce((sum, own) => sum + own[one.from], 0);
        return { ...one, amount: all === 0 ? 0 : (one.amount * stocks[rung][one.from]) / all };
      });
      room.people.set(layer);
      step(flows, { ...altered, movers, ...(rung > 0 && { arrivals: nobody, extra: nobody }) }, how(h), room);
      return room.people.slice();
    });
    layers = climbed(flows, moved);
    countInto(persons, flows, layers, h + 1);
  }
  return persons;
}

/** Everybody with a benefit is a rung higher; who has long supported himself begins again. */
function climbed({ states, shape }: Flows, layers: readonly Float64Array[]): Float64Array[] {
  const next = layers.map((layer) => new Float64Array(layer.length));
  const { durations, ages } = shape;
  for (const [rung, layer] of layers.entries())
    for (let cell = 0; cell < layer.length; cell++) {
      const state = Math.floor(cell / (durations * ages));
      const duration = Math.floor(cell / ages) % durations;
      const isRested = states[state].kind === "own" && duration + 1 >= RESTS;
      const to = states[state].kind === "benefit" ? Math.min(rung + 1, RUNGS - 1) : isRested ? 0 : rung;
      next[to][cell] += layer[cell];
    }
  return next;
}

function stocksOf({ states, shape }: Flows, layer: Float64Array): Float64Array {
  const size = shape.durations * shape.ages;
  return Float64Array.from(states, (_, state) =>
    layer.subarray(state * size, (state + 1) * size).reduce((sum, one) => sum + one, 0),
  );
}

function countInto(persons: Float64Array, flows: Flows, layers: readonly Float64Array[], h: number): void {
  const states = flows.states.length;
  for (const [rung, layer] of layers.entries())
    for (const [state, count] of stocksOf(flows, layer).entries()) persons[(h * states + state) * RUNGS + rung] = count;
}
