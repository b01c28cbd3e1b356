import fc from "fast-check";
import { expect, test } from "vitest";
import { flowsWith } from "../../../../test/forecast/flow/small-flows.ts";
import { type Change, together } from "./change.ts";
import { cellOf, type Flows } from "./flows.ts";
import { project } from "./project.ts";
import { type Climb, climb, RUNGS, rest } from "./rung.ts";
import { expectedByRung } from "./rungs.ts";

const start = (): Climb => ({ rung: 0, rests: [] });

test("every month with a benefit is a rung, whichever it is; a year of self-support within three begins again", () => {
  const way = start();
  for (let month = 0; month < 5; month++) climb(way);
  rest(way, 10, 6);
  expect(way.rung).toBe(5);
  climb(way);
  rest(way, 17, 5);
  expect(way.rung).toBe(6);
  rest(way, 18);
  expect(way.rung).toBe(0);
});

test("self-support of long ago does not count", () => {
  const way = start();
  climb(way);
  rest(way, 5, 5);
  rest(way, 50, 7);
  expect(way.rung).toBe(1);
  rest(way, 55, 5);
  expect(way.rung).toBe(0);
});

test("the highest rung is for good until then", () => {
  const way = start();
  for (let month = 0; month < 40; month++) climb(way);
  expect(way.rung).toBe(RUNGS - 1);
});

/** Everybody on a rung of their own duration. */
function rungsOf(flows: Flows): Float64Array[] {
  const { shape, states, stocks } = flows;
  const rungs = Array.from({ length: RUNGS }, () => new Float64Array(stocks.length));
  for (const [state] of states.entries())
    for (let d = 0; d < shape.durations; d++)
      for (let a = 0; a < shape.ages; a++) {
        const cell = cellOf(shape, state, d, a);
        rungs[d][cell] = stocks[cell];
      }
  return rungs;
}

test("people by rung add up to the people expected, whatever is changed", () => {
  const persons = fc.nat(30);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.5, noNaN: true }), persons, persons, (chance, extra, moved) => {
      const flows = flowsWith(chance, 12);
      const change: Change = together(
        { extra: [{ to: "dagpenge", persons: extra }], exits: [{ from: "sygedagpenge", factor: 1.5 }] },
        { movers: [{ from: "dagpenge", to: "arbejde", persons: moved }] },
      );
      const changes = [change, {}, change];
      const expected = project(flows, { horizon: 4, draws: 0, seed: 1, changes });
      const byRung = expectedByRung(flows, rungsOf(flows), { horizon: 4, changes });
      for (const [i, stock] of (expected?.stocks ?? []).entries())
        expect(byRung.subarray(i * RUNGS, (i + 1) * RUNGS).reduce((sum, one) => sum + one, 0)).toBeCloseTo(stock, 9);
    }),
  );
});

test("whoever comes from outside is on the first rung, and a month later on the second", () => {
  const flows = { ...flowsWith(0, 10), stocks: new Float64Array(flowsWith(0, 10).stocks.length) };
  const byRung = expectedByRung(flows, rungsOf(flows), { horizon: 2 });
  const states = flows.states.length;
  expect(byRung[states * RUNGS + 0]).toBe(0);
  expect(byRung[states * RUNGS + 1]).toBeGreaterThan(0);
  expect(byRung[2 * states * RUNGS + 2]).toBeCloseTo(byRung[states * RUNGS + 1], 9);
});
