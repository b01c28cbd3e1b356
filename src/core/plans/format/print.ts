import { z } from "zod";
import { BrokenInput } from "../../faults/fault.ts";
import { fault } from "../../faults/issues.ts";
import { type Printed, parsePrinted } from "../../figures/printed.ts";
import type { Unit } from "../../figures/unit.ts";

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

/** Where in the source document something is printed: its section and its lines, as `413` or `404-413, 691`. */
export const source = z.strictObject({
  section: z.string(),
  lines: z
    .string()
    .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/, "linjer som 413 eller 404-413, 691 / lines as 413 or 404-413, 691"),
});
export type Source = z.output<typeof source>;
