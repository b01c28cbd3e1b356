import { stirlingRemainder } from "./log-gamma.ts";

/** The probability below a point and that above it; each exact where the other is so close to 1 that it cannot tell. */
export type Tails = { readonly below: number; readonly above: number };

const PRECISION = 1e-16;
const MOST_TERMS = 1_000_000;

/**
 * How much of the gamma distribution with a shape and scale 1 lies below and above a point: the regularised incomplete
 * gamma functions P and Q. Poisson counts, waiting times and the normal and chi-squared distributions all rest on it.
 *
 * P's power series below the middle, and Lentz's evaluation of Q's continued fraction above it.
 *
 * @see NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2
 * @throws RangeError unless the shape is above 0
 * @example gammaTails(2, 3).below // 0.80085172652854…
 */
export function gammaTails(shape: number, x: number): Tails {
  if (!(shape > 0)) throw new RangeError("gammaTails needs a shape above 0");
  if (x <= 0) return { below: 0, above: 1 };
  if (x === Number.POSITIVE_INFINITY) return { below: 1, above: 0 };
  if (x < shape + 1) {
    const below = gammaKernel(shape, x) * lowerSeries(shape, x);
    return { below, above: 1 - below };
  }
  const above = gammaKernel(shape, x) * upperFraction(shape, x);
  return { below: 1 - above, above };
}

/** xˢ e⁻ˣ ÷ Γ(s): the density times x, written so that large shapes lose no digits. */
export function gammaKernel(shape: number, x: number): number {
  const off = (x - shape) / shape;
  const distance = off > -0.5 && off < 1 ? off - Math.log1p(off) : off - Math.log(x) + Math.log(shape);
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-shape * distance - stirlingRemainder(shape));
}

/** Σ xᵏ ÷ (s (s + 1) … (s + k)). */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < MOST_TERMS && term > sum * PRECISION; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** 1 ÷ (x + 1 − s − 1(1 − s) ÷ (x + 3 − s − 2(2 − s) ÷ (x + 5 − s − …))). */
function upperFraction(shape: number, x: number): number {
  let odd = x + 1 - shape;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / odd;
  let fraction = d;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = k * (shape - k);
    odd += 2;
    d = 1 / (odd + numerator * d);
    c = odd + numerator / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return fraction;
}
