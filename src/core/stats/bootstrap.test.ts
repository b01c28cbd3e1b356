import { expect, test } from "vitest";
import { expectClose } from "../../../test/close.ts";
import { bcaInterval, bootstrapDraws, percentileInterval } from "./bootstrap.ts";
import { normal } from "./draw.ts";
import reference from "./intervals.reference.json" with { type: "json" };
import { randomFrom } from "./random.ts";

const { sample, draws, percentile, bca } = reference.bootstrap;

function meanOf(values: ArrayLike<number>) {
  return (members: Uint32Array) => members.reduce((sum, member) => sum + values[member], 0) / members.length;
}

const everyone = Uint32Array.from(sample, (_, at) => at);

test("percentile and BCa intervals of R's draws are R's", () => {
  const sorted = Float64Array.from(draws);
  const { low, high } = percentileInterval(sorted, 0.8);
  expectClose([low, high], percentile, 1e-12);
  const estimate = meanOf(sample)(everyone);
  const moved = bcaInterval(sorted, estimate, sample.length, meanOf(sample));
  expectClose([moved.low, moved.high], bca, 1e-12);
});

test("the same seed gives the same draws, and they leave the sample as it was", () => {
  const values = Object.freeze([...sample]);
  const once = bootstrapDraws(10, meanOf(values), 50, randomFrom(3));
  expect(bootstrapDraws(10, meanOf(values), 50, randomFrom(3))).toEqual(once);
  expect(once).toEqual(once.toSorted());
});

test("the draws of a mean spread as its standard error says", () => {
  const random = randomFrom(11);
  const values = Float64Array.from({ length: 400 }, () => normal(random));
  const { low, high } = percentileInterval(bootstrapDraws(400, meanOf(values), 2000, random));
  // ± 1.96 ÷ √400, within what 2,000 draws and this sample's own spread allow.
  expect(high - low).toBeGreaterThan(0.175);
  expect(high - low).toBeLessThan(0.215);
});

test("draws that all lie on one side of the estimate cannot be corrected for bias", () => {
  expect(() => bcaInterval(Float64Array.of(1, 2), 3, 10, meanOf(sample))).toThrow("both sides");
  expect(() => bcaInterval(Float64Array.of(3, 3), 3, 1, meanOf(sample))).toThrow("two members");
  expect(() => bootstrapDraws(0, () => 0, 10, randomFrom(1))).toThrow("members and draws");
});
