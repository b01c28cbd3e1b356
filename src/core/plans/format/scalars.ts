import { z } from "zod";
import { type Day, findDay } from "../../calendar/day.ts";
import { findPeriod, type Period } from "../../calendar/period.ts";
import { BrokenInput } from "../../faults/fault.ts";
import { fault } from "../../faults/issues.ts";
import { type Printed, parsePrinted } from "../../figures/printed.ts";
import { type Unit, units } from "../../figures/unit.ts";

/** Words of our own in both languages. */
export const text = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

/** An id: lower-case ASCII words joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "små bogstaver a-z, tal og bindestreg / a-z, digits and hyphens");

/** Yes or no, written `true` or `false`. */
export const flag = z.enum(["true", "false"]).transform((word) => word === "true");

/** A whole number. */
export const wholeNumber = z
  .string()
  .regex(/^\d+$/, "et helt tal / a whole number")
  .transform((digits) => Number(digits));

export const unit: z.ZodType<Unit, string> = z.enum(units);

/** A period in any of the forms of the calendar: `2018`, `2018Q3`, `end of 2018`, `2018Q2..2019Q1`. */
export const period = z.string().transform((written, context): Period => {
  const found = findPeriod(written);
  if (found !== undefined) return found;
  context.addIssue(fault("not-a-period", { value: written }));
  return z.NEVER;
});

/** A calendar date, `2018-09-30`. */
export const day = z.string().transform((written, context): Day => {
  const found = findDay(written);
  if (found !== undefined) return found;
  context.addIssue(fault("not-a-day", { value: written }));
  return z.NEVER;
});

/** A figure as printed, with its unit: `11,4 %`, `3.400 fuldtidspersoner`. */
export const printed = z.string().transform((written, context): Printed => readPrinted(written, context));

/** Reads a figure inside a schema, so that a fault gets the place of the value. */
export function readPrinted(written: string, context: z.core.$RefinementCtx, fallback?: Unit): Printed {
  try {
    return parsePrinted(written, "da", fallback);
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    for (const one of error.faults) context.addIssue(fault(one.code, one.parameters));
    return z.NEVER;
  }
}

/** Codes that narrow an indicator, as `{benefit: kontanthjaelp}`; several codes of one dimension are joined by `+`. */
export const where = z.record(z.string(), z.string());
export type Where = Readonly<Record<string, string>>;

/** Where in the source document something is printed: its section and its lines, as `413` or `404-413, 691`. */
export const source = z.strictObject({
  section: z.string(),
  lines: z
    .string()
    .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/, "linjer som 413 eller 404-413, 691 / lines as 413 or 404-413, 691"),
});
export type Source = z.output<typeof source>;
