import { z } from "zod";
import { missingReasons } from "../../figures/figure.ts";
import { id, period, text, where } from "../../format/scalars.ts";
import { target } from "../targets/schema.ts";
import { baseline } from "./baseline.ts";
import { printed, source } from "./print.ts";

const measured = {
  indicator: z.string().optional(),
  where: where.optional(),
  /** Other values than the indicator's own, as `{years: 2}`. */
  parameters: z.record(z.string(), z.string()).optional(),
  /** Why no indicator can be named. */
  noIndicator: text.optional(),
  /** The area, when it is not the plan's own municipalities. */
  area: z.string().optional(),
  target: target.optional(),
  baseline: baseline.optional(),
  /** The change the plan prints beside a level: checked against baseline and target. */
  states: z.strictObject({ direction: z.enum(["rise", "fall", "unchanged"]), by: printed.optional() }).optional(),
};

const part = z.strictObject({ id, label: text, ...measured });

/** Something the wording leaves open. It blocks a verdict with `reason` until answered; without `reason` it is a doubt shown beside it. */
const question = z.strictObject({
  id,
  asks: text,
  about: z.enum([
    "unit",
    "period",
    "baseline",
    "numerator",
    "denominator",
    "direction",
    "indicator",
    "contradiction",
    "population",
    "source",
    "wording",
  ]),
  part: id.optional(),
  reason: z.enum(missingReasons).optional(),
  /** The key an answer in free words fills: `baseline.value`, `target.period`. */
  fills: z.string().optional(),
  /** Readings to choose between, each with the keys it sets. */
  readings: z.array(z.strictObject({ id, says: text, sets: z.record(z.string(), z.string()).optional() })).optional(),
});

const goalWritten = z.strictObject({
  id,
  title: text,
  track: id,
  targetGroup: id.optional(),
  force: z.enum(["promise", "expectation", "intention"]),
  level: z.enum(["own", "national", "none-set"]),
  noneSet: text.optional(),
  good: z.enum(["up", "down", "none"]),
  responsible: z.string().optional(),
  rhythm: z.enum(["month", "quarter", "half", "year"]).optional(),
  dataSource: z.string().optional(),
  source,
  ...measured,
  parts: z.array(part).min(1).optional(),
  alsoStated: z
    .array(
      z.strictObject({ part: id.optional(), of: z.enum(["target", "baseline", "change"]), value: printed, source }),
    )
    .optional(),
  references: z
    .array(
      z.strictObject({
        label: text,
        area: z.string().optional(),
        period: period.optional(),
        value: printed,
        source: source.optional(),
      }),
    )
    .optional(),
  corrections: z.array(z.strictObject({ label: text, value: printed, source: source.optional() })).optional(),
  shares: z.array(z.strictObject({ unit: z.string(), value: printed })).optional(),
  sharesGive: z.enum(["sum", "mean"]).optional(),
  partOf: id.optional(),
  continues: z.string().optional(),
  efforts: z.array(id).optional(),
  questions: z.array(question).default([]),
});

/** One measured part of a goal. A goal written without `parts` has one, with the id `all`. */
export type Part = z.output<typeof part>;
export type Question = z.output<typeof question>;
export type Goal = z.output<typeof goal>;

/** A goal: a sentence whose truth could be decided on some day. */
export const goal = goalWritten.transform(
  ({
    indicator,
    where: filters,
    parameters,
    noIndicator,
    area,
    target: aim,
    baseline: start,
    states,
    parts,
    ...rest
  }) => ({
    ...rest,
    parts: parts ?? [
      {
        id: "all",
        label: rest.title,
        indicator,
        where: filters,
        parameters,
        noIndicator,
        area,
        target: aim,
        baseline: start,
        states,
      },
    ],
  }),
);
