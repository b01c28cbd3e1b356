import type { Altered, Move } from "./altered.ts";
import { cellOf, type FlowShape, type Flows, outsideOf } from "./flows.ts";

/** How one month runs: at which level people come and go, and how many do when so many are expected. */
export type Conditions = {
  /** A factor on the arrivals of each state. */
  readonly arrivals: Float64Array;
  /** A factor on the exits of each state. */
  readonly exits: Float64Array;
  /** The chances of leaving each state, as those of its flows. */
  readonly chances: readonly Float64Array[];
  /** How many of at most so many go when so many are expected; asked in the same order every month. */
  readonly countOf: (expected: number, most: number) => number;
};

/** Room to work in, made once and used for every month. */
export type Room = {
  readonly people: Float64Array;
  readonly next: Float64Array;
  /** People by from and to, the last of both being outside. */
  readonly flow: Float64Array;
  /** Who leaves a state, by age band and destination. */
  readonly leaving: Float64Array;
  /** The share of people who stay, by duration band and age band. */
  readonly staying: Float64Array;
  /** The factor on each way out. */
  readonly ways: Float64Array;
};

export function roomFor({ states, shape, stocks }: Flows): Room {
  const nodes = states.length + 1;
  return {
    people: new Float64Array(stocks.length),
    next: new Float64Array(stocks.length),
    flow: new Float64Array(nodes * nodes),
    leaving: new Float64Array(nodes * shape.ages),
    staying: new Float64Array(shape.bands * shape.ages),
    ways: new Float64Array(nodes),
  };
}

/**
 * Lets people flow through one month: rules move them, they leave, those who stay grow a month older in their state, and
 * others come. Every person who leaves one place arrives in another, outside being one of them.
 */
export function step(flows: Flows, altered: Altered, how: Conditions, room: Room): void {
  room.next.fill(0);
  room.flow.fill(0);
  move(flows, altered, room);
  for (let state = 0; state < flows.states.length; state++) leave(flows, altered, how, room, state);
  for (let state = 0; state < flows.states.length; state++) arrive(flows, altered, how, room, state);
  grow(flows.shape, room);
}

/** What arithmetic leaves of people who have all gone. */
const NOBODY = 1e-9;

/** Moves the shares and the persons that a change names, each from where everybody stood before. */
function move(flows: Flows, { moved, movers }: Altered, { people, flow }: Room): void {
  if (moved.length + movers.length === 0) return;
  const { shape, states } = flows;
  const size = shape.durations * shape.ages;
  const stocks = states.map((_, state) => sum(people, state * size, size));
  const shareOf = ({ from, amount }: Move) => (stocks[from] > NOBODY ? amount / stocks[from] : 0);
  const moves = [
    ...moved.map((one) => ({ ...one, keeps: true })),
    ...movers.map((one) => ({ ...one, amount: shareOf(one), keeps: false })),
  ];
  const total = new Float64Array(states.length);
  for (const { from, amount } of moves) total[from] += amount;
  const before = people.slice();
  for (const { from, to, amount, keeps } of moves) {
    const share = amount / Math.max(1, total[from]);
    for (let d = 0; d < shape.durations; d++)
      for (let a = 0; a < shape.ages; a++) {
        const cell = cellOf(shape, from, d, a);
        const persons = before[cell] * share;
        people[cell] = Math.max(0, people[cell] - persons);
        people[cellOf(shape, to, keeps ? d : 0, a)] += persons;
      }
    flow[from * (states.length + 1) + to] += stocks[from] * share;
  }
}

function leave(flows: Flows, altered: Altered, how: Conditions, room: Room, state: number): void {
  const { shape, states } = flows;
  const { durations, ages, bandOf, bands } = shape;
  const { destinations } = flows.exits[state];
  const { people, next, flow, leaving, staying, ways } = room;
  const chances = how.chances[state];
  const count = destinations.length;
  const begin = cellOf(shape, state, 0, 0);
  const outside = outsideOf(flows);
  const row = state * (outside + 1);
  const isOwn = states[state].kind === "own";

  const stock = sum(people, begin, durations * ages);
  if (stock === 0) {
    for (let k = 0; k < count; k++) how.countOf(0, 0);
    return;
  }
  for (let k = 0; k < count; k++)
    ways[k] = altered.leads[destinations[k]] < 0 ? 0 : how.exits[state] * altered.exits[state][k];

  // Who leaves: the chances of each band and age, over everybody in it.
  leaving.fill(0, 0, count * ages);
  for (let b = 0, d = 0; b < bands; b++) {
    const first = begin + d * ages;
    while (d < durations && bandOf[d] === b) d++;
    const end = begin + d * ages;
    for (let a = 0; a < ages; a++) {
      let persons = 0;
      for (let cell = first + a; cell < end; cell += ages) persons += people[cell];
      if (persons === 0) continue;
      const at = (b * ages + a) * count;
      let chance = 0;
      for (let k = 0, one = a * count; k < count; k++, one++) {
        const way = chances[at + k] * ways[k];
        chance += way;
        leaving[one] += persons * way;
      }
      staying[b * ages + a] = chance > 1 ? 0 : 1 - chance;
      // Nobody can leave more than once.
      const most = chance > 1 ? persons * (1 / chance - 1) : 0;
      for (let k = 0; most < 0 && k < count; k++) leaving[a * count + k] += most * chances[at + k] * ways[k];
    }
  }

  // How many of them chance lets go; those who stay are scaled so that nobody is lost.
  let [expected, gone] = [0, 0];
  for (let k = 0; k < count; k++) {
    let mean = 0;
    for (let a = 0; a < ages; a++) mean += leaving[a * count + k];
    const going = Math.min(how.countOf(mean, stock), stock - gone);
    expected += mean;
    if (going <= 0) continue;
    gone += going;
    const to = altered.leads[destinations[k]];
    flow[row + to] += going;
    if (to === outside) continue;
    const start = cellOf(shape, to, 0, 0);
    for (let a = 0; a < ages; a++) next[start + a] += (leaving[a * count + k] / mean) * going;
  }
  const left = stock - expected;
  const scale = left > 1e-9 * stock ? (stock - gone) / left : 0;

  // Those who stay are a month longer there; whoever has been without a benefit for long is followed no longer.
  let unfollowed = scale === 0 ? stock - gone : 0;
  for (let d = 0; d < durations; d++)
    for (let a = 0, cell = begin + d * ages; a < ages; a++, cell++) {
      if (people[cell] === 0) continue;
      const persons = people[cell] * staying[bandOf[d] * ages + a] * scale;
      if (isOwn && d + 1 >= shape.followed) unfollowed += persons;
      else next[d + 1 < durations ? cell + ages : cell] += persons;
    }
  flow[row + outside] += unfollowed;
}

function arrive(flows: Flows, altered: Altered, how: Conditions, { next, flow }: Room, state: number): void {
  const { perMonth, ages } = flows.arrivals[state];
  const outside = outsideOf(flows);
  const expected = perMonth * how.arrivals[state] * altered.arrivals[state];
  const persons = how.countOf(expected, Number.MAX_VALUE) + altered.extra[state];
  const to = altered.leads[state];
  if (persons === 0 || to < 0) return;
  flow[outside * (outside + 1) + to] += persons;
  for (let a = 0; a < ages.length; a++) next[cellOf(flows.shape, to, 0, a)] += persons * ages[a];
}

/** Some grow into the next age band. */
function grow({ ages, ageing }: FlowShape, { people, next }: Room): void {
  for (let cell = 0; cell < next.length; cell += ages) {
    let older = 0;
    for (let a = 0; a < ages; a++) {
      const grown = a === ages - 1 ? 0 : next[cell + a] * ageing[a];
      people[cell + a] = next[cell + a] - grown + older;
      older = grown;
    }
  }
}

function sum(numbers: Float64Array, from: number, count: number): number {
  let all = 0;
  for (let i = from; i < from + count; i++) all += numbers[i];
  return all;
}
