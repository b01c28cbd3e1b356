import { expect, test } from "vitest";
import { coverage, meanErrors, tryRegister } from "./coverage.ts";

/*
 * A few registers, forecast with few futures: coarse, but a broken model does not pass. The full measurement, of 200
 * registers, is in test/long.
 */
test("a year ahead, intervals hold what they say and errors are smaller than of any simple way", {
  timeout: 180_000,
}, () => {
  const came = [11, 12, 14].flatMap((seed) => tryRegister(seed, { draws: 150, trialDraws: 20, origins: 4 }));
  expect(new Set(came.map(({ benefit }) => benefit)).size).toBe(10);
  const [within80, within95] = [coverage(came, "within80").share, coverage(came, "within95").share];
  expect(within80).toBeGreaterThan(0.68);
  expect(within80).toBeLessThan(0.92);
  expect(within95).toBeGreaterThan(0.86);
  const { own, best } = meanErrors(came);
  expect(own).toBeLessThan(best);
});
