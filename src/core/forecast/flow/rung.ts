/*
 * The reimbursement counts a person's weeks with benefits, whichever they are: the municipality pays 20 % in weeks 1-4, 60 %
 * in weeks 5-26, 70 % in weeks 27-52 and 80 % from week 53 (lov nr. 994 af 30. august 2015 § 5); it starts over after 52
 * whole weeks of self-support within three years (§ 6). Here both are counted in months.
 */

/** Months with a benefit that are told apart: from 0 to 12 or more. */
export const RUNGS = 13;

/** So many months of self-support, within so many months, and the count starts over. */
export const RESTS = 12;
const WITHIN = 36;

/** A person's way up: the months with a benefit so far, and the months of self-support that may end it. */
export type Climb = { rung: number; readonly rests: number[] };

/** A month that ends with a benefit. Subsidised work is one: it is not self-support. */
export function climb(way: Climb): void {
  way.rung = Math.min(way.rung + 1, RUNGS - 1);
}

/** Months of self-support, up to and with one. */
export function rest(way: Climb, month: number, months = 1): void {
  for (let one = month - Math.min(months, RESTS) + 1; one <= month; one++) way.rests.push(one);
  while (way.rests.length > 0 && way.rests[0] <= month - WITHIN) way.rests.shift();
  if (way.rests.length < RESTS) return;
  way.rung = 0;
  way.rests.length = 0;
}
