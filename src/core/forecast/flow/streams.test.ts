import { describe, expect, it } from "vitest";
import { parseMonth } from "../../calendar/month.ts";
import type { FlowShape } from "./flows.ts";
import { arrivalAt, exitAt, startObserved } from "./observed.ts";
import type { FlowState } from "./states.ts";
import { streamsSeen } from "./streams.ts";

const state = (id: string, kind: FlowState["kind"], benefit?: string): FlowState => ({
  ...{ id, kind, visitation: [], status: [], label: { da: id, en: id } },
  ...(benefit !== undefined && { benefit }),
});
const states = [
  state("jobparat", "benefit", "kontanthjaelp"),
  state("aktivitetsparat", "benefit", "kontanthjaelp"),
  state("dagpenge", "benefit", "dagpenge"),
  state("arbejde", "own"),
  state("uddannelse", "own"),
];
const shape: FlowShape = {
  ...{ durations: 2, ages: 2, bands: 1, followed: 2 },
  ...{ bandOf: Int32Array.from([0, 0]), ageing: Float64Array.from([0, 0]) },
};

/** Four months in which some went, each as [month, from, to, people]; −1 is outside. */
function seen(moves: readonly (readonly [number, number, number, number])[]) {
  const observed = startObserved({ states, changes: [] }, shape, parseMonth("2018-01"), 4);
  for (const [month, from, to, people] of moves)
    if (from < 0) observed.arrivals[arrivalAt(observed, month, to) + 1] += people;
    else observed.exits[exitAt(observed, month, from, to, 0)] += people;
  return observed;
}

describe("Streams between benefits", () => {
  const observed = seen([
    [1, 0, 3, 6],
    [2, 1, 3, 4],
    [3, 0, 3, 50],
    [1, 0, 1, 30],
    [1, 3, 4, 40],
    [2, -1, 2, 7],
    [1, 2, 0, 3],
  ]);

  it("are of a benefit as a whole, over the months asked for", () => {
    expect(streamsSeen(observed, 1, 3, 1)).toEqual({
      streams: [
        { from: "kontanthjaelp", to: "arbejde", persons: 10 },
        { from: "outside", to: "dagpenge", persons: 7 },
        { from: "dagpenge", to: "kontanthjaelp", persons: 3 },
      ],
      hidden: 0,
    });
  });

  it("of fewer people than the limit are counted and not shown", () => {
    const { streams, hidden } = streamsSeen(observed, 1, 3, 5);
    expect(streams.map(({ persons }) => persons)).toEqual([10, 7]);
    expect(hidden).toBe(1);
  });

  it("have a benefit at an end: who goes from work to education is no matter here", () => {
    const ends = streamsSeen(observed, 1, 4, 1).streams.flatMap(({ from, to }) => [`${from} ${to}`]);
    expect(ends).not.toContain("arbejde uddannelse");
  });
});
