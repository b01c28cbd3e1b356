import { findCholesky, solve } from "../regression/cholesky.ts";
import { follow } from "./follow.ts";
import type { Form, State, Weights } from "./form.ts";

/** The state a series is best followed from, and the sum of squared surprises from there. */
export type BestStart = { readonly state: State; readonly squares: number };

/**
 * The state from which a series, with given weights, surprises least. The surprises are a straight function of the state,
 * so it is found by least squares and only the weights are left to search for. Searching for the state too, as is often
 * done, is slow and stops short of the best.
 *
 * With a season the level is left out (raising it and lowering every effect is the same) and put back so that the effects
 * add up to 0. The effect of a later period echoes as that of the first does, only later; one echo makes all columns.
 *
 * @returns undefined when the series is too short to tell the parts apart
 */
export function findBestStart(values: Float64Array, form: Form, weights: Weights): BestStart | undefined {
  const { trend, season } = form;
  const silence = new Float64Array(values.length);
  const echo = (level: number, slope: number, first: number) =>
    follow(silence, weights, { level, slope, season: seasonOf(season, first) }).errors;

  const surprise = follow(values, weights, { level: 0, slope: 0, season: seasonOf(season, 0) }).errors;
  const repeated = season > 1 ? echo(0, 0, 1) : echo(1, 0, 0);
  const copies = season > 1 ? season : 1;
  const sloped = trend === "none" ? undefined : echo(0, 1, 0);

  const size = copies + (sloped === undefined ? 0 : 1);
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  shiftedProducts(repeated, copies, gram, size);
  for (let j = 0; j < copies; j++) {
    right[j] = -shiftedProduct(surprise, repeated, j);
    if (sloped !== undefined) gram[copies * size + j] = shiftedProduct(sloped, repeated, j);
  }
  if (sloped !== undefined) {
    right[copies] = -shiftedProduct(surprise, sloped, 0);
    gram[copies * size + copies] = shiftedProduct(sloped, sloped, 0);
  }
  const cholesky = findCholesky(gram, size);
  if (cholesky === undefined) return undefined;
  const best = solve(cholesky, right);
  return { state: stateOf(best, copies), squares: squaresAfter(surprise, best, right) };
}

/** |surprise + columns × best|² = |surprise|² − best × right. */
function squaresAfter(surprise: Float64Array, best: Float64Array, right: Float64Array): number {
  let squares = 0;
  for (const one of surprise) squares += one * one;
  for (let i = 0; i < best.length; i++) squares -= best[i] * right[i];
  return Math.max(0, squares);
}

function seasonOf(season: number, first: number): Float64Array {
  const effects = new Float64Array(season > 1 ? season : 0);
  if (effects.length > 0) effects[0] = first;
  return effects;
}

/** Σ series(t) × echo(t − j). */
function shiftedProduct(series: Float64Array, echo: Float64Array, j: number): number {
  let sum = 0;
  for (let t = j; t < series.length; t++) sum += series[t] * echo[t - j];
  return sum;
}

/** Σ echo(t − i) × echo(t − j) for every j ≤ i: the last row by summing, the others from the row below it. */
function shiftedProducts(echo: Float64Array, copies: number, gram: Float64Array, size: number): void {
  const n = echo.length;
  for (let j = 0; j < copies; j++) {
    let sum = 0;
    for (let t = copies - 1; t < n; t++) sum += echo[t - copies + 1] * echo[t - j];
    gram[(copies - 1) * size + j] = sum;
  }
  for (let i = copies - 2; i >= 0; i--)
    for (let j = 0; j <= i; j++) gram[i * size + j] = gram[(i + 1) * size + j + 1] + echo[n - 1 - i] * echo[n - 1 - j];
}

function stateOf(best: Float64Array, copies: number): State {
  const slope = best[copies] ?? 0;
  if (copies === 1) return { level: best[0], slope, season: new Float64Array(0) };
  const effects = best.slice(0, copies);
  const level = effects.reduce((sum, one) => sum + one, 0) / copies;
  return { level, slope, season: effects.map((one) => one - level) };
}
