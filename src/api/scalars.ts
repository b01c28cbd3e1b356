import { z } from "zod";
import { missingReasons } from "#core/figures/figure.ts";
import { units } from "#core/figures/unit.ts";

/** Words in both languages; the reader picks. */
export const text = z.object({ da: z.string(), en: z.string() });

/** A day as `2026-11-22`. */
export const day = z.iso.date();

/** A figure, or the reason why there is none: never bare. Shares are 0-1. */
export const figure = z.union([
  z.object({
    value: z.number(),
    unit: z.enum(units),
    /** As the source prints it, else written in Danish. */
    printed: z.string(),
    /** The id of a period: `2018`, `2018K3`, `2018-09`. */
    period: z.string().optional(),
    origin: z
      .object({
        source: z.string(),
        table: z.string().optional(),
        fetched: day.optional(),
        preliminary: z.boolean().optional(),
      })
      .optional(),
  }),
  z.object({ missing: z.enum(missingReasons), period: z.string().optional() }),
]);

/** A point of a line: a value of a period, or why there is none. */
export const point = z.object({
  period: z.string(),
  value: z.number().optional(),
  missing: z.enum(missingReasons).optional(),
  preliminary: z.boolean().optional(),
});

/** Where a demand lies: from `low` to `high`, each null when that end is open. */
export const demand = z.object({
  low: z.number().nullable(),
  high: z.number().nullable(),
  strict: z.boolean(),
  unit: z.enum(units),
  /** As a sentence: «højst 3.400 fuldtidspersoner». */
  text,
});

/** Where a goal stands: the family, the word, a shape that can be read without colour, and why. */
export const verdict = z.object({
  family: z.enum(["settled", "under-way", "cannot-be-settled"]),
  value: z.string(),
  word: text,
  shape: z.string(),
  reason: text,
  /** What would settle it, when it cannot be. */
  settles: text.optional(),
});
