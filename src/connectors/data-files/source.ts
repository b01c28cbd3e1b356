import { z } from "zod";
import type { Frequency } from "#core/calendar/period.ts";
import { missingReasons } from "#core/figures/figure.ts";
import { day, id, seriesBreak, text, unit, where, wholeNumber } from "#core/format/scalars.ts";
import { observationStatuses } from "#core/indicators/series.ts";

const frequencies: readonly [Frequency, ...Frequency[]] = ["day", "month", "quarter", "half", "year"];

/** One series of a file: which column and rows it is, and what it measures. */
const series = z.strictObject({
  id,
  title: text,
  indicator: id,
  where: where.default({}),
  column: z.string(),
  /** The rows of the series: the value that stands in each of these columns. */
  rows: z.record(z.string(), z.string()).default({}),
  unit,
  frequency: z.enum(frequencies),
  seasonal: z.enum(["none", "adjusted"]).default("none"),
  status: z.enum(observationStatuses).default("actual"),
  finalAfterMonths: wholeNumber,
  moment: text.optional(),
  breaks: z.array(seriesBreak).default([]),
  proxyFor: z.array(z.strictObject({ indicator: id, where: where.default({}), why: text })).default([]),
  note: text.optional(),
});
export type SourceSeries = z.output<typeof series>;

/** Which file holds which published series: `data/sources/*.yaml`. */
export const source = z.strictObject({
  /** Under `data/series`. */
  file: z.string(),
  owner: z.string(),
  table: z.string(),
  licence: z.string(),
  /** The public repository the copy was found in, and its licence. */
  foundIn: z.string(),
  fetched: day.optional(),
  vintage: z.string(),
  numbers: z.enum(["da", "en"]),
  area: z.string(),
  period: z.string(),
  /** What stands where there is no figure, and why there is none. */
  missing: z.record(z.string(), z.strictObject({ reason: z.enum(missingReasons), note: text })).default({}),
  /**
   * A column whose values break every series down: one series for each code of the dimension, found by the name that
   * the source has for it, and one of the rows that hold `total`.
   */
  by: z
    .strictObject({ column: z.string(), dimension: id, names: z.enum(["jobindsats", "statbank"]), total: z.string() })
    .optional(),
  series: z.array(series).min(1),
});
export type Source = z.output<typeof source>;
