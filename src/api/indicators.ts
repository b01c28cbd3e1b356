import { addDays, formatDay } from "#core/calendar/day.ts";
import type { IndicatorResult } from "#core/indicators/compute.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import type { Reconciled } from "#core/indicators/reconcile.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { figureJson } from "./figure.ts";

/** An indicator's definition as data. */
export function indicatorJson({ breaks, valid, ...indicator }: Indicator) {
  return {
    ...indicator,
    computed: indicator.numerator !== undefined,
    valid: {
      ...(valid.from !== undefined && { from: formatDay(valid.from) }),
      ...(valid.until !== undefined && { to: formatDay(addDays(valid.until, -1)) }),
    },
    breaks: breaks.map(({ on, text }) => ({ on: formatDay(on), text })),
  };
}

/** The figures of an indicator as data. */
export function resultJson({ asOf, rows, ...result }: IndicatorResult) {
  return { ...result, asOf: formatDay(asOf), rows: rows.map(rowJson) };
}

/** One row: its period, its codes, and the figure or why there is none. A withheld cell is missing, never 0. */
export function rowJson({ period, dims, ...row }: IndicatorRow) {
  return { period: period.id, ...dims, ...row };
}

/** An own figure beside a published one as data. */
export function reconciledJson({ period, own, theirs, difference, ...row }: Reconciled) {
  return {
    ...row,
    period: period.id,
    own: figureJson(own),
    theirs: figureJson(theirs),
    ...(difference && {
      difference: { number: figureJson(difference.number), share: figureJson(difference.share) },
    }),
  };
}
