import fc from "fast-check";
import { expect, test } from "vitest";
import { expectClose } from "../../../test/close.ts";
import { gammaTails } from "./distributions/gamma.ts";
import reference from "./intervals.reference.json" with { type: "json" };
import { poissonExact, poissonScore } from "./poisson.ts";

test("the exact interval is that of R's poisson.test, of counts from 0 to 40,000", () => {
  const { count, level, exactLow, exactHigh } = reference.poisson;
  const ours = count.map((one, i) => poissonExact(one, level[i]));
  expectClose(
    ours.map((one) => one.low),
    exactLow,
    1e-10,
  );
  expectClose(
    ours.map((one) => one.high),
    exactHigh,
    1e-10,
  );
});

test("the score interval ends where R finds the score test's edge", () => {
  const { count, level, scoreLow, scoreHigh } = reference.poisson;
  const ours = count.map((one, i) => poissonScore(one, level[i]));
  expectClose(
    ours.map((one) => one.low),
    scoreLow,
    1e-8,
  );
  expectClose(
    ours.map((one) => one.high),
    scoreHigh,
    1e-8,
  );
});

test("the exact interval covers at least its level whatever is expected", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 60, noNaN: true }), (expected) => {
      // The chance of each count is the step in the chance of at most so many: P(N ≤ k) = Q(k + 1, expected).
      let covered = 0;
      for (let count = 0, atMost = 0; count < 150; count++) {
        const upTo = gammaTails(count + 1, expected).above;
        const { low, high } = poissonExact(count, 0.9);
        if (low <= expected && expected <= high) covered += upTo - atMost;
        atMost = upTo;
      }
      expect(covered).toBeGreaterThanOrEqual(0.9 - 1e-9);
    }),
    { numRuns: 20 },
  );
});

test("a count that is no whole number is refused", () => {
  expect(() => poissonExact(1.5)).toThrow("whole number");
  expect(() => poissonScore(-1)).toThrow("whole number");
});
