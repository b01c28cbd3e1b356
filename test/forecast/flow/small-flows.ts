import { parseMonth } from "#core/calendar/month.ts";
import { cellOf, type FlowShape, type Flows } from "#core/forecast/flow/flows.ts";
import { type Level, steady } from "#core/forecast/flow/level.ts";
import { evenSeason } from "#core/forecast/flow/season.ts";
import type { FlowState } from "#core/forecast/flow/states.ts";

const shape: FlowShape = {
  ...{ durations: 4, ages: 2, bandOf: Int32Array.of(0, 1, 1, 2), bands: 3 },
  ...{ ageing: Float64Array.of(1 / 120, 0), followed: 3 },
};
const state = (id: string, kind: FlowState["kind"]): FlowState => ({
  ...{ id, kind, label: { da: id, en: id }, visitation: [], status: [] },
});
export const states = [
  state("dagpenge", "benefit"),
  state("sygedagpenge", "benefit"),
  state("arbejde", "own"),
  state("doed", "out"),
];
const wandering: Level = { ways: [{ weight: 1, mean: 0.1, variance: 0.01, stays: 0.95, steps: 0.002, extra: 0.01 }] };

/** Two benefits, work and death; from each benefit to the others, from work back. */
export function flowsWith(chance: number, perMonth: number): Flows {
  const ways = [[1, 2, 3], [0, 2, 4], [0], []];
  const stocks = new Float64Array(states.length * shape.durations * shape.ages);
  for (const one of [0, 1, 2])
    for (let d = 0; d < 3; d++) stocks.fill(20 + one, cellOf(shape, one, d, 0), cellOf(shape, one, d, 2));
  return {
    ...{ states, shape, stocks, month: parseMonth("2018-12"), changes: [] },
    exits: ways.map((to) => ({
      destinations: Int32Array.from(to),
      chances: Float64Array.from({ length: shape.bands * shape.ages * to.length }, (_, i) => chance / (1 + (i % 5))),
      ...{ season: evenSeason, level: wandering },
      behindBands: new Float64Array(shape.bands).fill(50),
      behindDestinations: new Float64Array(to.length).fill(80),
    })),
    arrivals: states.map(({ kind }) => ({
      ...{
        perMonth: kind === "benefit" ? perMonth : 0,
        season: evenSeason,
        level: kind === "benefit" ? wandering : steady,
      },
      ages: Float64Array.of(0.6, 0.4),
    })),
  };
}
