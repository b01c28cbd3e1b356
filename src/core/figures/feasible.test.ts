import fc from "fast-check";
import { expect, test } from "vitest";
import { feasibleIntervals } from "./feasible.ts";

const INFINITE = Number.POSITIVE_INFINITY;

type Relation = ReadonlyMap<number, number>;

/** The intervals of unknowns that are known by their place. */
function intervals(truth: readonly number[], relations: readonly Relation[], enough?: number) {
  return [...feasibleIntervals(new Map(truth.entries()), relations, enough).values()];
}

/** A relation from the coefficients of all unknowns. */
function relation(...coefficients: number[]): Relation {
  return new Map(coefficients.map((coefficient, k): [number, number] => [k, coefficient]).filter(([, c]) => c !== 0));
}

test("two numbers whose sum is known lie between nothing and the sum", () => {
  expect(intervals([2, 5], [relation(1, 1)])).toEqual([
    { low: 0, high: 7 },
    { low: 0, high: 7 },
  ]);
});

test("what no relation holds is without bound", () => {
  expect(intervals([3, 4, 7], [relation(1, 1, -1)])).toEqual(Array(3).fill({ low: 0, high: INFINITE }));
  expect(intervals([3], [])).toEqual([{ low: 0, high: INFINITE }]);
});

// Row by row and column by column the fifth number could be 0-3, but rows 1 and 2 less columns 1 and 2 leave it no choice.
test("a number that no single sum gives away is found by adding and subtracting several", () => {
  const rows = [relation(1, 1, 0, 0, 0, 0), relation(0, 0, 1, 1, 1, 0)];
  const columns = [relation(1, 0, 1, 0, 0, 0), relation(0, 1, 0, 1, 0, 0), relation(0, 0, 0, 0, 1, 1)];
  expect(intervals([4, 3, 2, 5, 3, 9], [...rows, ...columns])[4]).toEqual({ low: 3, high: 3 });
});

test("relations said twice change nothing", () => {
  expect(intervals([2, 5], [relation(1, 1), relation(1, 1), relation(2, 2)])[0]).toEqual({ low: 0, high: 7 });
});

/** Every solution in whole numbers from 0 to `most`, by trying them all. */
function* solutions(truth: readonly number[], relations: readonly Relation[], most: number): Generator<number[]> {
  const total = (values: readonly number[], one: Relation) => [...one].reduce((sum, [k, c]) => sum + c * values[k], 0);
  const constants = relations.map((one) => total(truth, one));
  const count = (most + 1) ** truth.length;
  for (let n = 0; n < count; n++) {
    const values = truth.map((_, k) => Math.floor(n / (most + 1) ** k) % (most + 1));
    if (relations.every((one, i) => total(values, one) === constants[i])) yield values;
  }
}

test("the intervals are those found by trying every table with the same sums", () => {
  const cells = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 });
  const shown = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(cells, shown, (truth, isShown) => {
      const known = truth.map((_, k) => relation(...truth.map((__, j) => (j === k && isShown[k] ? 1 : 0))));
      const rows = [relation(1, 1, 1, 0, 0, 0), relation(0, 0, 0, 1, 1, 1)];
      const columns = [relation(1, 0, 0, 1, 0, 0), relation(0, 1, 0, 0, 1, 0), relation(0, 0, 1, 0, 0, 1)];
      const relations = [...rows, ...columns, ...known];
      const all = [...solutions(truth, relations, 4)];
      const tried = truth.map((_, k) => {
        const values = all.map((solution) => solution[k]);
        return { low: Math.min(...values), high: Math.max(...values) };
      });
      expect(intervals(truth, relations)).toEqual(tried);
    }),
    { numRuns: 50 },
  );
});

test("a search that stops at enough finds that much, or all there is", () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 20 }), (truth, enough) => {
      const line = (holds: (k: number) => boolean) => relation(...truth.map((_, k) => (holds(k) ? 1 : 0)));
      const sums = [0, 1, 2].flatMap((i) => [line((k) => k % 3 === i), line((k) => Math.floor(k / 3) === i)]);
      const [all, found] = [intervals(truth, sums), intervals(truth, sums, enough)];
      for (const [k, { low, high }] of found.entries()) {
        expect(low).toBeGreaterThanOrEqual(all[k].low);
        expect(high).toBeLessThanOrEqual(all[k].high);
        expect(high - low >= enough).toBe(all[k].high - all[k].low >= enough);
      }
    }),
  );
});
