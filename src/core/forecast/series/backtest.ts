import type { Outcome } from "./accuracy.ts";
import { forecastFrom } from "./forecast.ts";
import { firstOrigin, type Panel, periodsOf } from "./panel.ts";
import type { Trials } from "./trials.ts";

/** The first origin whose forecasts have trials enough behind them to be made at all. */
export function firstForecastOrigin(season: number, horizon: number, fewestTrials: number): number {
  return firstOrigin(season) + fewestTrials + horizon - 1;
}

/**
 * Forecasts every area from each origin of a stretch as it would have been forecast then, method and intervals chosen on
 * what was known then, and holds it against what came.
 */
export function backtest(panel: Panel, all: readonly Trials[], from: number, to = periodsOf(panel) - 1): Outcome[] {
  const origins = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return origins.flatMap((origin) =>
    forecastFrom(panel, all, origin).flatMap((forecast, area) =>
      outcomesOf(panel, all[area], origin, forecast.expected),
    ),
  );
}

function outcomesOf(
  { season, scale }: Panel,
  { history, forecasts, horizon, naive }: Trials,
  origin: number,
  expected: readonly Outcome["expected"][],
): Outcome[] {
  const row = (origin - firstOrigin(season)) * horizon;
  return expected.slice(0, history.values.length - origin).map((one, h) => ({
    area: history.area,
    origin,
    ahead: h + 1,
    expected: one,
    actual: history.values[origin + h],
    seasonalNaive: scale.off(forecasts["seasonal-naive"][row + h]),
    drift: scale.off(forecasts.drift[row + h]),
    measure: naive[origin],
  }));
}
