import type { Month } from "../../calendar/month.ts";
import type { DatedChange } from "./dated.ts";
import type { Level } from "./level.ts";
import type { Season } from "./season.ts";
import type { FlowState } from "./states.ts";

/**
 * How people flow between states, month by month, as a register tells: who is where at the end of a month, how likely
 * each is to go on from there, and how many come from outside.
 */
export type Flows = {
  readonly states: readonly FlowState[];
  /** The last month known: `stocks` are of its end. */
  readonly month: Month;
  readonly shape: FlowShape;
  /** Persons by cell: state, months in it, age band; see `cellOf`. */
  readonly stocks: Float64Array;
  /** How people leave each state, in the order of the states. */
  readonly exits: readonly Exits[];
  /** How people come to each state from outside. */
  readonly arrivals: readonly Arrivals[];
  /** The changes of law, of which those count that were adopted by the end of `month`. */
  readonly changes: readonly DatedChange[];
};

/** How finely a state is told apart. */
export type FlowShape = {
  /** Months in a state, from 0; the last holds everybody longer there. */
  readonly durations: number;
  readonly ages: number;
  /** The number of the duration band of each month of duration. */
  readonly bandOf: Int32Array;
  readonly bands: number;
  /** How likely it is to grow into the next age band within a month, by age band. */
  readonly ageing: Float64Array;
  /** After so many months in one way of supporting oneself a person is followed no longer. */
  readonly followed: number;
};

/** How people leave a state. */
export type Exits = {
  /** The numbers of the states they go to; `states.length` is outside. */
  readonly destinations: Int32Array;
  /** The chance of each destination within a month, by duration band, age band, destination: at an ordinary level. */
  readonly chances: Float64Array;
  /** How much more often than in the mean month people leave, by calendar month. */
  readonly season: Season;
  /** How much more often than ordinarily they leave now, and how that wanders. */
  readonly level: Level;
  /** How many exits are behind the chances of each duration band, and of each destination: few are uncertain. */
  readonly behindBands: Float64Array;
  readonly behindDestinations: Float64Array;
};

/** How people come to a state from outside. */
export type Arrivals = {
  /** Persons in an ordinary month; 0 where nobody comes. */
  readonly perMonth: number;
  readonly season: Season;
  readonly level: Level;
  /** The share of each age band. */
  readonly ages: Float64Array;
};

/** The number of a cell. */
export function cellOf({ durations, ages }: FlowShape, state: number, duration: number, age: number): number {
  return (state * durations + duration) * ages + age;
}

/** The number that stands for outside: whoever is not followed. */
export function outsideOf({ states }: Pick<Flows, "states">): number {
  return states.length;
}
