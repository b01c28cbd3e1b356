import { fitSmoothing, type SmoothingFit } from "../../stats/smoothing/fit.ts";
import { follow } from "../../stats/smoothing/follow.ts";
import type { Form } from "../../stats/smoothing/form.ts";
import { meansOf } from "../../stats/smoothing/predict.ts";
import type { Text } from "../../text/text.ts";

/**
 * The ways to forecast a series, the one trusted unless another has done clearly better first: the mean of three forms of
 * smoothing, from the simplest to the fullest (a level; with a season; with a damped slope too). Which of the forms fits
 * best changes from origin to origin and says little of which will forecast best.
 */
export const methodIds = ["smoothing", "seasonal-smoothing", "combination", "seasonal-naive", "drift"] as const;
export type MethodId = (typeof methodIds)[number];

/** Forecasts so many periods from an origin: of periods origin, origin + 1 …, by the values before the origin alone. */
export type Forecaster = (origin: number, horizon: number) => Float64Array;

export const methodWords: Readonly<Record<MethodId, Text>> = {
  smoothing: { da: "eksponentiel udglatning", en: "exponential smoothing" },
  "seasonal-smoothing": { da: "eksponentiel udglatning med sæson", en: "exponential smoothing with a season" },
  combination: {
    da: "gennemsnit af udglatning, sidste år og jævn udvikling",
    en: "mean of smoothing, last year and even change",
  },
  "seasonal-naive": { da: "som sidste år", en: "as last year" },
  drift: { da: "jævn udvikling", en: "even change" },
};

/** The forecasters of a series. */
export function forecastersOf(values: Float64Array, season: number): Readonly<Record<MethodId, Forecaster>> {
  const level = smoothingOf(values, season, { trend: "none", season: 1 });
  const seasonal = smoothingOf(values, season, { trend: "none", season });
  const damped = smoothingOf(values, season, { trend: "damped", season });
  const seasonalNaive = seasonalNaiveOf(values, season);
  const smoothing =
    season > 1 ? halfAsLastYear(meanOf([level, seasonal, damped]), seasonalNaive, season) : meanOf([level, damped]);
  const drift = driftOf(values);
  return {
    smoothing,
    "seasonal-smoothing": meanOf([seasonal, damped]),
    combination: meanOf([smoothing, seasonalNaive, drift]),
    "seasonal-naive": seasonalNaive,
    drift,
  };
}

/** As in the same period of the last year known. */
export function seasonalNaiveOf(values: Float64Array, season: number): Forecaster {
  return (origin, horizon) => Float64Array.from({ length: horizon }, (_, h) => values[origin - season + (h % season)]);
}

/** On from the last value by the mean change so far. */
export function driftOf(values: Float64Array): Forecaster {
  return (origin, horizon) => {
    const last = values[origin - 1];
    const change = (last - values[0]) / (origin - 1);
    return Float64Array.from({ length: horizon }, (_, h) => last + (h + 1) * change);
  };
}

/** By a form of smoothing, its weights fitted anew when another whole season has been seen; the state follows every period. */
export function smoothingOf(values: Float64Array, season: number, form: Form): Forecaster {
  const fitted = new Map<number, SmoothingFit>();
  const fitUntil = (until: number) => {
    const fit = fitted.get(until) ?? fitSmoothing(values.subarray(0, until), form);
    fitted.set(until, fit);
    return fit;
  };
  return (origin, horizon) => {
    const until = origin - (origin % season);
    const { weights, end } = fitUntil(until);
    return Float64Array.from(meansOf(follow(values.subarray(until, origin), weights, end).end, weights, horizon));
  };
}

/**
 * A forecast that whole years ahead is half as last year: then that is the newest figure there is, and as good a guess of
 * the level as any smoothing.
 */
function halfAsLastYear(forecaster: Forecaster, seasonalNaive: Forecaster, season: number): Forecaster {
  const both = meanOf([forecaster, seasonalNaive]);
  return (origin, horizon) => {
    const half = both(origin, horizon);
    return forecaster(origin, horizon).map((one, h) => ((h + 1) % season === 0 ? half[h] : one));
  };
}

/** The mean of several forecasts. */
function meanOf(forecasters: readonly Forecaster[]): Forecaster {
  return (origin, horizon) => {
    const all = forecasters.map((one) => one(origin, horizon));
    return all[0].map((_, h) => all.reduce((sum, one) => sum + one[h], 0) / all.length);
  };
}
