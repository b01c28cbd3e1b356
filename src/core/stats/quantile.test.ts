import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../test/close.ts";
import reference from "./intervals.reference.json" with { type: "json" };
import { type QuantileType, quantile } from "./quantile.ts";

const types: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

test("the nine types are R's at every share, also where a position is a whole number", () => {
  const { type, share, value } = reference.quantiles;
  const ours = share.map((one, i) => quantile(reference.values, one, types[type[i] - 1]));
  expectClose(ours, value, 1e-14);
});

test("the values given are left as they were", () => {
  const values = Object.freeze([3, 1, 2]);
  expect(quantile(values, 0.5)).toBe(2);
  expect(values).toEqual([3, 1, 2]);
});

test("a larger share never gives a smaller value, and every quantile lies within the sample", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(sample, share, share, fc.constantFrom(...types), (values, a, b, type) => {
      const low = quantile(values, Math.min(a, b), type);
      const high = quantile(values, Math.max(a, b), type);
      expect(low).toBeLessThanOrEqual(high + 1e-9);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values));
      expect(high).toBeLessThanOrEqual(Math.max(...values));
    }),
  );
});

test("no values, or a share beyond 0-1, are refused", () => {
  expect(() => quantile([], 0.5)).toThrow("at least one value");
  expect(() => quantile([1], 1.1)).toThrow("share from 0 to 1");
  expect(() => quantile([1], Number.NaN)).toThrow("share from 0 to 1");
});
