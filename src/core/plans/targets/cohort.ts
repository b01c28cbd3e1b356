import { z } from "zod";
import { period, printed, where } from "../format/scalars.ts";

/** Shares of those who entered, reached so long after: 10 % after 1 year, 25 % after 2. */
export const cohort = z.strictObject({
  kind: z.literal("cohort"),
  from: period.optional(),
  to: period.optional(),
  points: z
    .array(
      z.strictObject({
        after: printed,
        share: printed,
        where: where.optional(),
        baseline: z.strictObject({ value: printed, period: period.optional() }).optional(),
      }),
    )
    .min(1),
});
export type Cohort = z.output<typeof cohort>;
