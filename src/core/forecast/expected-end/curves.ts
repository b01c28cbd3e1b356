import { aalenJohansen, type StateCurves } from "../../stats/multi-state/aalen-johansen.ts";
import { STILL_THERE, type Wait } from "./waits.ts";

/** Aalen and Johansen's curves from the days people were found: state 0 is the benefit, the others where they went. */
export function curvesOf(waits: readonly Wait[], stateOf: (next: number) => number, states: number): StateCurves {
  return aalenJohansen(
    {
      states,
      // A person found on two days is two, each followed from their own day.
      person: waits.map((_, i) => i),
      state: new Uint8Array(waits.length),
      entry: new Float64Array(waits.length),
      end: waits.map(({ days }) => days),
      next: waits.map(({ next }) => (next === STILL_THERE ? 0 : stateOf(next))),
    },
    { errors: "none", start: Array.from({ length: states }, (_, state) => (state === 0 ? 1 : 0)) },
  );
}

/** The last step at or before a time; −1 before the first. */
export function lastBefore(time: Float64Array, day: number): number {
  return time.findLastIndex((one) => one <= day);
}
