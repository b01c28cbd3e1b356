import { z } from "zod";
import { code, wholeNumber } from "../format/scalars.ts";
import { validityKeys, validityOf } from "../vocabulary/validity.ts";

/** So many conversations held no later than so long after a spell on a benefit began. */
const contactRule = z
  .strictObject({
    benefits: z.array(code).min(1),
    /** Categories of visitation it holds for; all where none is given. */
    visitation: z.array(code).default([]),
    conversations: z.array(code).min(1),
    least: wholeNumber,
    /** Counted from this long after the spell began. */
    afterMonths: wholeNumber.default(0),
    /** Due this long after the spell began. */
    dueMonths: wholeNumber.default(0),
    dueWeeks: wholeNumber.default(0),
    ...validityKeys,
    source: z.string(),
  })
  .transform(({ validFrom, validTo, ...rest }) => ({ ...rest, valid: validityOf({ validFrom, validTo }) }));
export type ContactRule = z.output<typeof contactRule>;

/** The data file of contact rules. A rule holds for what falls due on the days it is valid. */
export const contactRuleFile = z.strictObject({ contacts: z.array(contactRule) });
