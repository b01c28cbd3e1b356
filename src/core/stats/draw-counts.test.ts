import fc from "fast-check";
import { expect, test } from "vitest";
import { countAt } from "./draw-counts.ts";
import { randomFrom } from "./random.ts";

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const expected = fc.double({ min: 0, max: 100, noNaN: true });

test("a count never falls as what is expected, or its chance, rises", () => {
  fc.assert(
    fc.property(share, share, expected, expected, (u, v, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(countAt(u, low, 40)).toBeLessThanOrEqual(countAt(u, high, 40));
      expect(countAt(Math.min(u, v), low, 200)).toBeLessThanOrEqual(countAt(Math.max(u, v), low, 200));
    }),
  );
});

test("a count does not fall where the normal distribution takes over from the exact one", () => {
  for (const most of [16, 40, 200, Number.POSITIVE_INFINITY])
    for (let u = 0.0005; u < 1; u += 0.001)
      expect(countAt(u, 15.001, most)).toBeGreaterThanOrEqual(countAt(u, 14.999, most));
});

test("what arithmetic adds to a number of people, or leaves of a person, makes no more go", () => {
  const meanOf = (expected: number, most: number) => {
    const at = Array.from({ length: 10_000 }, (_, i) => countAt((i + 0.5) / 10_000, expected, most));
    return at.reduce((sum, one) => sum + one, 0) / at.length;
  };
  expect(meanOf(1, 7 + 1e-12)).toBeCloseTo(1, 3);
  expect(meanOf(0.15, 1.5)).toBeCloseTo(0.15, 2);
  expect(countAt(0.5, 7 + 1e-13, 7 + 1e-12)).toBe(7 + 1e-12);
});

test.each([
  { expected: 4, most: 10, variance: 4 * 0.6 },
  { expected: 4, most: Number.POSITIVE_INFINITY, variance: 4 },
  { expected: 60, most: 100, variance: 60 * 0.4 },
])(
  "many counts of $expected of $most have that mean, and the variance of chance",
  ({ expected: mean, most, variance }) => {
    const random = randomFrom(3);
    const counts = Array.from({ length: 20_000 }, () => countAt(random(), mean, most));
    const average = counts.reduce((sum, one) => sum + one, 0) / counts.length;
    expect(average).toBeCloseTo(mean, 0);
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / counts.length));
    const spread = counts.reduce((sum, one) => sum + (one - average) ** 2, 0) / counts.length;
    expect(spread / variance).toBeGreaterThan(0.95);
    expect(spread / variance).toBeLessThan(1.05);
  },
);

test("nobody goes where nobody is expected to, and no more than there are", () => {
  expect([countAt(0.999, 0, 10), countAt(0.999_999, 9.9, 10), countAt(0.5, 12, 10)]).toEqual([0, 10, 10]);
});
