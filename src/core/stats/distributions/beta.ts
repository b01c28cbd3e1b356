import type { Tails } from "./gamma.ts";
import { logGamma } from "./log-gamma.ts";

const PRECISION = 1e-16;
const MOST_TERMS = 1_000_000;

/**
 * How much of the beta distribution lies below and above a point: the regularised incomplete beta function and what it
 * lacks to 1. Student's t and exact intervals of shares rest on it. `rest` is 1 − x, to be given where x is so near to 1
 * that subtracting would lose it.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.17.22
 * @throws RangeError unless both shapes are above 0
 * @example betaTails(2, 3, 0.4).below // 0.5248
 */
export function betaTails(a: number, b: number, x: number, rest: number = 1 - x): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError("betaTails needs shapes above 0");
  if (x <= 0) return { below: 0, above: 1 };
  if (rest <= 0) return { below: 1, above: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const { below, above } = betaTails(b, a, rest, x);
    return { below: above, above: below };
  }
  const kernel = a * Math.log(x) + b * Math.log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b);
  const below = (Math.exp(kernel) * fraction(a, b, x)) / a;
  return { below, above: 1 - below };
}

/** Lentz's evaluation of the continued fraction. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
}
