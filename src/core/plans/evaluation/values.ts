import { addDays, addMonths, type Day } from "../../calendar/day.ts";
import { contains, endPeriod, type Period, samePeriod } from "../../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../../figures/figure.ts";
import type { Observation, Series } from "../../indicators/series.ts";
import type { Taken } from "../targets/taken.ts";

/** A figure for a period, how final it is, and the observations it was made of. */
export type Found = { readonly figure: Figure | Missing; readonly final: boolean; readonly of: readonly Observation[] };

/** What is measured where: a series for the plan's municipalities, pooled when there are several, as known on a day. */
export type Source = { readonly series: Series; readonly areas: readonly string[]; readonly asOf: Day };

/** The outturn so far, oldest first: one observation a period, pooled over the areas. */
export function outturn({ series, areas, asOf }: Source): Observation[] {
  const known = series.observations.filter(
    ({ status, period }) => status === "actual" && period.to <= addDays(asOf, 1),
  );
  const pooledArea = areas.join("+");
  const ready = known.filter(({ area }) => area === pooledArea);
  if (areas.length === 1) return inOrder(ready);
  const first = known.filter(({ area }) => area === areas[0]);
  const pooled = first
    .filter(({ period }) => !ready.some((one) => samePeriod(one.period, period)))
    .map((one) => pool(one.period, known, areas));
  return inOrder([...ready, ...pooled]);
}

/** Several municipalities' figures as one: counts add up; shares need their numerators and denominators. */
function pool(period: Period, known: readonly Observation[], areas: readonly string[]): Observation {
  const each = areas.map((area) => known.find((one) => one.area === area && samePeriod(one.period, period)));
  const area = areas.join("+");
  const figures = each.map((one) => one?.value ?? { missing: "no-data" as const });
  const missing = figures.find(isMissing);
  if (missing !== undefined) return { area, period, status: "actual", value: missing };
  const values = figures.flatMap((one) => (isMissing(one) ? [] : [one]));
  const unit = values[0].unit;
  if (unit === "share" || unit === "share-points" || unit === "rank")
    return { area, period, status: "actual", value: { missing: "no-denominator", unit, period } };
  const total = values.reduce((sum, { value }) => sum + value, 0);
  return { area, period, status: "actual", value: { ...values[0], value: total, printed: undefined } };
}

function inOrder(observations: readonly Observation[]): Observation[] {
  return observations.toSorted((a, b) => a.period.to - b.period.to || a.period.from - b.period.from);
}

/** Whether the source no longer revises a period's figure. */
export function isFinal(period: Period, { series, asOf }: Source): boolean {
  return addMonths(period.to, series.finalAfterMonths) <= addDays(asOf, 1);
}

/** The newest observation with a figure. */
export function latest(source: Source): Observation | undefined {
  return outturn(source).findLast(({ value }) => !isMissing(value));
}

/** The observations of the finest steps inside a period, with a figure. */
export function inside(source: Source, period: Period): Observation[] {
  const within = outturn(source).filter((one) => !isMissing(one.value) && contains(period, one.period));
  const shortest = Math.min(...within.map((one) => one.period.to - one.period.from));
  return within.filter((one) => one.period.to - one.period.from <= shortest + 3);
}

/**
 * The figure of a period: the observation of just that period, else its end, mean or sum of the observations inside it.
 * A mean is the unweighted mean of all of them; an unfinished period has none.
 */
export function figureIn(source: Source, period: Period, taken: Taken | undefined): Found {
  const known = outturn(source);
  const wanted = atEnd(period, taken) ? endPeriod(period.of ?? period, source.series.frequency) : period;
  const exact =
    known.find((one) => samePeriod(one.period, wanted)) ?? known.find((one) => samePeriod(one.period, period));
  if (exact !== undefined) return { figure: exact.value, final: isFinal(exact.period, source), of: [exact] };
  if (period.to > addDays(source.asOf, 1)) return { figure: { missing: "not-yet-published" }, final: false, of: [] };
  const parts = inside(source, wanted);
  if (!fills(parts, wanted)) return { figure: { missing: "no-data" }, final: false, of: parts };
  return { figure: together(parts, period, taken, source.series), final: isFinal(wanted, source), of: parts };
}

function atEnd(period: Period, taken: Taken | undefined): boolean {
  return taken === "end" || period.kind === "end";
}

/** Whether observations follow each other from the first day to the last. */
function fills(parts: readonly Observation[], period: Period): boolean {
  let at = period.from;
  for (const one of parts) {
    if (one.period.from !== at) return false;
    at = one.period.to;
  }
  return at === period.to;
}

function together(parts: readonly Observation[], period: Period, taken: Taken | undefined, series: Series): Figure {
  const values = parts.flatMap(({ value }) => (isMissing(value) ? [] : [value]));
  const total = values.reduce((sum, { value }) => sum + value, 0);
  const adds = taken === "sum" || (taken === undefined && series.unit === "count");
  return { ...values[0], value: adds ? total : total / values.length, period, printed: undefined };
}
