import { z } from "zod";
import { addDays, formatDay } from "#core/calendar/day.ts";
import { units } from "#core/figures/unit.ts";
import type { IndicatorResult } from "#core/indicators/compute.ts";
import type { Indicator } from "#core/indicators/indicator.ts";
import type { Reconciled } from "#core/indicators/reconcile.ts";
import type { IndicatorRow } from "#core/indicators/row.ts";
import { endpoint } from "./endpoint.ts";
import { figureJson } from "./figure.ts";
import { day, text } from "./scalars.ts";

const good = z.enum(["up", "down", "none"]);

/** A published series, without its figures. */
export const seriesEntry = z.object({
  id: z.string(),
  title: text,
  indicator: z.string(),
  where: z.record(z.string(), z.string()),
  unit: z.enum(units),
  owner: z.string(),
  table: z.string().optional(),
  frequency: z.enum(["day", "month", "quarter", "half", "year"]),
  licence: z.string(),
  fetched: day.optional(),
  vintage: z.string(),
  /** The ids of its first and last period. */
  first: z.string(),
  last: z.string(),
  /** How many areas it has figures of. */
  areas: z.number(),
  moment: text.optional(),
  note: text.optional(),
});

/** A goal of a plan that is measured by the indicator. */
const usingGoal = z.object({
  plan: z.string(),
  planTitle: text,
  organisation: text,
  goal: z.string(),
  title: text,
});

/** An indicator in a line of the list. */
export const indicatorEntry = z.object({
  id: z.string(),
  name: text,
  unit: z.enum(units),
  good,
  /** What it means, in a sentence. */
  definition: text,
  /** Whether a register can compute it. */
  computed: z.boolean(),
  /** How many published series show it. */
  series: z.number(),
  /** How many goals of the plans one may see are measured by it. */
  goals: z.number(),
});

export const indicatorSchema = indicatorEntry.omit({ series: true, goals: true }).extend({
  source: text,
  /** In words, with the parameters' own values. */
  formula: z.object({ numerator: text, denominator: text.optional() }).optional(),
  parameters: z.array(z.object({ id: z.string(), value: z.string(), meaning: text })),
  dimensions: z.array(z.object({ id: z.string(), label: text })),
  /** Where the indicator is published, whether or not its figures are here. */
  published: z.array(z.object({ source: z.string(), table: z.string(), measure: z.string().optional() })),
  smallestCount: z.number(),
  valid: z.object({ from: day.optional(), to: day.optional() }),
  breaks: z.array(z.object({ on: day, text })),
  finalAfterMonths: z.number(),
  series: z.array(seriesEntry),
  goals: z.array(usingGoal),
});

export const listIndicators = endpoint({
  method: "GET",
  path: "/api/indicators",
  summary: { da: "Alle indikatorer", en: "Every indicator" },
  answer: z.object({ indicators: z.array(indicatorEntry) }),
});

export const indicatorParams = z.strictObject({ indicator: z.string() });

export const readIndicator = endpoint({
  method: "GET",
  path: "/api/indicators/:indicator",
  summary: { da: "En indikator: hvad tallet betyder", en: "An indicator: what the figure means" },
  params: indicatorParams,
  answer: indicatorSchema,
});

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
