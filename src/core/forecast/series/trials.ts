import { type Forecaster, forecastersOf, type MethodId } from "./method.ts";
import { firstOrigin, type History, type Panel } from "./panel.ts";

/** What each method would have forecast for a history from every origin in the past, and how that came out. */
export type Trials = {
  readonly history: History;
  /** The history on the panel's scale. */
  readonly scaled: Float64Array;
  readonly forecasters: Readonly<Record<MethodId, Forecaster>>;
  readonly horizon: number;
  /** Of each method, on the scale: origin − first origin, × horizon, + periods ahead − 1. */
  readonly forecasts: Readonly<Record<MethodId, Float64Array>>;
  /** By origin: the mean size of the seasonal naive forecast's errors on the values before it, not on the scale. */
  readonly naive: Float64Array;
};

/** The trials of every history of a panel, in its order. */
export function trialsOf(panel: Panel, horizon: number): Trials[] {
  return panel.histories.map((history) => trialsOfOne(panel, history, horizon));
}

/**
 * Forecasts a history anew from every origin of the past by every method, as if nothing later were known (rolling
 * origins). All that is chosen or calibrated later is chosen and calibrated on these.
 */
function trialsOfOne({ season, scale }: Panel, history: History, horizon: number): Trials {
  const scaled = history.values.map(scale.on);
  const forecasters = forecastersOf(scaled, season);
  const first = firstOrigin(season);
  const fromEveryOrigin = (method: MethodId) => {
    const all = new Float64Array(Math.max(0, scaled.length - first) * horizon);
    for (let origin = first; origin < scaled.length; origin++)
      all.set(forecasters[method](origin, horizon), (origin - first) * horizon);
    return all;
  };
  const forecasts = {
    smoothing: fromEveryOrigin("smoothing"),
    "seasonal-smoothing": fromEveryOrigin("seasonal-smoothing"),
    combination: fromEveryOrigin("combination"),
    "seasonal-naive": fromEveryOrigin("seasonal-naive"),
    drift: fromEveryOrigin("drift"),
  };
  return { history, scaled, forecasters, horizon, forecasts, naive: naiveErrors(history.values, season) };
}

function naiveErrors(values: Float64Array, season: number): Float64Array {
  const errors = new Float64Array(values.length + 1);
  for (let origin = season + 1, sum = 0; origin <= values.length; origin++) {
    sum += Math.abs(values[origin - 1] - values[origin - 1 - season]);
    errors[origin] = sum / (origin - season);
  }
  return errors;
}
