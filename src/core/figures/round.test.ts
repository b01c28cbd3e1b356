import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalsOf, round, shift, trusted } from "./round.ts";

test.each([
  [1.005, 2, 1.01],
  [2.675, 2, 2.68],
  [-2.5, 0, -3],
  [0.5, 0, 1],
  [-0.4, 0, 0],
  [0.285 * 100, 0, 29],
  [1.1 * 1.1 * 100, 1, 121],
  [0.1 + 0.2, 15, 0.3],
  [12_345, -2, 12_300],
  [12_350, -2, 12_400],
  [Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY],
])("%f to %i decimals is %f", (value, decimals, rounded) => {
  expect(round(value, decimals)).toBe(rounded);
});

test("a rounded number lies within half a unit, and rounding again changes nothing", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const rounded = round(value, decimals);
      // The dust that is blown off first may carry a number over the half.
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-13 * Math.abs(value));
      expect(round(rounded, decimals)).toBe(rounded);
      expect(round(-value, decimals)).toBe(0 - rounded);
    }),
  );
});

test("halves go away from zero, whichever decimal they stand at", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 6 }), (n, decimals) => {
      const half = Number(`${n}5e-${decimals + 1}`);
      expect(round(half, decimals)).toBe(Number(`${n + 1}e-${decimals}`));
    }),
  );
});

test("moving the decimal point adds no error", () => {
  expect([shift(11.4, -2), shift(1.15, 2), shift(1e-7, -2), shift(1.2, 9)]).toEqual([0.114, 115, 1e-9, 1_200_000_000]);
});

test("the decimals of a number are those of its shortest spelling", () => {
  expect([1, 0.5, 1.25, 1e-7, 1.5e-7, 1e21].map(decimalsOf)).toEqual([0, 1, 2, 7, 8, 0]);
});

test("the dust of floating-point arithmetic is blown off", () => {
  expect([trusted(0.1 + 0.2), trusted(28.499999999999996)]).toEqual([0.3, 28.5]);
});
