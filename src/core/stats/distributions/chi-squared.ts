import { gammaTails, type Tails } from "./gamma.ts";
import { gammaQuantile } from "./gamma-quantile.ts";

/**
 * The probability below and above a sum of so many squared standard normal numbers: twice a gamma variable of half the
 * shape. The part above is the p value of a test.
 *
 * @throws RangeError unless the degrees of freedom are above 0
 * @example chiSquaredTails(3.841458820694124, 1).above // 0.05
 */
export function chiSquaredTails(x: number, degreesOfFreedom: number): Tails {
  return gammaTails(degreesOfFreedom / 2, x / 2);
}

/**
 * The point with a probability below it in the chi-squared distribution.
 *
 * @throws RangeError unless the degrees of freedom are above 0 and the probability from 0 to 1
 * @example chiSquaredQuantile(0.95, 1) // 3.84145882069412…
 */
export function chiSquaredQuantile(probability: number, degreesOfFreedom: number): number {
  return 2 * gammaQuantile(probability, degreesOfFreedom / 2);
}
