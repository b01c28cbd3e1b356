import { gammaTails } from "./gamma.ts";

/**
 * The standard normal density.
 *
 * @example normalDensity(0) // 0.398942280401432…
 */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/**
 * The probability that a standard normal number is below x, exact also far out: half of what a gamma variable of shape ½
 * leaves beyond x²/2.
 *
 * @example normalCumulative(-1.959963984540054) // 0.025
 */
export function normalCumulative(x: number): number {
  const { below, above } = gammaTails(0.5, (x * x) / 2);
  return x < 0 ? above / 2 : 0.5 + below / 2;
}

/** Coefficients of the three ranges, of rising powers: of the numerator, of the denominator. */
type Ratio = { readonly over: readonly number[]; readonly under: readonly number[] };

const middle: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
const outer: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const farthest: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/**
 * The point with a probability below it in the standard normal distribution, to about sixteen digits.
 *
 * @see Michael Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (1988)
 * @throws RangeError unless the probability is from 0 to 1
 * @example normalQuantile(0.975) // 1.95996398454005…
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("normalQuantile needs a probability from 0 to 1");
  const off = probability - 0.5;
  if (Math.abs(off) <= 0.425) return off * ratioAt(middle, 0.180625 - off * off);
  const tail = Math.min(probability, 1 - probability);
  if (tail === 0) return Math.sign(off) * Number.POSITIVE_INFINITY;
  const depth = Math.sqrt(-Math.log(tail));
  return Math.sign(off) * (depth <= 5 ? ratioAt(outer, depth - 1.6) : ratioAt(farthest, depth - 5));
}

function ratioAt({ over, under }: Ratio, x: number): number {
  return polynomialAt(over, x) / polynomialAt(under, x);
}

function polynomialAt(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) sum = sum * x + coefficients[power];
  return sum;
}
