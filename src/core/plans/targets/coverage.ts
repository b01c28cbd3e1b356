import { z } from "zod";
import { period, printed, text, wholeNumber } from "../format/scalars.ts";

/** A share of a population by a date; `everyone` when the plan says all. `grace` is days from entry until one counts. */
export const coverage = z.strictObject({
  kind: z.literal("coverage"),
  share: z.union([z.literal("everyone"), printed]),
  population: text,
  by: period.optional(),
  grace: wholeNumber.optional(),
});
export type Coverage = z.output<typeof coverage>;
