import { expect, test } from "vitest";
import { chanceAccuracyOf } from "#core/forecast/goals/calibration.ts";
import { type Covered, coverage, meanErrors, tryRegister } from "../forecast/flow/coverage.ts";
import { truthBenefits } from "../forecast/flow/truth.ts";

const REGISTERS = 200;

test("on 200 registers of known truth, intervals, errors and chances a year ahead are what they say", () => {
  const came = Array.from({ length: REGISTERS }, (_, i) => tryRegister(i + 1)).flat();
  for (const benefit of [undefined, ...truthBenefits]) {
    const [within80, within95] = [coverage(came, "within80", benefit), coverage(came, "within95", benefit)];
    const { own, best, rival } = meanErrors(came, benefit);
    console.log(
      `${(benefit ?? "i alt").padEnd(22)} 80 %: ${written(within80)}  95 %: ${written(within95)}`,
      ` fejl ${own.toFixed(2)}, bedste ${best.toFixed(2)} (${rival})`,
    );
    expect(within80.share).toBeGreaterThanOrEqual(0.75);
    expect(within80.share).toBeLessThanOrEqual(0.85);
    expect(within95.share).toBeGreaterThanOrEqual(0.92);
    expect(within95.share).toBeLessThanOrEqual(0.98);
    // The interval that other registers might have given meets the nominal share, give or take.
    expect(within80.interval.low).toBeLessThanOrEqual(0.82);
    expect(within80.interval.high).toBeGreaterThanOrEqual(0.78);
    expect(within95.interval.low).toBeLessThanOrEqual(0.96);
    expect(within95.interval.high).toBeGreaterThanOrEqual(0.94);
  }
  const { own, best } = meanErrors(came);
  expect(own).toBeLessThan(best);

  const { brier, brierOfRate, bands } = chanceAccuracyOf(came);
  console.log(`Brier ${brier.toFixed(4)}, af andelen alene ${brierOfRate.toFixed(4)}`);
  for (const { from, to, count, given, met } of bands) {
    console.log(`chance ${from}-${to}: ${count}, givet ${given.toFixed(2)}, opfyldt ${met.toFixed(2)}`);
    // Four standard errors, as chances of one register go together.
    expect(Math.abs(given - met)).toBeLessThan(0.02 + 4 * Math.sqrt((given * (1 - given)) / count));
  }
});

function written({ share, interval }: Covered): string {
  const percent = (part: number) => (100 * part).toFixed(1);
  return `${percent(share)} (${percent(interval.low)}-${percent(interval.high)})`;
}
