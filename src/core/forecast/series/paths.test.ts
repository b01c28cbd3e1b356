import { expect, test } from "vitest";
import { normal } from "../../stats/draw.ts";
import { quantile } from "../../stats/quantile.ts";
import { randomFrom } from "../../stats/random.ts";
import { chooseMethods } from "./choose.ts";
import { forecastFrom } from "./forecast.ts";
import type { Panel } from "./panel.ts";
import { correlationOf, pathsFrom } from "./paths.ts";
import { plain, scales } from "./scale.ts";
import { trialsOf } from "./trials.ts";

/** Areas that wander: each quarter adds a surprise to the last one. */
function wandering(areas: number, periods: number, scale = scales.persons): Panel {
  const random = randomFrom(11);
  const histories = Array.from({ length: areas }, (_, i) => {
    let level = 400 + 50 * i;
    const values = Float64Array.from({ length: periods }, () => {
      level += 8 * normal(random);
      return level;
    });
    return { area: `area-${i}`, values };
  });
  return { season: 4, scale, histories };
}

const panel = wandering(8, 60);
const all = trialsOf(panel, 4);
const asked = { draws: 4000, seed: 7 };

test("each period by itself is spread as its calibrated interval says", () => {
  const forecasts = forecastFrom(panel, all, 60);
  const ways = pathsFrom(panel, all, 60, asked);
  for (const area of [0, 5])
    for (const [h, { mean, lo80, hi80, lo95, hi95 }] of forecasts[area].expected.entries()) {
      const drawn = ways(area).map((way) => way[h]);
      const width = hi80 - lo80;
      for (const [share, end] of [
        [0.5, mean],
        [0.1, lo80],
        [0.9, hi80],
      ] as const)
        expect(Math.abs(quantile(drawn, share) - end), `${share} of period ${h + 1}`).toBeLessThan(0.05 * width);
      expect(Math.abs(quantile(drawn, 0.025) - lo95)).toBeLessThan(0.12 * width);
      expect(Math.abs(quantile(drawn, 0.975) - hi95)).toBeLessThan(0.12 * width);
    }
});

test("periods stray together as past errors did: for a wandering figure √(h ÷ h′)", () => {
  const free = wandering(8, 60, plain);
  const trials = trialsOf(free, 4);
  const correlation = correlationOf(free, trials, chooseMethods(free, trials, 60), 60);
  for (const [i, j] of [
    [0, 1],
    [1, 3],
    [0, 3],
  ])
    expect(Math.abs(correlation[i * 4 + j] - Math.sqrt((i + 1) / (j + 1)))).toBeLessThan(0.15);
  const ways = pathsFrom(free, trials, 60, asked)(2);
  expect(Math.abs(correlated(ways, 0, 3) - correlation[3])).toBeLessThan(0.06);
  expect(Math.abs(correlated(ways, 2, 3) - correlation[2 * 4 + 3])).toBeLessThan(0.06);
});

test("the same seed draws the same ways, another seed others, and all areas stray at the same time", () => {
  const ways = (seed: number) => pathsFrom(panel, all, 60, { draws: 50, seed });
  expect(ways(3)(1)).toEqual(ways(3)(1));
  expect(ways(4)(1)).not.toEqual(ways(3)(1));
  const [one, other] = [ways(3)(0), ways(3)(4)].map((drawn) => drawn.map((way) => way[3]));
  const order = (figures: readonly number[]) => figures.map((_, i) => i).toSorted((a, b) => figures[a] - figures[b]);
  expect(order(one)).toEqual(order(other));
});

test("an area that never changed is drawn unchanged, alone and over a long horizon", () => {
  const still: Panel = { season: 4, scale: plain, histories: [{ area: "x", values: new Float64Array(40).fill(9) }] };
  const trials = trialsOf(still, 12);
  for (const way of pathsFrom(still, trials, 40, { draws: 5, seed: 1 })(0))
    for (const figure of way) expect(figure).toBeCloseTo(9, 6);
});

function correlated(ways: readonly Float64Array[], i: number, j: number): number {
  const mean = (at: number) => ways.reduce((sum, way) => sum + way[at], 0) / ways.length;
  const [a, b] = [mean(i), mean(j)];
  const sum = (part: (way: Float64Array) => number) => ways.reduce((total, way) => total + part(way), 0);
  const [square, other] = [sum((way) => (way[i] - a) ** 2), sum((way) => (way[j] - b) ** 2)];
  return sum((way) => (way[i] - a) * (way[j] - b)) / Math.sqrt(square * other);
}
