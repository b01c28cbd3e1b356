import { z } from "zod";
import { type Day, findDay } from "../calendar/day.ts";
import { findPeriod, type Period } from "../calendar/period.ts";
import { fault } from "../faults/issues.ts";
import { type Unit, units } from "../figures/unit.ts";

/** Words of our own in both languages. */
export const text = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

/** An id: lower-case ASCII words joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "små bogstaver a-z, tal og bindestreg / a-z, digits and hyphens");

/** A code as it stands in a register: an ASCII slug of the Danish term. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9]+(_[a-z0-9]+)*$/, "bogstaver a-z, tal og understreg / a-z, digits and underscores");

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

/** Codes that narrow an indicator, as `{benefit: kontanthjaelp}`; several codes of one dimension are joined by `+`. */
export const where = z.record(z.string(), z.string().min(1));
export type Where = Readonly<Record<string, string>>;

/** A day on which a series stops being comparable with what came before, and why. */
export const seriesBreak = z.strictObject({ on: day, text });
export type Break = z.output<typeof seriesBreak>;
