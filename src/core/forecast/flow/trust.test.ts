import { expect, test } from "vitest";
import { normal } from "../../stats/draw.ts";
import { randomFrom } from "../../stats/random.ts";
import type { Trial } from "./trials.ts";
import { trustBy } from "./trust.ts";

/** Trials from eight months whose errors are so many of the model's own spreads. */
function trials(spreads: number, drift = 50, benefit = "dagpenge"): Trial[] {
  const random = randomFrom(4);
  return Array.from({ length: 96 }, (_, i): Trial => {
    const off = 10 * spreads * normal(random);
    return {
      ...{ benefit, until: 60 + 3 * Math.floor(i / 12), ahead: 1 + (i % 12), actual: 200 + off, expected: 200 },
      bounds: [180.4, 187.184, 212.816, 219.6],
      simple: { "seasonal-naive": 260, drift: 200 + off + drift, "seasonal-smoothing": 240 },
      measure: 20,
    };
  });
}
const nobody: ReadonlySet<string> = new Set();

test("intervals are widened where the past strayed further than they said, by part of it", () => {
  expect(trustBy(trials(1), nobody).width).toBeCloseTo(1, 1);
  expect(trustBy(trials(3), nobody).width).toBeGreaterThan(1.2);
  expect(trustBy(trials(3), nobody).width).toBeLessThan(2);
  expect(trustBy([], nobody).width).toBe(1);
});

test("a benefit of a person or two, whose intervals are as good as none, widens nothing", () => {
  const few = trials(1, 50, "forrevalidering").map((one, i): Trial => {
    return { ...one, actual: i % 2, expected: 0.02, bounds: [0, 0, 1e-13, 2e-13] };
  });
  expect(trustBy(few, nobody).width).toBe(1);
  expect(trustBy([...trials(1), ...few], nobody).width).toBe(trustBy(trials(1), nobody).width);
});

test("a simple way is trusted only where it was clearly better", () => {
  expect(trustBy(trials(1), nobody).methodOf("dagpenge")).toBe("flow");
  const better = trustBy(trials(3, 4), nobody);
  expect(better.methodOf("dagpenge")).toBe("drift");
  expect(better.strayOf("dagpenge")).toBeGreaterThan(1);
  expect(trustBy(trials(3, 25), nobody).methodOf("dagpenge")).toBe("flow");
});

test("of too few months nothing is said, and nothing that had not come is used", () => {
  expect(trustBy(trials(3, 4), nobody, 70).methodOf("dagpenge")).toBe("flow");
  expect(trustBy(trials(3, 4), nobody, 60).width).toBe(1);
});

test("a benefit had beside another follows the best simple way", () => {
  expect(trustBy(trials(1), new Set(["dagpenge"])).methodOf("dagpenge")).toBe("seasonal-smoothing");
  expect(trustBy([], new Set(["dagpenge"])).methodOf("dagpenge")).toBe("seasonal-smoothing");
});

test("what is trusted does not hang on how far ahead was tried beyond a year", () => {
  const further = trials(9, 4).map((one): Trial => ({ ...one, ahead: one.ahead + 12 }));
  const [alone, beside] = [trustBy(trials(1), nobody), trustBy([...trials(1), ...further], nobody)];
  expect(beside.methodOf("dagpenge")).toBe(alone.methodOf("dagpenge"));
  expect(beside.width).toBe(alone.width);
});
