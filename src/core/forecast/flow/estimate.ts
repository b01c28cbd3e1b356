import { addToMonth } from "../../calendar/month.ts";
import { type Chances, chancesOf, type Exposure, exposureOf } from "./chances.ts";
import type { Arrivals, Exits, Flows } from "./flows.ts";
import { type Counts, followLevels } from "./follow-level.ts";
import type { FlowModel, FlowParameters } from "./model.ts";
import { arrivalAt, exitAt, type Observed, stockAt } from "./observed.ts";
import { type Season, seasonOf } from "./season.ts";

/**
 * Estimates how people flow from what was seen until a month: the number of months seen, so that a forecast of the past
 * knows nothing of what came after.
 */
export function estimate(observed: Observed, model: FlowModel, until = observed.months): Flows {
  const { states, shape, first } = observed;
  const size = states.length * shape.durations * shape.ages;
  return {
    ...{ states, shape },
    month: addToMonth(first, until - 1),
    changes: model.changes,
    stocks: Float64Array.from(observed.stocks.subarray((until - 1) * size, until * size)),
    exits: exitsOf(observed, model, until),
    arrivals: arrivalsOf(observed, model, until),
  };
}

function exitsOf(observed: Observed, model: FlowParameters, until: number): Exits[] {
  const { states, shape, first } = observed;
  const exposures = states.map((_, state) => exposureOf(observed, state, until, model.halfLife));
  const chances = exposures.map((one) => chancesOf(one, shape.bands, model.lentExits));
  const plain = states.map((_, state) => exitCounts(observed, state, until, exposures[state], chances[state]));
  const month = addToMonth(first, 1);
  const seasons = plain.map(({ seen, expected }) => seasonOf(seen, expected, month));
  const levels = followLevels(
    plain.map((counts, state) => inSeason(counts, seasons[state], month)),
    model,
  );
  return states.map((_, state) => ({
    destinations: exposures[state].destinations,
    ...chances[state],
    season: seasons[state],
    level: levels[state],
  }));
}

/** How many left a state in each month, and how many would have at its chances. */
function exitCounts(
  observed: Observed,
  state: number,
  until: number,
  { destinations }: Exposure,
  { chances }: Chances,
): Counts {
  const { bands, ages, durations, bandOf } = observed.shape;
  const ways = destinations.length;
  const [seen, expected] = [new Float64Array(until - 1), new Float64Array(until - 1)];
  for (let t = 1; t < until; t++) {
    if (observed.leftOut.has(t)) continue;
    for (const to of destinations) {
      const at = exitAt(observed, t, state, to, 0);
      for (let k = at; k < at + bands * ages; k++) seen[t - 1] += observed.exits[k];
    }
    for (let d = 0; d < durations; d++)
      for (let a = 0; a < ages; a++) {
        const persons = observed.stocks[stockAt(observed, t - 1, state, d, a)];
        if (persons === 0) continue;
        const at = (bandOf[d] * ages + a) * ways;
        for (let k = at; k < at + ways; k++) expected[t - 1] += persons * chances[k];
      }
  }
  return { seen, expected };
}

function arrivalsOf(observed: Observed, model: FlowParameters, until: number): Arrivals[] {
  const { states, shape } = observed;
  // Who came back in the first months may have left just before them, and looks as if from outside.
  const from = Math.min(shape.followed, until - 13) + 1;
  const month = addToMonth(observed.first, from);
  const counts = states.map((_, state) => arrivalCounts(observed, state, from, until, model.halfLife));
  const seasons = counts.map(({ seen, expected }) => seasonOf(seen, expected, month));
  const levels = followLevels(
    counts.map((one, state) => inSeason(one, seasons[state], month)),
    model,
  );
  return counts.map(({ perMonth, ages }, state) => ({ perMonth, ages, season: seasons[state], level: levels[state] }));
}

function arrivalCounts(observed: Observed, state: number, from: number, until: number, halfLife: number) {
  const { ages } = observed.shape;
  const seen = new Float64Array(until - from);
  const byAge = new Float64Array(ages);
  let [sum, weights] = [0, 0];
  for (let t = from; t < until; t++) {
    if (observed.leftOut.has(t)) continue;
    const weight = 0.5 ** ((until - 1 - t) / halfLife);
    const at = arrivalAt(observed, t, state);
    for (let a = 0; a < ages; a++) {
      seen[t - from] += observed.arrivals[at + a];
      byAge[a] += weight * observed.arrivals[at + a];
    }
    sum += weight * seen[t - from];
    weights += weight;
  }
  const perMonth = sum / weights;
  return {
    ...{ seen, perMonth, expected: seen.map((_, k) => (observed.leftOut.has(from + k) ? 0 : perMonth)) },
    ages: sum === 0 ? byAge.fill(1 / ages) : byAge.map((one) => one / sum),
  };
}

function inSeason({ seen, expected }: Counts, { factors }: Season, first: number): Counts {
  return { seen, expected: expected.map((one, t) => one * factors[(first + t) % 12]) };
}
