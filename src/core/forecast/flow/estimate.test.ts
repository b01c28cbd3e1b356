import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMonth } from "../../calendar/month.ts";
import { normal } from "../../stats/draw.ts";
import { countAt } from "../../stats/draw-counts.ts";
import { randomFrom } from "../../stats/random.ts";
import { chancesOf } from "./chances.ts";
import { followLevels } from "./follow-level.ts";
import { expectedLevel, wander } from "./level.ts";
import { seasonOf } from "./season.ts";

const january = parseMonth("2012-01");
const ways = { stays: [0.9, 0.98, 1], steps: [0, 0.001, 0.004], extra: [0, 0.04] };

describe("Chances", () => {
  const thousandths = (max: number) => fc.integer({ min: 0, max: 1000 * max }).map((one) => one / 1000);
  const counts = fc.array(thousandths(300), { minLength: 6, maxLength: 6 });
  const shares = fc.array(thousandths(0.5), { minLength: 12, maxLength: 12 });

  test("of a cell never sum to more than 1, however few are in it", () => {
    fc.assert(
      fc.property(counts, shares, thousandths(50), (months, part, lent) => {
        const exits = Float64Array.from(part, (one, i) => one * months[i >> 1]);
        const exposure = { destinations: Int32Array.of(1, 2), months: Float64Array.from(months), exits };
        const { chances } = chancesOf(exposure, 3, lent);
        for (let cell = 0; cell < 6; cell++) {
          const sum = chances[2 * cell] + chances[2 * cell + 1];
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test("lean on the wider group where a cell has nobody, and on itself where it has many", () => {
    const months = Float64Array.of(10_000, 0);
    const exits = Float64Array.of(500, 0);
    const { chances, behindBands } = chancesOf({ destinations: Int32Array.of(1), months, exits }, 2, 5);
    expect([...chances]).toEqual([0.05, 0.05]);
    expect([...behindBands]).toEqual([500, 0]);
    const own = chancesOf(
      { destinations: Int32Array.of(1), months: Float64Array.of(10_000, 10_000), exits: Float64Array.of(500, 1500) },
      2,
      5,
    );
    // Lent are 5 exits: at the mean chance of 0.1 those of 50 months, then at the band's own chance.
    const band = 505 / 10_050;
    expect(own.chances[0]).toBeCloseTo(505 / (10_000 + 5 / band), 12);
  });
});

describe("A season", () => {
  const expected = new Float64Array(84).fill(400);

  test("is found where there is one", () => {
    const seen = expected.map((one, t) => one * (1 + 0.3 * Math.cos((Math.PI * t) / 6)));
    const { factors } = seasonOf(seen, expected, january);
    for (const [k, factor] of factors.entries()) expect(factor).toBeCloseTo(1 + 0.3 * Math.cos((Math.PI * k) / 6), 1);
    expect(factors.reduce((sum, one) => sum + one, 0) / 12).toBeCloseTo(1, 12);
  });

  test("is mostly none where counts vary by chance alone", () => {
    const random = randomFrom(5);
    const few = new Float64Array(84).fill(6);
    const seen = few.map((one) => countAt(random(), one, Number.POSITIVE_INFINITY));
    const { factors } = seasonOf(seen, few, january);
    for (const factor of factors) expect(Math.abs(factor - 1)).toBeLessThan(0.15);
  });

  test("is even where nothing happens", () => {
    expect([...seasonOf(new Float64Array(24), new Float64Array(24), january).factors]).toEqual(new Array(12).fill(1));
  });
});

describe("A level", () => {
  test("is followed to where it has gone", () => {
    const expected = new Float64Array(72).fill(50);
    const seen = expected.map((one, t) => (t < 36 ? one : 1.3 * one));
    const [level] = followLevels([{ seen, expected }], { levels: ways });
    expect(expectedLevel(level, 0)).toBeGreaterThan(1.2);
    expect(expectedLevel(level, 0)).toBeLessThan(1.4);
  });

  test("stays where it ordinarily is when counts vary by chance alone", () => {
    const random = randomFrom(9);
    const expected = new Float64Array(72).fill(20);
    const series = Array.from({ length: 8 }, () => ({
      expected,
      seen: expected.map((one) => countAt(random(), one, Number.POSITIVE_INFINITY)),
    }));
    for (const level of followLevels(series, { levels: ways }))
      expect(Math.abs(expectedLevel(level, 11) - 1)).toBeLessThan(0.12);
  });

  test("is taken for steady where nothing is expected", () => {
    const nothing = { seen: new Float64Array(24), expected: new Float64Array(24) };
    expect(expectedLevel(followLevels([nothing], { levels: ways })[0], 5)).toBe(1);
  });

  test("wanders around what is expected of it", () => {
    const random = randomFrom(2);
    const level = { ways: [{ weight: 1, mean: 0.2, variance: 0.01, stays: 0.9, steps: 0.004, extra: 0.02 }] };
    const paths = Array.from({ length: 4000 }, () => wander(level, 6, random));
    for (const h of [0, 5]) {
      const mean = paths.reduce((sum, path) => sum + path[h], 0) / paths.length;
      expect(mean).toBeCloseTo(expectedLevel(level, h), 1);
    }
    expect(Math.abs(normal(random))).toBeLessThan(6);
  });
});
