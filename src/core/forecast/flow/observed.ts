import type { Month } from "../../calendar/month.ts";
import { monthsOfChange } from "./dated.ts";
import { cellOf, type FlowShape } from "./flows.ts";
import type { FlowModel } from "./model.ts";
import { RUNGS } from "./rung.ts";
import type { FlowState } from "./states.ts";

/** What a register tells of its people at the ends of months: where they are, where they go, who comes. */
export type Observed = {
  readonly states: readonly FlowState[];
  readonly shape: FlowShape;
  /** The first month whose end is seen, and how many are. */
  readonly first: Month;
  readonly months: number;
  /** The months whose moves are unlike others, by their numbers from the first: nothing is learnt from them. */
  readonly leftOut: ReadonlySet<number>;
  /** Persons at the end of each month, by month and cell. */
  readonly stocks: Uint32Array;
  /** Persons at the end of the last month by months with a benefit so far, then by cell. */
  readonly rungs: readonly Float64Array[];
  /** Persons who went in each month, by month, state, destination, duration band, age band. */
  readonly exits: Uint16Array;
  /** Persons who came from outside, by month, state, age band. */
  readonly arrivals: Uint32Array;
};

/** An account in which nobody is seen yet. */
export function startObserved(
  { states, changes }: Pick<FlowModel, "states" | "changes">,
  shape: FlowShape,
  first: Month,
  months: number,
): Observed {
  const nodes = states.length + 1;
  return {
    ...{ states, shape, first, months },
    leftOut: new Set([...monthsOfChange(changes)].map((month) => month - first)),
    rungs: Array.from({ length: RUNGS }, () => new Float64Array(states.length * shape.durations * shape.ages)),
    stocks: new Uint32Array(months * states.length * shape.durations * shape.ages),
    exits: new Uint16Array(months * states.length * nodes * shape.bands * shape.ages),
    arrivals: new Uint32Array(months * states.length * shape.ages),
  };
}

/** The number of a cell of stocks in a month. */
export function stockAt({ states, shape }: Observed, month: number, state: number, duration: number, age: number) {
  return month * states.length * shape.durations * shape.ages + cellOf(shape, state, duration, age);
}

/** The number of the first age band of those who went from a state to another in a month, from a duration band. */
export function exitAt({ states, shape }: Observed, month: number, from: number, to: number, band: number) {
  return (((month * states.length + from) * (states.length + 1) + to) * shape.bands + band) * shape.ages;
}

/** The number of the first age band of those who came to a state in a month. */
export function arrivalAt({ states, shape }: Observed, month: number, state: number) {
  return (month * states.length + state) * shape.ages;
}
