import { z } from "zod";
import { period, text, wholeNumber } from "../format/scalars.ts";

/** Done or not: by a date, or so many times in each part of a period. `done` says what counts as done. */
export const milestone = z.strictObject({
  kind: z.literal("milestone"),
  done: text.optional(),
  by: period.optional(),
  times: wholeNumber.optional(),
  per: z.enum(["year", "half", "quarter", "month"]).optional(),
});
export type Milestone = z.output<typeof milestone>;
