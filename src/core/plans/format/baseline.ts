import { z } from "zod";
import { period, text } from "../../format/scalars.ts";
import { printed } from "./print.ts";

/** Where a goal starts from: a figure stated or expected by the plan, one to compute from data, or none. */
export const baseline = z.strictObject({
  period: period.optional(),
  value: printed.optional(),
  origin: z.enum(["stated", "expected", "computed", "missing"]),
  note: text.optional(),
});
export type Baseline = z.output<typeof baseline>;
