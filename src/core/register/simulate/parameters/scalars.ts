import { z } from "zod";
import { findDay } from "../../../calendar/day.ts";
import { findMonth, type Month } from "../../../calendar/month.ts";
import { findPeriod } from "../../../calendar/period.ts";
import { fault } from "../../../faults/issues.ts";
import { type Mix, mixOf } from "../../../stats/draw.ts";

/** A number, written with a point: `0.25`. */
export const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "et tal med punktum / a number with a point")
  .transform(Number);

/** A number from 0 on. */
export const amount = number.refine((n) => n >= 0, "ikke under 0 / not below 0");

/** A number from 0 to 1. */
export const share = amount.refine((n) => n <= 1, "ikke over 1 / not above 1");

/** The least and the most of something, `[4, 13]`. */
export const bounds = z
  .tuple([amount, amount])
  .refine(([least, most]) => least <= most, "det mindste først / the least first");

/** Weights of some of the words of a list: `{ privat: 60, offentlig: 40 }`. */
export function mix<const W extends string>(words: readonly [W, ...W[]]) {
  return z.partialRecord(z.enum(words), amount).transform((weights): Mix<W> => {
    const given: Readonly<Partial<Record<string, number>>> = weights;
    return mixOf(
      words.flatMap((word) => {
        const weight = given[word];
        return weight === undefined ? [] : [[word, weight] as const];
      }),
    );
  });
}

/** Weights of any words. */
export const wordMix = z.record(z.string(), amount).transform((weights): Mix<string> => mixOf(Object.entries(weights)));

/** Weights of ranges of whole numbers: `{ 18-24: 5, 25: 20 }`. */
export const rangeMix = z
  .record(z.string().regex(/^\d+(-\d+)?$/, "et tal eller to med bindestreg / a number, or two with a hyphen"), amount)
  .transform((weights) => mixOf(Object.entries(weights).map(([key, weight]) => [rangeOf(key), weight] as const)));

/** Two whole numbers, `25-66`. */
export const range = z
  .string()
  .regex(/^\d+-\d+$/, "to tal med bindestreg / two numbers with a hyphen")
  .transform(rangeOf);
export type Range = readonly [least: number, most: number];

function rangeOf(written: string): Range {
  const [least, most = least] = written.split("-").map(Number);
  return [least, most];
}

/** The values of ranges, in order. */
export function byRange<V>(written: Readonly<Record<string, V>>): (readonly [Range, V])[] {
  return Object.entries(written).map(([key, value]) => [rangeOf(key), value] as const);
}

/** A number from so many steps on: `{ 0: 0.16, 3: 0.12 }`. */
export const steps = z.record(z.string().regex(/^\d+$/, "et helt tal / a whole number"), amount).transform((written) =>
  Object.entries(written)
    .map(([from, value]) => [Number(from), value] as const)
    .toSorted(([a], [b]) => a - b),
);
export type Steps = z.output<typeof steps>;

/** A value for each day, month or period that is named, in order. */
export const byDay = keyed("not-a-day", findDay, z.string());
export const byMonth = keyed("not-a-month", findMonth, amount);
export const byPeriod = keyed("not-a-period", findPeriod, amount);

/** Numbers at months, straight lines between them. */
export type Course = readonly (readonly [month: Month, value: number])[];

function keyed<K, V extends z.ZodType>(
  code: "not-a-day" | "not-a-month" | "not-a-period",
  find: (written: string) => K | undefined,
  value: V,
) {
  return z.record(z.string(), value).transform((written, context): (readonly [K, z.output<V>])[] =>
    Object.entries(written).map(([key, one]) => {
      const found = find(key);
      if (found !== undefined) return [found, one] as const;
      context.addIssue(fault(code, { value: key }));
      return z.NEVER;
    }),
  );
}
