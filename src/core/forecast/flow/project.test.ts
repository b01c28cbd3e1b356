import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowsWith, states } from "../../../../test/forecast/flow/small-flows.ts";
import { type Change, together } from "./change.ts";
import type { Flows } from "./flows.ts";
import { EXPECTED, type Projection, project } from "./project.ts";

const chances = fc.double({ min: 0, max: 0.54, noNaN: true });
const arrivals = fc.double({ min: 0, max: 30, noNaN: true });
const factor = fc.double({ min: 0, max: 8, noNaN: true });
const ids = fc.constantFrom(...states.map(({ id }) => id));
const benefits = fc.constantFrom("dagpenge", "sygedagpenge");
const change: fc.Arbitrary<Change> = fc.record({
  arrivals: fc.array(fc.record({ to: benefits, factor }), { maxLength: 2 }),
  exits: fc.array(fc.record({ from: benefits, factor }), { maxLength: 2 }),
  extra: fc.array(fc.record({ to: ids, persons: fc.nat(40) }), { maxLength: 2 }),
  movers: fc.array(fc.record({ from: benefits, to: ids, persons: fc.nat(400) }), { maxLength: 3 }),
  moved: fc.array(fc.record({ from: benefits, to: ids, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
    maxLength: 3,
  }),
  closed: fc.array(fc.record({ state: benefits }), { maxLength: 1 }),
});
const asked = { horizon: 6, draws: 3, seed: 7 };

function run(flows: Flows, more: Partial<Parameters<typeof project>[1]> = {}): Projection {
  const projection = project(flows, { ...asked, ...more });
  if (projection === undefined) throw new Error("it was cancelled");
  return projection;
}

/** What every stock changes by, less what flows in and out of it. */
function unaccounted({ stocks, flows, months, states: all }: Projection): number[] {
  const nodes = all.length + 1;
  return months.flatMap((_, h) =>
    all.map((_, one) => {
      let net = stocks[(h + 1) * all.length + one] - stocks[h * all.length + one];
      for (let other = 0; other < nodes; other++)
        net += flows[(h * nodes + one) * nodes + other] - flows[(h * nodes + other) * nodes + one];
      return net;
    }),
  );
}

describe("Whatever is changed,", () => {
  test("people are conserved: a stock changes by exactly what flows in and out of it", () => {
    fc.assert(
      fc.property(chances, arrivals, fc.array(change, { maxLength: 4 }), (chance, perMonth, changes) => {
        const projection = run(flowsWith(chance, perMonth), { changes });
        for (const left of unaccounted(projection)) expect(Math.abs(left)).toBeLessThan(1e-9);
      }),
    );
  });

  test("nobody is fewer than none, in no future", () => {
    fc.assert(
      fc.property(chances, arrivals, fc.array(change, { maxLength: 4 }), (chance, perMonth, changes) => {
        const { stocks, flows, paths } = run(flowsWith(chance, perMonth), { changes });
        for (const persons of [...stocks, ...flows, ...paths]) expect(persons).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("the order in which changes are put together does not matter", () => {
    fc.assert(
      fc.property(change, change, (one, other) => {
        const flows = flowsWith(0.2, 10);
        const [a, b] = [[together(one, other)], [together(other, one)]].map((changes) => run(flows, { changes }));
        for (const [i, persons] of a.stocks.entries()) expect(b.stocks[i]).toBeCloseTo(persons, 8);
      }),
    );
  });
});

test("no change is the same to the last digit, in every future", () => {
  const flows = flowsWith(0.2, 10);
  const plain = run(flows);
  for (const changes of [[], [{}, {}], [{ exits: [{ from: "dagpenge", factor: 1 }] }], () => [{}]])
    expect(run(flows, { changes })).toEqual(plain);
});

test("the same seed gives the same futures, another seed others", () => {
  const flows = flowsWith(0.2, 10);
  expect(run(flows).paths).toEqual(run(flows).paths);
  expect(run(flows, { seed: 8 }).paths).not.toEqual(run(flows).paths);
});

test("more exits never raise a stock in the month they happen, in no future", () => {
  fc.assert(
    fc.property(chances, fc.double({ min: 1, max: 6, noNaN: true }), (chance, more) => {
      const flows = flowsWith(chance, 10);
      const [plain, changed] = [undefined, [{ exits: [{ from: "dagpenge", factor: more }] }]].map((changes) =>
        run(flows, { horizon: 1, draws: 40, changes }),
      );
      expect(changed.stocks[states.length]).toBeLessThanOrEqual(plain.stocks[states.length] + 1e-9);
      for (let draw = 0; draw < 40; draw++) {
        const at = (draw * 2 + 1) * states.length;
        // Someone who comes back the same month from the other benefit may be another.
        const left = plain.paths[at] - changed.paths[at];
        expect(left).toBeGreaterThan(-1e-3);
      }
    }),
  );
});

test("futures lie around what is expected, and spread the further ahead they are", () => {
  const { stocks, paths, draws } = run(flowsWith(0.15, 12), { horizon: 12, draws: 400 });
  const spread = (h: number) => {
    const drawn = Array.from({ length: draws }, (_, draw) => paths[(draw * 13 + h) * states.length]);
    const mean = drawn.reduce((sum, one) => sum + one, 0) / draws;
    return { mean, sd: Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws) };
  };
  for (const h of [1, 6, 12])
    expect(Math.abs(spread(h).mean - stocks[h * states.length])).toBeLessThan(0.25 * spread(h).sd + 0.5);
  expect(spread(6).sd).toBeGreaterThan(spread(1).sd);
});

test("an effect that differs from draw to draw is asked for each, and for what is expected", () => {
  const seen: number[] = [];
  run(flowsWith(0.2, 10), {
    changes: (draw) => {
      seen.push(draw);
      return [];
    },
  });
  expect(seen).toEqual([EXPECTED, 0, 1, 2]);
});

test("progress is told to the end, and cancelling ends it", () => {
  const told: number[] = [];
  run(flowsWith(0.2, 10), { onProgress: (share) => told.push(share) });
  expect(told.at(-1)).toBe(1);
  expect(project(flowsWith(0.2, 10), { ...asked, isCancelled: () => told.length > 0 })).toBeUndefined();
});

test("chances that sum to more than 1, or are no numbers, are refused", () => {
  expect(() => run(flowsWith(0.9, 10))).toThrow("dagpenge");
  expect(() => run(flowsWith(Number.NaN, 10))).toThrow("dagpenge");
});

test("a change that names no state, or a share that cannot be, is refused", () => {
  const flows = flowsWith(0.2, 10);
  expect(() => run(flows, { changes: [{ exits: [{ from: "dagpeng", factor: 2 }] }] })).toThrow("dagpeng");
  expect(() => run(flows, { changes: [{ moved: [{ from: "dagpenge", to: "arbejde", share: 1.2 }] }] })).toThrow("1.2");
  expect(() => run(flows, { changes: [{ arrivals: [{ to: "dagpenge", factor: Number.NaN }] }] })).toThrow("NaN");
});
