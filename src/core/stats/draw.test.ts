import { describe, expect, it } from "vitest";
import { chance, drawFrom, exponential, mixOf, normal, pick, roundAtRandom, wholeBetween } from "./draw.ts";
import { randomFrom } from "./random.ts";

const many = 100_000;

function momentsOf(draw: () => number) {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < many; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / many;
  return { mean, variance: squares / many - mean * mean };
}

describe("Draws", () => {
  const random = randomFrom(2018);

  // Tolerances are four standard errors of the mean, and as wide for the variance.
  it("have the mean and variance of their distribution", () => {
    const waits = momentsOf(() => exponential(random));
    expect(waits.mean).toBeCloseTo(1, 1);
    expect(Math.abs(waits.mean - 1)).toBeLessThan(0.013);
    expect(Math.abs(waits.variance - 1)).toBeLessThan(0.04);
    const bells = momentsOf(() => normal(random));
    expect(Math.abs(bells.mean)).toBeLessThan(0.013);
    expect(Math.abs(bells.variance - 1)).toBeLessThan(0.02);
    const whole = momentsOf(() => wholeBetween(random, 4, 13));
    expect(Math.abs(whole.mean - 8.5)).toBeLessThan(0.04);
    expect(Math.abs(whole.variance - 99 / 12)).toBeLessThan(0.1);
  });

  it("round up as often as the fraction says, so that the mean is kept", () => {
    const rounded = momentsOf(() => roundAtRandom(random, 2.3));
    expect(Math.abs(rounded.mean - 2.3)).toBeLessThan(0.006);
  });

  it("take each item as often as its weight", () => {
    const mix = mixOf([
      ["a", 1],
      ["b", 0],
      ["c", 3],
    ]);
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < many; i++) {
      const drawn = drawFrom(random, mix);
      if (drawn === "a" || drawn === "b" || drawn === "c") counts[drawn]++;
    }
    expect(counts.b).toBe(0);
    expect(Math.abs(counts.a / many - 0.25)).toBeLessThan(0.006);
  });

  it("pick items alike, and say yes with the probability asked for", () => {
    const picked = momentsOf(() => pick(random, [10, 20]));
    expect(Math.abs(picked.mean - 15)).toBeLessThan(0.07);
    const yes = momentsOf(() => (chance(random, 0.2) ? 1 : 0));
    expect(Math.abs(yes.mean - 0.2)).toBeLessThan(0.006);
  });
});
