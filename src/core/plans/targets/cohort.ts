import { z } from "zod";
import { period, where } from "../../format/scalars.ts";
import { printed } from "../format/print.ts";
import type { TargetKindOf } from "./demand.ts";

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

/** A cohort is evaluated point by point: each becomes a level of its own (see `pointsOf`). */
export const cohortKind: TargetKindOf<Cohort> = {
  lacks: ({ from, to }, { indicator }) => [
    ...(from === undefined && to === undefined ? (["no-period"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: () => undefined,
  period: ({ from, to }) => to ?? from,
  against: () => undefined,
  taken: () => "value",
  gap: false,
};
