import type { Frequency, Period } from "../../calendar/period.ts";
import { periodAround, samePeriod } from "../../calendar/period.ts";
import { broken } from "../../faults/fault.ts";
import { isMissing } from "../../figures/figure.ts";
import { areasOf, type Observation, observationsOf, type Series } from "../../indicators/series.ts";
import { FEWEST_TRIALS, firstOrigin, furthestHorizon, type Panel } from "./panel.ts";
import { type Scale, scales } from "./scale.ts";

/** How many periods of each frequency a year has; a series by day is not forecast by its year. */
export const seasons: Readonly<Record<Frequency, number>> = { day: 1, month: 12, quarter: 4, half: 2, year: 1 };

/** A panel of a series and the periods it covers. The area asked for is its first. */
export type SeriesPanel = { readonly panel: Panel; readonly periods: readonly Period[] };

/**
 * The figures that a forecast of an area from a period rests on: the unbroken run of actual figures up to it, after the
 * latest break, with those of every other area that has them all, for they tell how wild the times are.
 *
 * @throws BrokenInput no-figure-then, series-too-short, horizon-too-far, wrong-horizon
 */
export function panelOf(
  series: Series,
  area: string,
  asOf: Period,
  horizon: number,
  scale: Scale = scales[series.unit],
): SeriesPanel {
  if (!(Number.isInteger(horizon) && horizon >= 1)) throw broken("wrong-horizon", { horizon });
  const run = runUpTo(series, area, asOf);
  if (run.length === 0) throw broken("no-figure-then", { area, period: asOf.id });
  const season = seasons[series.frequency];
  checkLength(run, season, horizon);
  const periods = run.map(({ period }) => period);
  const histories = [area, ...areasOf(series).filter((one) => one !== area)].flatMap((one) => {
    const own = runUpTo(series, one, asOf).slice(-run.length);
    return own.length === run.length ? [{ area: one, values: Float64Array.from(own, ({ value }) => value) }] : [];
  });
  return { panel: { season, scale, histories }, periods };
}

function checkLength(run: readonly Figured[], season: number, horizon: number): void {
  const furthest = furthestHorizon(run.length, season);
  if (furthest < 1) {
    const needed = firstOrigin(season) + FEWEST_TRIALS;
    throw broken("series-too-short", { periods: run.length, last: run[run.length - 1].period.id, needed });
  }
  if (horizon > furthest) throw broken("horizon-too-far", { horizon, periods: run.length, furthest });
}

type Figured = { readonly period: Period; readonly value: number };

/** The figures of an area that follow each other without a gap or a break up to a period, the oldest first; of a later break nothing is known. */
function runUpTo(series: Series, area: string, last: Period): Figured[] {
  const breaks = series.breaks.map(({ on }) => on).filter((on) => on < last.to);
  const since = Math.max(...breaks, Number.NEGATIVE_INFINITY);
  const run: Figured[] = [];
  for (const { period, value } of usable(observationsOf(series, area)).toReversed()) {
    const next = run[0]?.period;
    if (next === undefined ? !samePeriod(period, last) : period.to !== next.from) {
      if (next === undefined) continue;
      break;
    }
    if (period.from < since) break;
    run.unshift({ period, value });
  }
  return run;
}

function usable(observations: readonly Observation[]): Figured[] {
  return observations.flatMap(({ period, value, status }) =>
    status === "actual" && !isMissing(value) ? [{ period, value: value.value }] : [],
  );
}

/** The periods that follow one, of the series' frequency. */
export function periodsAfter({ to }: Period, frequency: Frequency, count: number): Period[] {
  const periods: Period[] = [];
  for (let day = to; periods.length < count; day = periods[periods.length - 1].to)
    periods.push(periodAround(day, frequency));
  return periods;
}
