import type { Day } from "../calendar/day.ts";
import { contains, monthsOf, type Period } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import { figureOf, type Observation, observationsOf, type Series } from "../indicators/series.ts";
import type { Bounds } from "../stats/bounds.ts";
import {
  findCount,
  intervalOfCount,
  intervalOfShare,
  isCounted,
  type Uncertainty,
  uncertaintyOf,
} from "./uncertainty.ts";

/** What figures are seen against: nothing, or the inhabitants, so that large and small municipalities can be compared. */
export const pers = ["none", "inhabitants"] as const;
export type Per = (typeof pers)[number];

/** Figures seen against the inhabitants are for so many of them, so that a town's are more than a few. */
export const PEOPLE = 10_000;

/** How the figures of a series are to be seen. */
export type Seeing = {
  readonly series: Series;
  readonly per: Per;
  /** Every published series: among them the population, and the count behind a share. */
  readonly all: readonly Series[];
  readonly asOf: Day;
};

/** A figure as it is compared, with the interval that chance gives it where that can be known. */
export type Level = { readonly period: Period; readonly figure: Figure | Missing; readonly interval?: Bounds };

/** The figures of a series as they are compared. */
export type Levels = {
  readonly unit: Unit;
  readonly uncertainty: Uncertainty;
  /** The figure of an area in a period. */
  readonly at: (area: string, period: Period) => Level;
  /** The figures of an area in order of time. */
  readonly over: (area: string) => Level[];
};

/** Reads a series as it is to be seen. */
export function levelsOf({ series, per, all, asOf }: Seeing): Levels {
  const isPer = per === "inhabitants";
  const unit = isPer ? "count" : series.unit;
  const count = findCount(series, all);
  const uncertainty = uncertaintyOf(isPer ? { ...series, unit: "share" } : series, isPer || count !== undefined);
  const people = peopleIn(findPopulation(all));
  const counts = byPlace(count);
  const trialsOf = (one: Observation, figure: Figure) => {
    if (isPer) return people(one.area, one.period);
    const behind = counts.get(keyOf(one.area, one.period))?.value;
    return behind === undefined || isMissing(behind) || figure.value <= 0 ? undefined : behind.value / figure.value;
  };
  const seen = (one: Observation): Level => {
    const { period } = one;
    const read = figureOf(series, one, asOf);
    if (isMissing(read)) return { period, figure: read };
    const trials = trialsOf(one, read);
    if (!isPer) return { period, figure: read, ...intervalBy(uncertainty, read.value, trials, 1) };
    if (trials === undefined) return { period, figure: { missing: "no-denominator", unit, period } };
    const share = read.value / trials;
    const figure = { value: share * PEOPLE, unit, period, ...(read.origin && { origin: read.origin }) };
    return { period, figure, ...intervalBy(uncertainty, share, trials, PEOPLE) };
  };
  const observed = byPlace(series);
  return {
    unit,
    uncertainty,
    at: (area, period) => {
      const found = observed.get(keyOf(area, period));
      return found === undefined ? { period, figure: { missing: "no-data", unit, period } } : seen(found);
    },
    over: (area) => observationsOf(series, area).map(seen),
  };
}

/** The interval of a value, in the size that the figure is shown in. */
function intervalBy({ method }: Uncertainty, value: number, trials: number | undefined, size: number) {
  if (method === "unknown" || (method === "wilson" && trials === undefined)) return {};
  const bounds = method === "poisson" ? intervalOfCount(value) : intervalOfShare(value, trials ?? 0);
  return bounds === undefined ? {} : { interval: { low: bounds.low * size, high: bounds.high * size } };
}

/** Whether the figures of a series can be seen against the inhabitants in a period. */
export function mayBePer(series: Series, all: readonly Series[], period: Period): boolean {
  const population = findPopulation(all);
  if (population === undefined || series === population || !isCounted(series.unit)) return false;
  const people = peopleIn(population);
  return series.observations.some((one) => people(one.area, period) !== undefined);
}

/** The population of every area and month, all ages together. */
export function findPopulation(all: readonly Series[]): Series | undefined {
  return all.find(
    ({ indicator, frequency, where }) =>
      indicator === "befolkning" && frequency === "month" && Object.keys(where).length === 0,
  );
}

/** The mean of the population over the months of a period; undefined unless every month is known. */
export function peopleIn(population: Series | undefined): (area: string, period: Period) => number | undefined {
  const byArea = Map.groupBy(population?.observations ?? [], ({ area }) => area);
  return (area, period) => {
    const found = (byArea.get(area) ?? []).flatMap(({ period: month, value }) =>
      contains(period, month) && !isMissing(value) ? [value.value] : [],
    );
    if (found.length === 0 || found.length !== monthsOf(period).length) return undefined;
    return found.reduce((sum, one) => sum + one, 0) / found.length;
  };
}

function byPlace(series: Series | undefined): ReadonlyMap<string, Observation> {
  return new Map((series?.observations ?? []).map((one) => [keyOf(one.area, one.period), one]));
}

function keyOf(area: string, { from, to }: Period): string {
  return `${area} ${from} ${to}`;
}
