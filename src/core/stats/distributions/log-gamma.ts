const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** From here on the terms of Stirling's series below reach the last digit. */
const LARGE = 10;

/** The terms B₂ₖ / 2k(2k − 1) of Stirling's series, of 1/x, 1/x³, 1/x⁵ … */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/**
 * The natural logarithm of the gamma function, which is (n − 1)! at a whole number n. Factorials soon pass the largest
 * number a computer writes; their logarithms never do.
 *
 * Stirling's series where the argument is large, and Γ(x + 1) = x Γ(x) to come there from where it is small.
 *
 * @throws RangeError unless x is above 0
 * @example logGamma(5) // 3.17805383034794…
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError("logGamma needs a number above 0");
  let product = 1;
  let large = x;
  for (; large < LARGE; large++) product *= large;
  return (large - 0.5) * Math.log(large) - large + HALF_LOG_TWO_PI + stirlingSeries(large) - Math.log(product);
}

/**
 * What Stirling's formula lacks: the logarithm of Γ(x + 1) ÷ (√(2πx) (x/e)ˣ). A density of a large count is the small
 * difference of large logarithms; with this remainder they need not be subtracted.
 *
 * @see Catherine Loader, "Fast and accurate computation of binomial probabilities" (2000)
 * @throws RangeError unless x is above 0
 * @example stirlingRemainder(20) // 0.00416631969199…
 */
export function stirlingRemainder(x: number): number {
  if (x >= LARGE) return stirlingSeries(x);
  return logGamma(x) + Math.log(x) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

function stirlingSeries(x: number): number {
  const square = 1 / (x * x);
  return stirling.reduceRight((sum, term) => sum * square + term, 0) / x;
}
