import { z } from "zod";
import { addMonths, type Day } from "../calendar/day.ts";
import { day, wholeNumber } from "../format/scalars.ts";

/** The age of old-age pension of those born on a day or later, in months. */
const pensionAge = z.strictObject({ bornFrom: day, months: wholeNumber, source: z.string() });
export type PensionAge = z.output<typeof pensionAge>;

/** The data file of pension ages, the earliest born first. */
export const pensionAgeFile = z.strictObject({ pensionAges: z.array(pensionAge).min(1) });

/** The first day on which a person born on a day has the age of old-age pension. */
export function pensionDay(ages: readonly PensionAge[], born: Day): Day {
  const age = ages.findLast(({ bornFrom }) => bornFrom <= born) ?? ages[0];
  return addMonths(born, age.months);
}
