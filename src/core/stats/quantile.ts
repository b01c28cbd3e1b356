/** Hyndman and Fan's nine ways to read a quantile off a sample. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** In the types that interpolate, the k-th smallest of n values stands at the share (k − a) ÷ (n + 1 − a − b). */
const plottingPositions: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** What floating point can add to a position that is a whole number. */
const DUST = 4 * Number.EPSILON;

/**
 * The value that a share of a sample lies below. Programs disagree on what that is between two values; the nine types are
 * every rule in use. 7 is the default of R, NumPy and Excel; 8 is nearest to unbiased whatever the distribution; 1, 2 and
 * 3 do not interpolate: 1 gives a value of the sample.
 *
 * @see Rob Hyndman and Yanan Fan, "Sample quantiles in statistical packages" (1996)
 * @throws RangeError when there are no values, or the share is not from 0 to 1
 * @example quantile([3, 1, 4, 1, 5], 0.4) // 2.2
 */
export function quantile(values: ArrayLike<number>, share: number, type: QuantileType = 7): number {
  return quantileOfSorted(Float64Array.from(values).sort(), share, type);
}

/** As `quantile`, of values already in rising order, which are not looked at one by one. @throws RangeError as `quantile` */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number, type: QuantileType = 7): number {
  if (sorted.length === 0) throw new RangeError("quantile needs at least one value");
  if (!(share >= 0 && share <= 1)) throw new RangeError("quantile needs a share from 0 to 1");
  const position = positionOf(sorted.length, share, type);
  const below = Math.floor(position + DUST);
  const weight = weightAbove(position - below, below, type);
  const lower = valueAt(sorted, below);
  return weight === 0 ? lower : lower + weight * (valueAt(sorted, below + 1) - lower);
}

/** Where in the sample the quantile stands, counted from 1. */
function positionOf(n: number, share: number, type: QuantileType): number {
  if (type === 1 || type === 2) return n * share;
  if (type === 3) return n * share - 0.5;
  const [a, b] = plottingPositions[type];
  return a + share * (n + 1 - a - b);
}

/** How much of the next value counts; positions between values are never split in the types that do not interpolate. */
function weightAbove(rest: number, below: number, type: QuantileType): number {
  const whole = Math.abs(rest) <= DUST * Math.max(1, below);
  if (type === 1) return whole ? 0 : 1;
  if (type === 2) return whole ? 0.5 : 1;
  if (type === 3) return whole && below % 2 === 0 ? 0 : 1;
  return whole ? 0 : rest;
}

function valueAt(sorted: ArrayLike<number>, place: number): number {
  return sorted[Math.min(Math.max(place, 1), sorted.length) - 1];
}
