import fc from "fast-check";
import { parseMonth } from "#core/calendar/month.ts";
import type { Exits, FlowShape, Flows } from "#core/forecast/flow/flows.ts";
import type { Learnt } from "#core/forecast/flow/foresee.ts";
import type { Level } from "#core/forecast/flow/level.ts";
import { startObserved } from "#core/forecast/flow/observed.ts";
import { evenSeason } from "#core/forecast/flow/season.ts";
import type { FlowState } from "#core/forecast/flow/states.ts";
import { groupsOf } from "#core/forecast/scenario/groups.ts";

const state = (
  id: string,
  kind: FlowState["kind"],
  benefit?: string,
  visitation: readonly string[] = [],
): FlowState => ({
  ...{ id, kind, visitation, status: [], label: { da: id, en: id } },
  ...(benefit !== undefined && { benefit }),
});

/** A small town's states. */
export const states: readonly FlowState[] = [
  state("dagpenge", "benefit", "dagpenge"),
  state("kontanthjaelp-jobparat", "benefit", "kontanthjaelp", ["jobparat"]),
  state("kontanthjaelp-aktivitetsparat", "benefit", "kontanthjaelp", ["aktivitetsparat"]),
  state("uddannelseshjaelp-aktivitetsparat", "benefit", "uddannelseshjaelp", ["aktivitetsparat"]),
  state("uddannelse", "own"),
  state("arbejde", "own"),
  state("doed", "out"),
];

const shape: FlowShape = {
  ...{ durations: 6, ages: 2, bands: 2, followed: 5 },
  bandOf: Int32Array.from([0, 0, 1, 1, 1, 1]),
  ageing: Float64Array.from([0.01, 0]),
};

const wandering: Level = {
  ways: [{ weight: 1, mean: 0.05, variance: 0.01, stays: 0.9, steps: 0.004, extra: 0.01 }],
};

/** Flows of the town made of numbers from 0 to 1, used over and over: who is where, how likely each is to go on, who comes. */
export function flowsOf(numbers: readonly number[]): Flows {
  let used = 0;
  const next = () => numbers[used++ % numbers.length];
  const cells = states.length * shape.durations * shape.ages;
  const exits = states.map((from): Exits => {
    const ways = from.kind === "out" ? [] : [...states.keys()].filter((to) => states[to] !== from);
    return {
      destinations: Int32Array.from(ways),
      chances: Float64Array.from({ length: shape.bands * shape.ages * ways.length }, () => 0.06 * next()),
      ...{ season: evenSeason, level: wandering },
      behindBands: new Float64Array(shape.bands).fill(50),
      behindDestinations: new Float64Array(ways.length).fill(50),
    };
  });
  return {
    ...{ states, shape, exits, month: parseMonth("2026-12"), changes: [] },
    stocks: Float64Array.from({ length: cells }, () => Math.round(40 * next())),
    arrivals: states.map(({ kind }) => ({
      perMonth: kind === "benefit" ? 30 * next() : 0,
      ...{ season: evenSeason, level: wandering, ages: Float64Array.from([0.4, 0.6]) },
    })),
  };
}

/** The town as learnt from months nobody remembers: everybody counts in full. */
export function learntOf(flows: Flows): Learnt {
  const benefits = groupsOf(states)
    .filter(({ kind }) => kind === "benefit")
    .map(({ id, states: own }) => ({
      benefit: id,
      states: own,
      fullTime: new Float64Array(),
      persons: new Float64Array(),
    }));
  const seen = { benefits, observed: startObserved({ states, changes: [] }, shape, flows.month, 0) };
  return { flows, seen, trials: [], trust: { methodOf: () => "flow", width: 1, strayOf: () => 0 } };
}

export const someNumbers = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 });

const benefit = fc.constantFrom("dagpenge", "kontanthjaelp", "kontanthjaelp-jobparat", "uddannelseshjaelp");
const by = fc.integer({ min: -100, max: 100 }).map((percent) => `${percent < 0 ? "" : "+"}${percent} %`);
const month = fc.integer({ min: 1, max: 9 }).map((number) => `2027-0${number}`);
const optional = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }));

/** Levers as they are written in a file. */
export const writtenLever: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.oneof(
  fc
    .tuple(benefit, by, optional("from", month))
    .map(([on, much, from]) => ({ lever: "inflow", benefit: on, by: much, ...from })),
  fc
    .tuple(
      benefit,
      by,
      optional("destination", fc.constantFrom("arbejde", "kontanthjaelp", "uddannelse")),
      optional("until", month),
    )
    .filter(([on, , to]) => !("destination" in to && to.destination === on))
    .map(([on, much, to, until]) => ({ lever: "exits", benefit: on, by: much, ...to, ...until })),
  fc.tuple(benefit, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 })).map(([on, places, high]) => ({
    ...{ lever: "places", offer: "virksomhedspraktik", benefit: on, places: `${places}` },
    effect: { by: "+0 %", low: "-20 %", high: `+${high} %`, assumption: { da: "Et skøn", en: "A guess" } },
  })),
  fc.tuple(fc.integer({ min: 0, max: 300 }), month).map(([persons, on]) => ({
    ...{ lever: "closing", benefit: "dagpenge", persons: `${persons}`, on: `${on}-15` },
  })),
  fc.tuple(fc.integer({ min: 0, max: 100 }), month).map(([share, on]) => ({
    ...{ lever: "rule", benefit: "uddannelseshjaelp", to: "kontanthjaelp", share: `${share} %`, on: `${on}-01` },
  })),
);
