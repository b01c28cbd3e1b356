/*
 * The Gregorian calendar as arithmetic on whole numbers: days from 1 January 1970, and months as year × 12 + month − 1.
 * The year is let begin in March, so that the leap day comes last; after Cassio Neri and Lorenz Schneider, "Euclidean
 * affine functions and their application to calendar algorithms" (2023).
 */

/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_TO_1970 = 719_468;

/** The month a day lies in. */
export function monthAt(day: number): number {
  const quarterDays = 4 * (day + DAYS_TO_1970) + 3;
  const century = Math.floor(quarterDays / 146_097);
  const inCentury = (quarterDays - century * 146_097) | 3;
  const year = (inCentury / 1461) | 0;
  const dayOfYear = (inCentury - year * 1461) >> 2;
  return 12 * (100 * century + year) + (((5 * dayOfYear + 461) / 153) | 0) - 1;
}

/** The first day of a month. */
export function firstDayAt(month: number): number {
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const century = Math.floor(year / 100);
  const leapDays = Math.floor(year / 4) - century + Math.floor(century / 4);
  return 365 * year + leapDays + (((153 * (fromMarch - 12 * year) + 2) / 5) | 0) - DAYS_TO_1970;
}
