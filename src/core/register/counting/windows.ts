import { addDays, addMonths, type Day } from "../../calendar/day.ts";
import { firstDay, firstDayAfter, type Month } from "../../calendar/month.ts";
import { type Period, parsePeriod, periodAround } from "../../calendar/period.ts";

/** What a series has a figure for: each month, quarter or year, or for each month the twelve months it ends. */
export const seriesUnits = ["month", "quarter", "year", "rolling12"] as const;
export type SeriesUnit = (typeof seriesUnits)[number];

/** Periods that follow each other without a gap, and the look-up of the one a day lies in. */
export type Windows = {
  readonly periods: readonly Period[];
  /** The first day of each period, and the day after the last. */
  readonly bounds: Int32Array;
  /** The number of the window of each day from the first bound. */
  readonly at: Int32Array;
};

/** Lays windows over periods, each of which must begin where the one before it ends. */
export function windowsOf(periods: readonly Period[]): Windows {
  const bounds = Int32Array.from([...periods.map(({ from }) => from), ...periods.slice(-1).map(({ to }) => to)]);
  const at = new Int32Array(periods.length === 0 ? 0 : bounds[periods.length] - bounds[0]);
  for (const [w, { from, to }] of periods.entries()) {
    if (to !== bounds[w + 1]) throw new Error(`${periods[w].id} does not meet the period after it`);
    at.fill(w, from - bounds[0], to - bounds[0]);
  }
  return { periods, bounds, at };
}

/**
 * The whole periods from one month to another, in series without overlap: one series, but twelve for `rolling12`, where
 * each holds every twelfth period.
 *
 * @example seriesOf(parseMonth("2018-01"), parseMonth("2018-08"), "quarter")[0].map(({ id }) => id) // ["2018Q1", "2018Q2"]
 */
export function seriesOf(from: Month, to: Month, unit: SeriesUnit): Period[][] {
  if (unit === "rolling12") return rollingSeries(from, to);
  const [begin, end] = [firstDay(from), firstDayAfter(to)];
  const periods: Period[] = [];
  for (let period = periodAround(begin, unit); period.to <= end; period = periodAround(period.to, unit))
    if (period.from >= begin) periods.push(period);
  return periods.length === 0 ? [] : [periods];
}

function rollingSeries(from: Month, to: Month): Period[][] {
  const series: Period[][] = Array.from({ length: Math.min(12, Math.max(0, to - from + 1)) }, () => []);
  let end = firstDayAfter(from);
  for (let k = 0; k <= to - from; k++, end = addMonths(end, 1)) series[k % 12].push(yearTo(end));
  return series;
}

function yearTo(end: Day): Period {
  const id = (day: Day) => periodAround(day, "month").id;
  return parsePeriod(`${id(addMonths(end, -12))}..${id(addDays(end, -1))}`);
}
