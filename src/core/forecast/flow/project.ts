import { addToMonth, type Month, numberOf } from "../../calendar/month.ts";
import { broken } from "../../faults/fault.ts";
import { normal } from "../../stats/draw.ts";
import { countAt } from "../../stats/draw-counts.ts";
import { type Random, randomFrom } from "../../stats/random.ts";
import { type Altered, alter, unaltered } from "./altered.ts";
import { type Changes, together } from "./change.ts";
import { changeByLaw } from "./dated.ts";
import type { Arrivals, Exits, FlowShape, Flows } from "./flows.ts";
import { expectedLevel, wander } from "./level.ts";
import type { FlowState } from "./states.ts";
import { type Conditions, type Room, roomFor, step } from "./step.ts";

/** How far, how often and from which seed to project. */
export type ProjectionAsked = {
  /** Months ahead. */
  readonly horizon: number;
  /** Sampled futures; with 0 only what is expected. */
  readonly draws: number;
  readonly seed: number;
  /** What is changed in the coming months; of each draw its own when an effect is uncertain. */
  readonly changes?: Changes | ((draw: number) => Changes);
  readonly onProgress?: (share: number) => void;
  readonly isCancelled?: () => boolean;
};

/** What is expected of the coming months, and sampled futures. */
export type Projection = {
  readonly states: readonly FlowState[];
  /** The coming months, `horizon` of them. */
  readonly months: readonly Month[];
  /** Persons at the end of each month, the last known one first: `stocks[h * states + state]`, h from 0 to horizon. */
  readonly stocks: Float64Array;
  /**
   * Persons who go from one state to another within each coming month: `flows[(h * n + from) * n + to]`, h from 0 to
   * horizon − 1, n = states + 1, the last being outside. What flows in and out is exactly what a stock changes by.
   */
  readonly flows: Float64Array;
  /** The coming months at whose beginning the law moves people: what they began with is not what the last ended with. */
  readonly movedByLaw: ReadonlySet<Month>;
  readonly draws: number;
  /** Sampled stocks: `paths[(draw * (horizon + 1) + h) * states + state]`. */
  readonly paths: Float32Array;
};

/** The draw that stands for what is expected, where changes differ by draw. */
export const EXPECTED = -1;

/**
 * Lets people flow from where they are: as expected, and in sampled futures in which levels wander and counts vary by
 * chance. Same flows, same seed, same figures; the same chance meets a change and its baseline, so their difference is the
 * change's own.
 *
 * @returns undefined when it was cancelled
 * @throws BrokenInput chances-do-not-sum, and as `alter`
 */
export function project(flows: Flows, asked: ProjectionAsked): Projection | undefined {
  const { horizon, draws, seed, changes = [], onProgress, isCancelled } = asked;
  checkChances(flows);
  const states = flows.states.length;
  const months = monthsAhead(flows, horizon);
  const changesOf = typeof changes === "function" ? changes : () => changes;
  const same = typeof changes === "function" ? undefined : alteredMonths(flows, changes, horizon);
  const room = roomFor(flows);

  const stocks = new Float64Array((horizon + 1) * states);
  const between = new Float64Array(horizon * (states + 1) ** 2);
  const expected = same ?? alteredMonths(flows, changesOf(EXPECTED), horizon);
  run(flows, expected, expectedConditions(flows, months), room, (h) => {
    stocksInto(flows, room.people, stocks, h * states);
    if (h > 0) between.set(room.flow, (h - 1) * room.flow.length);
  });

  const paths = new Float32Array(draws * (horizon + 1) * states);
  for (let draw = 0; draw < draws; draw++) {
    if (isCancelled?.()) return undefined;
    const altered = same ?? alteredMonths(flows, changesOf(draw), horizon);
    const drawn = drawnConditions(flows, months, randomFrom(seed * 1_000_003 + draw));
    run(flows, altered, drawn, room, (h) => stocksInto(flows, room.people, paths, (draw * (horizon + 1) + h) * states));
    onProgress?.((draw + 1) / draws);
  }
  const movedByLaw = new Set(months.filter((month) => changeByLaw(flows, month)?.moves));
  return { states: flows.states, months, stocks, flows: between, movedByLaw, draws, paths };
}

/** @throws BrokenInput chances-do-not-sum */
function checkChances({ states, exits }: Flows): void {
  for (const [state, { chances, destinations }] of exits.entries())
    for (let at = 0; at < chances.length; at += destinations.length) {
      const sum = chances.subarray(at, at + destinations.length).reduce((all, one) => all + one, 0);
      if (!(sum >= 0 && sum <= 1 + 1e-9)) throw broken("chances-do-not-sum", { state: states[state].id, sum });
    }
}

/** The coming months. */
export function monthsAhead({ month }: Flows, horizon: number): Month[] {
  return Array.from({ length: horizon }, (_, h) => addToMonth(month, h + 1));
}

/** What the law changes, and what is asked, in each coming month. */
export function alteredMonths(flows: Flows, changes: Changes, horizon: number): Altered[] {
  const same = unaltered(flows);
  return Array.from({ length: horizon }, (_, h) => {
    const law = changeByLaw(flows, addToMonth(flows.month, h + 1));
    if (law === undefined) return changes[h] === undefined ? same : alter(flows, changes[h]);
    return alter(flows, together(law.change, changes[h] ?? {}));
  });
}

type ConditionsOf = (h: number) => Conditions;

function run(flows: Flows, altered: readonly Altered[], how: ConditionsOf, room: Room, tell: (h: number) => void) {
  room.people.set(flows.stocks);
  tell(0);
  for (const [h, month] of altered.entries()) {
    step(flows, month, how(h), room);
    tell(h + 1);
  }
}

function stocksInto({ states, shape }: Flows, people: Float64Array, stocks: Float64Array | Float32Array, at: number) {
  const size = shape.durations * shape.ages;
  for (let state = 0; state < states.length; state++) {
    let persons = 0;
    for (let cell = state * size; cell < (state + 1) * size; cell++) persons += people[cell];
    stocks[at + state] = persons;
  }
}

/** Levels as they are expected, and as many people as are. */
export function expectedConditions(flows: Flows, months: readonly Month[]): ConditionsOf {
  const chances = flows.exits.map((one) => one.chances);
  const levels = (all: readonly Seasoned[], h: number) =>
    seasonedBy(all, months[h], ({ level }) => expectedLevel(level, h));
  return (h) => ({
    exits: levels(flows.exits, h),
    arrivals: levels(flows.arrivals, h),
    chances,
    countOf: (expected) => expected,
  });
}

/** Levels and chances as they may be, and as many people as chance has it. */
function drawnConditions(flows: Flows, months: readonly Month[], random: Random): ConditionsOf {
  const pathOf = ({ level, season }: Seasoned) => blur(wander(level, months.length, random), season.unsure, random);
  const exits = flows.exits.map(pathOf);
  const arrivals = flows.arrivals.map(pathOf);
  const chances = flows.exits.map((one) => drawnChances(one, flows.shape, random));
  return (h) => ({
    exits: seasonedBy(flows.exits, months[h], (_, state) => exits[state][h]),
    arrivals: seasonedBy(flows.arrivals, months[h], (_, state) => arrivals[state][h]),
    chances,
    countOf: (expected, most) => countAt(random(), expected, most),
  });
}

/** A path of a level under a season that is not sure: the same month of every year is off by the same. */
function blur(path: Float64Array, unsure: number, random: Random): Float64Array {
  if (unsure === 0) return path;
  const off = Float64Array.from({ length: Math.min(12, path.length) }, () => Math.exp(unsure * normal(random)));
  return path.map((level, h) => level * off[h % 12]);
}

/** Chances as they may be, the further from the estimated the fewer exits are behind them. */
function drawnChances({ chances, behindBands, behindDestinations }: Exits, { ages }: FlowShape, random: Random) {
  const around = (exits: number) => Math.exp(normal(random) / Math.sqrt(exits + 1) - 0.5 / (exits + 1));
  const [bands, ways] = [behindBands.map(around), behindDestinations.map(around)];
  return chances.map((chance, i) => chance * bands[Math.floor(i / (ages * ways.length))] * ways[i % ways.length]);
}

type Seasoned = Pick<Arrivals, "level" | "season">;

function seasonedBy(all: readonly Seasoned[], month: Month, levelOf: (one: Seasoned, state: number) => number) {
  const number = numberOf(month) - 1;
  return Float64Array.from(all, (one, state) => levelOf(one, state) * one.season.factors[number]);
}
