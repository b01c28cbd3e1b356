import { leastSquaresInBox } from "../least-squares.ts";
import { findBestStart } from "./best-start.ts";
import { follow } from "./follow.ts";
import { type Form, parametersOf, type State, type Weights } from "./form.ts";

/** A form fitted to a series. */
export type SmoothingFit = {
  readonly form: Form;
  readonly weights: Weights;
  readonly start: State;
  /** After the last value: what forecasts are made from. */
  readonly end: State;
  /** What each value surprised by. */
  readonly errors: Float64Array;
  /** The variance of a surprise, by the values that are more than the parameters. */
  readonly variance: number;
  /** Up to a number that depends on the length of the series only. */
  readonly logLikelihood: number;
  readonly aic: number;
  /** Without end where the series has no more values than its correction needs: no such form is chosen by it. */
  readonly aicc: number;
  readonly bic: number;
};

/** The range of the weights, and of what is left of a damped slope. */
const WEIGHT = { low: 1e-4, high: 1 - 1e-4 };
const DAMPING = { low: 0.8, high: 0.98 };

/** Of the points looked at first, from how many of the best a valley is searched. */
const SEARCHES = 3;

/**
 * Fits exponential smoothing to a series by maximum likelihood: a level, a slope and a season, each learning from every
 * surprise, with errors that add. The form that costs least by AICc (`aicc`) is usual; the one that forecast best is
 * better (see forecast/series).
 *
 * The likelihood is largest where Σe² is smallest; the state at the start is solved for, the weights searched in
 * 0 < β < α < 1, 0 < γ < 1 − α, 0.8 < φ < 0.98.
 *
 * @see Rob Hyndman et al., "Forecasting with exponential smoothing: the state space approach" (2008), chapter 5
 * @throws RangeError when the series is no longer than its parameters, or holds something that is no number
 */
export function fitSmoothing(series: ArrayLike<number>, form: Form): SmoothingFit {
  const values = new Float64Array(series);
  const parameters = parametersOf(form);
  if (!values.every(Number.isFinite)) throw new RangeError("fitSmoothing needs numbers");
  if (values.length <= parameters)
    throw new RangeError(`fitSmoothing needs more than ${parameters} values for its form`);

  const { weights, start } = bestOf(values, form);
  const { errors, end } = follow(values, weights, start);
  const squares = errors.reduce((sum, one) => sum + one * one, 0);
  const n = values.length;
  const logLikelihood = (-n / 2) * Math.log(squares);
  // The variance is a parameter of the likelihood too.
  const counted = parameters + 1;
  const aic = 2 * counted - 2 * logLikelihood;
  return {
    form,
    weights,
    start,
    end,
    errors,
    variance: squares / (n - parameters),
    logLikelihood,
    aic,
    aicc: n > counted + 1 ? aic + (2 * counted * (counted + 1)) / (n - counted - 1) : Number.POSITIVE_INFINITY,
    bic: aic + counted * (Math.log(n) - 2),
  };
}

/** The weights and the start of the deepest valley that the search comes to. */
function bestOf(values: Float64Array, form: Form): { readonly weights: Weights; readonly start: State } {
  const errorsAt = (at: Float64Array) => {
    const weights = weightsAt(form, at);
    const best = findBestStart(values, form, weights);
    return best && follow(values, weights, best.state).errors;
  };
  const looks = looksAt(form).flatMap((at) => {
    const squares = findBestStart(values, form, weightsAt(form, at))?.squares;
    return squares === undefined ? [] : [{ at, squares }];
  });
  const valleys = looks
    .toSorted((a, b) => a.squares - b.squares)
    .slice(0, SEARCHES)
    .map(({ at }) => leastSquaresInBox(errorsAt, at))
    .toSorted((a, b) => a.squares - b.squares);
  const weights = valleys.length > 0 ? weightsAt(form, valleys[0].at) : undefined;
  const start = weights && findBestStart(values, form, weights)?.state;
  if (weights === undefined || start === undefined)
    throw new RangeError("fitSmoothing needs a series that tells the parts of its form apart");
  return { weights, start };
}

/** The points of the box to look at for a form: level, season, slope and damping, of those the form has. */
function looksAt({ trend, season }: Form): Float64Array[] {
  const slopes =
    trend === "none" ? [[]] : [0.02, 0.35, 0.95].map((slope) => (trend === "damped" ? [slope, 0.8] : [slope]));
  const seasons = season > 1 ? [[0.05], [0.5]] : [[]];
  return [0.04, 0.15, 0.45, 0.85].flatMap((level) =>
    seasons.flatMap((ofSeason) => slopes.map((ofTrend) => Float64Array.of(level, ...ofSeason, ...ofTrend))),
  );
}

/** The weights at a point of the unit box. */
function weightsAt({ trend, season }: Form, at: Float64Array): Weights {
  const between = (part: number, low: number, high: number) => low + part * (high - low);
  const level = between(at[0], WEIGHT.low, WEIGHT.high);
  const next = season > 1 ? 2 : 1;
  return {
    level,
    season: season > 1 ? between(at[1], WEIGHT.low, 1 - level) : 0,
    slope: trend === "none" ? 0 : between(at[next], WEIGHT.low, level),
    damping: trend === "damped" ? between(at[next + 1], DAMPING.low, DAMPING.high) : 1,
  };
}
