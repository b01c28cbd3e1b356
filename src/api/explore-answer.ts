import type { z } from "zod";
import { formatDay } from "#core/calendar/day.ts";
import type { Figure, Missing } from "#core/figures/figure.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { IndicatorResult } from "#core/indicators/compute.ts";
import type { Reconciled } from "#core/indicators/reconcile.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import type { exploredRow, exploredSchema } from "./explore.ts";
import { figureJson } from "./figure.ts";
import { reconciledJson } from "./indicators.ts";
import { type PublishedLine, seriesJson } from "./indicators-answer.ts";

/** What was computed, as data. */
export function exploredJson(result: IndicatorResult, name: string): z.input<typeof exploredSchema> {
  const { indicator, unit, snapshot, simulated, asOf, parameters, addsUp, rows } = result;
  return {
    indicator,
    unit,
    register: { id: snapshot, name, simulated },
    asOf: formatDay(asOf),
    parameters: { ...parameters },
    addsUp: [...addsUp],
    rows: rows.map((row) => exploredRowJson(row, unit)),
  };
}

function exploredRowJson(row: IndicatorRow, unit: Unit): z.input<typeof exploredRow> {
  const { period, dims, value, missing, preliminary, numerator, denominator, n, interval, apart } = row;
  const given = value === undefined ? { missing: missing ?? "no-data", period } : { value, unit, period };
  return {
    period: period.id,
    codes: { ...dims },
    figure: figureJson(given),
    ...(preliminary && { preliminary }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(n !== undefined && { n }),
    ...(interval && { interval }),
    ...(apart && { apart: { ...apart } }),
  };
}

/** Published figures of some areas, as data. */
export function publishedJson({
  series,
  rows,
}: {
  readonly series: PublishedLine;
  readonly rows: readonly { readonly area: string; readonly period: string; readonly figure: Figure | Missing }[];
}) {
  return {
    series: seriesJson(series),
    rows: rows.map(({ area, period, figure }) => ({ area, period, figure: figureJson(figure) })),
  };
}

/** Own figures beside published ones, as data. */
export function reconciledRows(rows: readonly Reconciled[]) {
  return { rows: rows.map((row) => ({ ...reconciledJson(row), causes: [...row.causes] })) };
}
