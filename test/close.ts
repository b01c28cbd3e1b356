import { expect } from "vitest";

/** Expects numbers to agree with reference values within a tolerance, relative above 1 and absolute below; names the worst. */
export function expectClose(actual: ArrayLike<number>, reference: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(reference.length);
  const off = Array.from(reference, (value, i) => differenceOf(actual[i], value));
  const worst = off.reduce((at, one, i) => (one > off[at] ? i : at), 0);
  const place = `at ${worst}: ${actual[worst]} against ${reference[worst]}`;
  expect(off[worst] ?? 0, place).toBeLessThanOrEqual(tolerance);
}

/** As `expectClose`, relative at any size: for probabilities far out in a tail. */
export function expectRelativelyClose(
  actual: ArrayLike<number>,
  reference: ArrayLike<number>,
  tolerance: number,
): void {
  const ratios = Array.from(reference, (value, i) => (value === actual[i] ? 1 : actual[i] / value));
  expectClose(
    ratios,
    Array.from(ratios, () => 1),
    tolerance,
  );
}

function differenceOf(a: number, b: number): number {
  if (a === b) return 0;
  const difference = Math.abs(a - b) / Math.max(1, Math.abs(b));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}
