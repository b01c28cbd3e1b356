import { z } from "zod";
import { broken } from "../faults/fault.ts";
import { type Break, id, seriesBreak, text, unit, type Where, wholeNumber } from "../format/scalars.ts";
import { didYouMean } from "../text/nearest.ts";
import type { CodeList } from "../vocabulary/code-list.ts";
import { codesOf } from "../vocabulary/dimension.ts";
import { validityKeys, validityOf } from "../vocabulary/validity.ts";
import { checkFormulas, formula } from "./formula.ts";

/** A choice within the definition, with the value used where a goal says nothing else. */
const parameter = z.strictObject({ id, value: z.string(), meaning: text });

/** A table of a public source that shows the indicator, and the name of the measure in it. */
const publishedIn = z.strictObject({
  source: z.enum(["jobindsats", "statbank"]),
  table: z.string(),
  measure: z.string().optional(),
});

/** The formulas that stand instead of the others where a parameter has a value. */
const variant = z.strictObject({
  when: z.record(z.string(), z.string()),
  numerator: formula,
  denominator: formula.optional(),
});

/** An indicator as its file holds it: what a figure means, defined once. */
export const indicator = z
  .strictObject({
    id,
    name: text,
    unit,
    /** The way that is progress; `none` where it depends on what is counted. */
    good: z.enum(["up", "down", "none"]),
    definition: text,
    /** Who defined it so. */
    source: text,
    parameters: z.array(parameter).default([]),
    /** What it can be broken down by: ids of the vocabulary's dimensions. */
    dimensions: z.array(id).default([]),
    published: z.array(publishedIn).default([]),
    /** The smallest count of people (or companies) behind a figure that may be shown. */
    smallestCount: wholeNumber,
    ...validityKeys,
    breaks: z.array(seriesBreak).default([]),
    /** How it is computed from a register; what no register holds has none. */
    numerator: formula.optional(),
    denominator: formula.optional(),
    /** Other formulas for some value of a parameter. */
    variants: z.array(variant).default([]),
    /** Months after a period until its figure from a register is final. */
    finalAfterMonths: wholeNumber.default(0),
  })
  .superRefine(checkFormulas)
  .transform(({ validFrom, validTo, ...rest }) => ({ ...rest, valid: validityOf({ validFrom, validTo }) }));
export type Indicator = z.output<typeof indicator>;

export type Indicators = ReadonlyMap<string, Indicator>;

/** As `indicators.get`. @throws BrokenInput unknown-reference, with the nearest known id */
export function getIndicator(indicators: Indicators, id: string): Indicator {
  const found = indicators.get(id);
  if (found !== undefined) return found;
  const hint = didYouMean(id, indicators.keys(), {
    da: "Vælg en af filerne i data/indicators.",
    en: "Choose one of the files in data/indicators.",
  });
  throw broken("unknown-reference", { kind: { da: "indikator", en: "indicator" }, id, hint });
}

/**
 * A filter with the indicator's own defaults filled in, so that `{}` and `{age: "16-64"}` are the same filter of an
 * indicator that is on ages 16-64 where nothing else is said. Codes joined by `+` are put in order.
 */
export function completeWhere({ parameters, dimensions }: Indicator, where: Where): Where {
  const defaults = parameters.filter(({ id }) => dimensions.includes(id)).map(({ id, value }) => [id, value] as const);
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(defaults), ...where })
      .map(([id, value]) => [id, codesOf(value).toSorted().join("+")] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether two filters of an indicator ask for the same. */
export function sameWhere(indicator: Indicator, one: Where, other: Where): boolean {
  return JSON.stringify(completeWhere(indicator, one)) === JSON.stringify(completeWhere(indicator, other));
}

/** The breaks of an indicator with a filter: its own and those of the benefits it is narrowed to, in order of time. */
export function breaksOf({ breaks }: Indicator, where: Where, benefits: CodeList): Break[] {
  const codes = where.benefit === undefined ? [] : codesOf(where.benefit);
  return [...breaks, ...codes.flatMap((code) => benefits.terms.get(code)?.breaks ?? [])].toSorted(
    (a, b) => a.on - b.on,
  );
}
