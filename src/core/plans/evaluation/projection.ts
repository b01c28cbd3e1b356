import type { Day } from "../../calendar/day.ts";
import { type Period, samePeriod, shiftYears } from "../../calendar/period.ts";
import { isMissing } from "../../figures/figure.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Observation } from "../../indicators/series.ts";
import { type Demand, satisfies } from "../targets/demand.ts";
import type { Parameters } from "./parameters.ts";
import type { UnderWay } from "./verdict.ts";

/** How a figure stands against a demand, the band of ordinary revision around its bound being at risk. */
export function standing(value: number, demand: Demand, band: number): UnderWay {
  const { low, high } = demand;
  const margin = Math.min(value - low, high - value);
  const narrow = high - low < 2 * band;
  if (narrow && satisfies(value, demand)) return "on-course";
  if (margin > band || (band === 0 && satisfies(value, demand))) return "on-course";
  return margin >= -band ? "at-risk" : "off-course";
}

/** The band of ordinary revision: a share of the latest level, or points of a share. */
export function bandOf(unit: Unit, level: number, { countBand, shareBand }: Parameters): number {
  return unit === "share" || unit === "share-points" ? shareBand : Math.abs(level) * countBand;
}

/**
 * The mean a period will end at: its months so far, and for each that remains the mean of the last three,
 * moved as last year's season moved where last year is known.
 */
export function projectedMean(
  sofar: readonly number[],
  known: readonly Observation[],
  period: Period,
  steps: number,
): number {
  const all = known.flatMap(({ value }) => (isMissing(value) ? [] : [value.value]));
  const level = mean(all.slice(-3));
  const remaining = Array.from({ length: Math.max(0, steps - sofar.length) }, (_, ahead) =>
    seasonal(level, known, period, sofar.length + ahead),
  );
  return mean([...sofar, ...remaining]);
}

/** The level as last year's season moves it in the nth step of the period; the level itself where last year is not known. */
function seasonal(level: number, known: readonly Observation[], period: Period, nth: number): number {
  const lastYear = shiftYears(period, -1);
  const steps = known.filter((one) => one.period.from >= lastYear.from && one.period.to <= lastYear.to);
  const recent = known
    .slice(-3)
    .map((one) => numberAt(known.find((old) => samePeriod(old.period, shiftYears(one.period, -1)))));
  const then = numberAt(steps[nth]);
  if (then === undefined || recent.length < 3 || !recent.every((value) => value !== undefined)) return level;
  const base = mean(recent);
  return base === 0 ? level : (level * then) / base;
}

/** The sum a period will end at: the sum so far over the share of the year that last year had reached by then, else over days passed. */
export function projectedSum(sofar: readonly Observation[], known: readonly Observation[], period: Period): number {
  const total = sum(sofar);
  const lastYear = shiftYears(period, -1);
  const before = known.filter((one) => one.period.from >= lastYear.from && one.period.to <= lastYear.to);
  const until = shiftYears(sofar[sofar.length - 1].period, -1).to;
  const [then, whole] = [sum(before.filter((one) => one.period.to <= until)), sum(before)];
  const complete =
    before.length > 0 && before[0].period.from === lastYear.from && before.at(-1)?.period.to === lastYear.to;
  if (complete && then > 0) return (total * whole) / then;
  const passed = sofar[sofar.length - 1].period.to - period.from;
  return (total * (period.to - period.from)) / passed;
}

/** The demand a figure must meet today: on the straight line from the baseline's middle to the target's date. */
export function demandOnTheWay(demand: Demand, baseline: { value: number; at: Day }, due: Day, today: Day): Demand {
  const gone = Math.min(1, Math.max(0, (today - baseline.at) / (due - baseline.at)));
  const along = (bound: number) => (Number.isFinite(bound) ? baseline.value + (bound - baseline.value) * gone : bound);
  return { ...demand, low: along(demand.low), high: along(demand.high) };
}

function numberAt(observation: Observation | undefined): number | undefined {
  return observation === undefined || isMissing(observation.value) ? undefined : observation.value.value;
}

function sum(observations: readonly Observation[]): number {
  return observations.reduce((total, one) => total + (numberAt(one) ?? 0), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
