import { z } from "zod";
import { day, flag, id, wholeNumber } from "../../../format/scalars.ts";
import { codeLists } from "../../codes.ts";
import { factors } from "./people.ts";
import { amount, bounds, mix, share, steps } from "./scalars.ts";

/** A factor by state, `other` for all that are not named. */
const byState = z.record(id, amount);

const selection = factors.extend({ monthsIn: steps.default([]) });
export type Selection = z.output<typeof selection>;

const offer = z.strictObject({
  id: z.string(),
  type: z.string(),
  sector: z.enum(codeLists.sector).optional(),
  weeks: bounds,
  hours: bounds,
  /** DKK a week. */
  price: amount,
  since: day.optional(),
  company: flag.default(false),
  cooperation: z.enum(codeLists["cooperation-kind"]).optional(),
  providers: wholeNumber.default(0),
  purposes: mix(codeLists.purpose).optional(),
  /** Whether it is also an employment beside the benefit. */
  employs: flag.default(false),
  given: z.record(id, share),
  /** The truth: factors on the rate into work and education, during the offer and for some months after it. */
  effect: z.strictObject({ during: byState, after: byState }),
  selection: selection.default({ education: {}, age: [], origin: {}, sex: {}, monthsIn: [] }),
});
export type OfferSpec = z.output<typeof offer>;

const withWork = z.strictObject({
  type: z.string(),
  from: z.array(id),
  into: id,
  share,
  months: bounds,
  since: day.optional(),
});

export const offerFile = z.strictObject({
  /** How many months an offer works after its end. */
  months: wholeNumber,
  offers: z.array(offer).min(1),
  withWork: z.array(withWork),
});
export type OffersSpec = z.output<typeof offerFile>;
