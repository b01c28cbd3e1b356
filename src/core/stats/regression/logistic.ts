import { findCholesky, inverse, solve } from "./cholesky.ts";

/** A fitted logistic regression: what one more of each column adds to the logarithm of the odds. */
export type LogisticFit = {
  /** Of each column, in the order given. */
  readonly coefficients: Float64Array;
  readonly errors: Float64Array;
  /** Of the coefficients, by rows. */
  readonly covariance: Float64Array;
  /** The probability of each row. */
  readonly fitted: Float64Array;
  /** Twice what the logarithm of the likelihood lacks to a perfect fit. */
  readonly deviance: number;
  readonly steps: number;
};

const MOST_STEPS = 50;
const MOST_HALVINGS = 30;

/** A step that moves no row's logarithm of the odds by more than this is the last. */
const STANDSTILL = 1e-9;

/**
 * Fits the probability of an outcome (1, 0 or a share of the row's weight) to columns by maximum likelihood. The intercept
 * is a column of ones like any other. Groups that were not drawn by lot can be balanced by it.
 *
 * Newton's method: b + (XᵀWX)⁻¹ Xᵀ(y − p) with W = p (1 − p), a step halved while it makes the fit worse; the errors are
 * the roots of the diagonal of (XᵀWX)⁻¹.
 *
 * @param weights how much each row counts; 1 where left out
 * @throws RangeError when columns follow from each other, differ in length, or part the outcomes so that no maximum exists
 * @example fitLogistic([[1, 1, 1, 1, 1]], [0, 0, 0, 0, 1]).coefficients[0] // -1.38629436111989…
 */
export function fitLogistic(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): LogisticFit {
  const data = dataOf(columns, outcome, weights);
  let odds = oddsAt(data, new Float64Array(columns.length));
  for (let step = 1; step <= MOST_STEPS; step++) {
    const cholesky = findCholesky(informationAt(data, odds), columns.length);
    if (cholesky === undefined)
      throw new RangeError(step === 1 ? "fitLogistic needs columns that do not follow from each other" : PARTED);
    const direction = solve(cholesky, scoreAt(data, odds));
    const next = furtherAlong(data, odds, direction);
    const moved = next.logarithms.reduce((most, one, row) => Math.max(most, Math.abs(one - odds.logarithms[row])), 0);
    odds = next;
    if (moved > STANDSTILL) continue;
    const covariance = inverse(cholesky);
    const errors = Float64Array.from(columns, (_, i) => Math.sqrt(covariance[i * columns.length + i]));
    return {
      coefficients: odds.coefficients,
      errors,
      covariance,
      fitted: odds.fitted,
      deviance: odds.deviance,
      steps: step,
    };
  }
  throw new RangeError(PARTED);
}

const PARTED = "fitLogistic needs outcomes that the columns do not part: some coefficient grows without end";

type Data = { readonly x: readonly Float64Array[]; readonly y: Float64Array; readonly weight: Float64Array };

/** Where the search stands. */
type Odds = {
  readonly coefficients: Float64Array;
  /** Of each row's odds. */
  readonly logarithms: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
};

function dataOf(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): Data {
  for (const column of [...columns, weights ?? outcome])
    if (column.length !== outcome.length) throw new RangeError("fitLogistic needs columns of the same length");
  const x = columns.map((column) => new Float64Array(column));
  const y = new Float64Array(outcome);
  const weight = weights === undefined ? new Float64Array(y.length).fill(1) : new Float64Array(weights);
  if (!y.every((share) => share >= 0 && share <= 1)) throw new RangeError("fitLogistic needs outcomes from 0 to 1");
  if (!weight.every((one) => one >= 0)) throw new RangeError("fitLogistic needs weights from 0");
  return { x, y, weight };
}

function oddsAt({ x, y, weight }: Data, coefficients: Float64Array): Odds {
  const logarithms = new Float64Array(y.length);
  for (let column = 0; column < x.length; column++)
    for (let row = 0; row < y.length; row++) logarithms[row] += coefficients[column] * x[column][row];
  const fitted = new Float64Array(y.length);
  let deviance = 0;
  for (let row = 0; row < y.length; row++) {
    fitted[row] = 1 / (1 + Math.exp(-logarithms[row]));
    deviance += 2 * weight[row] * (lossAt(logarithms[row], y[row]) - entropyOf(y[row]));
  }
  return { coefficients, logarithms, fitted, deviance };
}

/** −y log p − (1 − y) log(1 − p), without first making p, which may round to 0 or 1. */
function lossAt(logarithm: number, y: number): number {
  return Math.max(logarithm, 0) + Math.log1p(Math.exp(-Math.abs(logarithm))) - y * logarithm;
}

/** The loss that is left where the fit is perfect. */
function entropyOf(y: number): number {
  return y === 0 || y === 1 ? 0 : -y * Math.log(y) - (1 - y) * Math.log(1 - y);
}

/** The lower triangle of XᵀWX. */
function informationAt({ x, weight }: Data, { fitted }: Odds): Float64Array {
  const size = x.length;
  const information = new Float64Array(size * size);
  const spread = fitted.map((p, row) => weight[row] * p * (1 - p));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let row = 0; row < spread.length; row++) sum += spread[row] * x[i][row] * x[j][row];
      information[i * size + j] = sum;
    }
  return information;
}

function scoreAt({ x, y, weight }: Data, { fitted }: Odds): Float64Array {
  return Float64Array.from(x, (column) => {
    let sum = 0;
    for (let row = 0; row < y.length; row++) sum += weight[row] * (y[row] - fitted[row]) * column[row];
    return sum;
  });
}

/** The whole step, or half of it, or half of that …: the first that does not make the fit worse. */
function furtherAlong(data: Data, odds: Odds, direction: Float64Array): Odds {
  for (let halvings = 0, part = 1; halvings < MOST_HALVINGS; halvings++, part /= 2) {
    const next = oddsAt(
      data,
      odds.coefficients.map((one, column) => one + part * direction[column]),
    );
    if (next.deviance <= odds.deviance * (1 + 1e-12)) return next;
  }
  return odds;
}
