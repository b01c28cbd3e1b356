import { z } from "zod";
import { period, text, wholeNumber } from "../../format/scalars.ts";
import type { TargetKindOf } from "./demand.ts";

/** Done or not: by a date, or so many times in each part of a period. `done` says what counts as done. */
export const milestone = z.strictObject({
  kind: z.literal("milestone"),
  done: text.optional(),
  by: period.optional(),
  times: wholeNumber.optional(),
  per: z.enum(["year", "half", "quarter", "month"]).optional(),
});
export type Milestone = z.output<typeof milestone>;

/** A milestone is settled by evidence, not by a figure. */
export const milestoneKind: TargetKindOf<Milestone> = {
  lacks: ({ by, times, per }) => (by === undefined && (times === undefined || per === undefined) ? ["no-period"] : []),
  demand: () => undefined,
  period: ({ by }) => by,
  against: () => undefined,
  taken: () => undefined,
  gap: false,
};
