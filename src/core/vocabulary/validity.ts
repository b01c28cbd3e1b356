import { addDays, type Day } from "../calendar/day.ts";
import { day } from "../format/scalars.ts";

/** The days something holds: from the first, until the day after the last; without an end it still holds. */
export type Validity = { readonly from?: Day; readonly until?: Day };

/** The keys of a data file that bound validity; `validTo` is the last day it holds. */
export const validityKeys = { validFrom: day.optional(), validTo: day.optional() };

/** The validity that the two keys stand for. */
export function validityOf({ validFrom, validTo }: { validFrom?: Day; validTo?: Day }): Validity {
  return {
    ...(validFrom === undefined ? {} : { from: validFrom }),
    ...(validTo === undefined ? {} : { until: addDays(validTo, 1) }),
  };
}

/** Whether something holds on a day. */
export function isValidOn({ from, until }: Validity, on: Day): boolean {
  return (from === undefined || from <= on) && (until === undefined || on < until);
}
