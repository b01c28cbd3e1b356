import { addMonths, type Day } from "../calendar/day.ts";
import type { Frequency, Period } from "../calendar/period.ts";
import { type Figure, isMissing, type Missing } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import type { Break, Where } from "../format/scalars.ts";
import type { Text } from "../text/text.ts";
import { type Indicator, sameWhere } from "./indicator.ts";

export const observationStatuses = ["actual", "forecast", "budget", "expected", "target"] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** One figure of a series: for one area in one period. */
export type Observation = {
  /** The id of an area of the vocabulary: `851`, `000`, `084`, `rar-hovedstaden`. */
  readonly area: string;
  readonly period: Period;
  readonly value: Figure | Missing;
  readonly status: ObservationStatus;
};

/** What a series can stand in for though it measures something else, and why it is not the same. */
export type Proxy = { readonly indicator: string; readonly where: Where; readonly why: Text };

/** Published or own figures of one indicator, over areas and periods, as they were on the day they were fetched. */
export type Series = {
  readonly id: string;
  readonly title: Text;
  readonly owner: string;
  readonly table?: string;
  readonly indicator: string;
  readonly where: Where;
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly seasonal: "none" | "adjusted";
  /** Undefined where the file does not tell. */
  readonly fetched?: Day;
  /** The name of this fetch among those of the series. */
  readonly vintage: string;
  /** Of the file it was read from. */
  readonly sha256?: string;
  readonly licence: string;
  /** How many months after a period its figure can still be revised. */
  readonly finalAfterMonths: number;
  readonly breaks: readonly Break[];
  /** The moment of the period the figures are from, where it is not the whole period: «end of November». */
  readonly moment?: Text;
  readonly proxyFor: readonly Proxy[];
  readonly note?: Text;
  readonly observations: readonly Observation[];
};

/** The observations of an area, in order of time. */
export function observationsOf(series: Series, area: string): Observation[] {
  return series.observations.filter((one) => one.area === area).toSorted((a, b) => a.period.to - b.period.to);
}

/** The areas a series has observations of. */
export function areasOf(series: Series): string[] {
  return [...new Set(series.observations.map((one) => one.area))];
}

/** Whether a series measures an indicator with a filter. */
export function matches(series: Series, indicator: Indicator, where: Where): boolean {
  return series.indicator === indicator.id && sameWhere(indicator, series.where, where);
}

/** What a series says of itself as a stand-in for an indicator with a filter; undefined when it is none. */
export function findProxy(series: Series, indicator: Indicator, where: Where): Proxy | undefined {
  return series.proxyFor.find((proxy) => proxy.indicator === indicator.id && sameWhere(indicator, proxy.where, where));
}

/** The first day on which the figure of a period is no longer revised. */
export function finalFrom(series: Series, period: Period): Day {
  return addMonths(period.to, series.finalAfterMonths);
}

/** The value of an observation with period and origin; `preliminary` while it can be revised as of a day. */
export function figureOf(series: Series, { period, value }: Observation, asOf: Day): Figure | Missing {
  if (isMissing(value)) return { ...value, unit: series.unit, period };
  const { owner: source, table, fetched } = series;
  const preliminary = asOf < finalFrom(series, period);
  return { ...value, period, origin: { source, table, fetched, preliminary } };
}
