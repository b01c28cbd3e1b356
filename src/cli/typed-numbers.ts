import { broken } from "#core/faults/fault.ts";

/** A number of periods as it is typed. @throws BrokenInput wrong-horizon */
export function horizonFrom(written: string): number {
  if (/^[1-9]\d*$/.test(written)) return Number(written);
  throw broken("wrong-horizon", { horizon: written });
}

/** Of fewer futures than this an interval of 95 % is none. */
export const FEWEST_DRAWS = 100;

/** More futures than this do not fit in memory, and say no more. */
const MOST_DRAWS = 20_000;

/** A seed as it is typed. @throws BrokenInput invalid-value */
export function seedFrom(written: string): number {
  return wholeFrom("--seed", written, 0, 999_999_999);
}

/** A number of futures as it is typed. @throws BrokenInput invalid-value */
export function drawsFrom(written: string, fewest: number): number {
  return wholeFrom("--draws", written, fewest, MOST_DRAWS);
}

function wholeFrom(option: string, written: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return number;
  const why = {
    da: `det skal være et helt tal fra ${least} til ${most}`,
    en: `it must be a whole number from ${least} to ${most}`,
  };
  throw broken("invalid-value", { value: `${option} ${written}`, why });
}
