import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankAll } from "./rank.ts";

describe("Places on a list", () => {
  test("begin with the best, the way that is progress, and are shared by equals", () => {
    const all = [{ value: 2 }, { value: 5 }, { value: 2 }, { value: 9 }];
    expect(rankAll(all, "up").map(({ rank }) => rank)).toEqual([3, 2, 3, 1]);
    expect(rankAll(all, "down").map(({ rank }) => rank)).toEqual([1, 3, 1, 4]);
  });

  test("that chance could have given leave out only those whose whole interval is better or worse", () => {
    const all = [
      { value: 10, low: 9, high: 11 },
      { value: 20, low: 12, high: 28 },
      { value: 21, low: 19, high: 23 },
    ];
    expect(rankAll(all, "down").map(({ ranks }) => ranks)).toEqual([
      { low: 1, high: 1 },
      { low: 2, high: 3 },
      { low: 2, high: 3 },
    ]);
    expect(rankAll(all, "up").map(({ rank, ranks }) => [rank, ranks?.low])).toEqual([
      [3, 3],
      [2, 1],
      [1, 1],
    ]);
  });

  test("are noise when chance spans more than a quarter of them, and say nothing of chance where it is not known", () => {
    const wide = Array.from({ length: 8 }, (_, at) => ({ value: at, low: at - 3, high: at + 3 }));
    expect(rankAll(wide, "up").map(({ isNoise }) => isNoise)).toEqual(Array(8).fill(true));
    const narrow = wide.map(({ value }) => ({ value, low: value - 0.4, high: value + 0.4 }));
    expect(rankAll(narrow, "up").map(({ isNoise }) => isNoise)).toEqual(Array(8).fill(false));
    expect(rankAll([{ value: 1 }, ...narrow], "up").map(({ ranks }) => ranks)).toEqual(Array(9).fill(undefined));
  });

  test("always lie within those that chance allows", () => {
    const one = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.nat(9), fc.nat(9));
    const rankable = one.map(([value, below, above]) => ({ value, low: value - below, high: value + above }));
    fc.assert(
      fc.property(fc.array(rankable, { maxLength: 30 }), fc.constantFrom("up", "down", "none"), (all, good) => {
        for (const { rank, ranks } of rankAll(all, good)) {
          if (ranks === undefined) throw new Error("the intervals are known");
          expect(ranks.low).toBeLessThanOrEqual(rank);
          expect(ranks.high).toBeGreaterThanOrEqual(rank);
        }
      }),
    );
  });
});
