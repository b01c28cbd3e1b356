import { z } from "zod";
import { findMonth, type Month } from "#core/calendar/month.ts";
import { units } from "#core/figures/unit.ts";
import { seriesUnits } from "#core/register/counting/windows.ts";
import { endpoint } from "./endpoint.ts";
import { indicatorParams, seriesEntry } from "./indicators.ts";
import { day, figure, text } from "./scalars.ts";

/** A month as `2018-09`. */
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "en måned som 2018-09 / a month as 2018-09")
  .transform((written, context): Month => {
    const found = findMonth(written);
    if (found !== undefined) return found;
    context.addIssue("en måned som 2018-09 / a month as 2018-09");
    return z.NEVER;
  });

/** Words with commas between: `benefit,sex`. */
const words = z.string().transform((written) => written.split(",").filter((word) => word !== ""));

/** Values of names with commas between; several values of one name with a plus: `benefit:kontanthjaelp+dagpenge,sex:mand`. */
export const pairs = z
  .string()
  .regex(/^([\w-]+:[^,:]+(,[\w-]+:[^,:]+)*)?$/, "navn:værdi, flere med komma / name:value, several with commas")
  .transform((written): Readonly<Record<string, string>> => {
    const split = written.split(",").filter((pair) => pair !== "");
    return Object.fromEntries(
      split.map((pair) => [pair.slice(0, pair.indexOf(":")), pair.slice(pair.indexOf(":") + 1)]),
    );
  });

/** What is asked of an indicator and a register. */
export const exploreQuery = z.strictObject({
  register: z.string(),
  from: month,
  to: month,
  unit: z.enum(seriesUnits).default("month"),
  /** Dimensions to break down by. */
  by: words.optional(),
  /** Filters. */
  where: pairs.optional(),
  /** Other values than the indicator's own. */
  parameters: pairs.optional(),
  asOf: day.optional(),
});

export const exploredRow = z.object({
  /** The id of the period. */
  period: z.string(),
  /** The code of each dimension that is broken down by. */
  codes: z.record(z.string(), z.string()),
  figure,
  preliminary: z.boolean().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  /** How many persons (or companies) are behind it. */
  n: z.number().optional(),
  /** Of a share of outcomes, where it lies in 95 of 100 cases. */
  interval: z.object({ low: z.number(), high: z.number() }).optional(),
  /** What was left out, by the reason. */
  apart: z.record(z.string(), z.number()).optional(),
});

export const exploredSchema = z.object({
  indicator: z.string(),
  unit: z.enum(units),
  register: z.object({ id: z.string(), name: z.string(), simulated: z.boolean() }),
  asOf: day,
  parameters: z.record(z.string(), z.string()),
  /** The dimensions over whose parts the figures add up. */
  addsUp: z.array(z.string()),
  rows: z.array(exploredRow),
});

export const exploreRegister = endpoint({
  method: "GET",
  path: "/api/indicators/:indicator/figures",
  summary: {
    da: "En indikator beregnet af et register, i enhver opdeling; små celler er skjult",
    en: "An indicator computed from a register, in any breakdown; small cells are withheld",
  },
  params: indicatorParams,
  query: exploreQuery,
  answer: exploredSchema,
});

const observation = z.object({ period: z.string(), area: z.string(), figure });

export const explorePublished = endpoint({
  method: "GET",
  path: "/api/indicators/:indicator/published",
  summary: {
    da: "Offentliggjorte tal af en indikator i nogle områder",
    en: "Published figures of an indicator in some areas",
  },
  params: indicatorParams,
  /** A series, and the areas; the series' own municipalities are not all given unless they are named. */
  query: z.strictObject({ series: z.string(), areas: words, asOf: day.optional() }),
  answer: z.object({ series: seriesEntry, rows: z.array(observation) }),
});

export const reconcileIndicator = endpoint({
  method: "GET",
  path: "/api/indicators/:indicator/reconciled",
  summary: {
    da: "Kommunens egne tal ved siden af de offentliggjorte, med kendte grunde til forskellen",
    en: "The municipality's own figures beside the published ones, with known causes of the difference",
  },
  params: indicatorParams,
  query: z.strictObject({ register: z.string(), area: z.string().optional() }),
  answer: z.object({
    rows: z.array(
      z.object({
        indicator: z.string(),
        published: z.object({ id: z.string(), owner: z.string(), table: z.string().optional(), vintage: z.string() }),
        area: z.string(),
        period: z.string(),
        own: figure,
        theirs: figure,
        difference: z.object({ number: figure, share: figure }).optional(),
        causes: z.array(text),
      }),
    ),
  }),
});
