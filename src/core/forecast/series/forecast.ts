import { calibrate } from "./calibrate.ts";
import { chooseMethods } from "./choose.ts";
import type { MethodId } from "./method.ts";
import type { Panel } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** What is expected of a coming period, and where it lies in 80 and 95 of 100 cases. */
export type Expected = {
  readonly mean: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo95: number;
  readonly hi95: number;
};

/** A forecast of one area from an origin: period `origin` first. */
export type SeriesForecast = {
  readonly area: string;
  readonly method: MethodId;
  readonly expected: readonly Expected[];
};

/**
 * Forecasts every area of a panel from an origin by the values before it: the method that has hit best, with intervals as
 * wide as its past errors ask for. From an origin in the past it gives what it would have given then.
 */
export function forecastFrom(panel: Panel, all: readonly Trials[], origin: number): SeriesForecast[] {
  const methods = chooseMethods(panel, all, origin);
  const horizon = all[0]?.horizon ?? 0;
  const { spread, times } = calibrate(panel, all, methods, origin);
  const { off } = panel.scale;
  const [times80, times95] = [times(0.8), times(0.95)];
  return all.map(({ history, forecasters }, area) => {
    const means = forecasters[methods[area]](origin, horizon);
    const expected = Array.from(means, (mean, h) => {
      const stray = spread(area, h + 1);
      const [near, far] = [stray * times80, stray * times95];
      return {
        mean: off(mean),
        lo80: off(mean - near),
        hi80: off(mean + near),
        lo95: off(mean - far),
        hi95: off(mean + far),
      };
    });
    return { area: history.area, method: methods[area], expected };
  });
}
