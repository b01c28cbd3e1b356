import { z } from "zod";
import { id, wholeNumber } from "../../../format/scalars.ts";
import { amount, byMonth, share } from "./scalars.ts";

const year = z.array(amount).length(12);

/** How stocks and rates move over the years and within them. */
export const developmentFile = z.strictObject({
  course: z.record(id, byMonth),
  season: z.record(id, year),
  noise: z.strictObject({ size: amount, persistence: share }),
  intoWork: z.strictObject({ season: year, cycle: byMonth }),
  intoEducation: z.strictObject({ season: year }),
  burnIn: wholeNumber,
});
export type DevelopmentSpec = z.output<typeof developmentFile>;
