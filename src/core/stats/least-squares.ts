import { findCholesky, solve } from "./regression/cholesky.ts";

/** Where the sum of squares is smallest that was found, and how small. */
export type LeastSquares = { readonly at: Float64Array; readonly squares: number };

type Point = LeastSquares & { readonly residuals: Float64Array };

const MOST_ROUNDS = 60;
const MOST_TRIES = 12;

/** The step of the differences that stand for slopes. */
const SMALL = 1e-6;

/**
 * Where the sum of squares of a few hundred numbers, each depending on a few coordinates from 0 to 1, is smallest: Gauss
 * and Newton's steps as Levenberg and Marquardt damp them, cut at the walls of the box. From a poor start it can end in a
 * valley that is not the deepest: start from several.
 *
 * @param residuals the numbers at a point, of the same length everywhere; undefined where there are none
 * @param tolerance stop when a round makes the sum smaller by less than this part of it
 * @see Donald Marquardt, "An algorithm for least-squares estimation of nonlinear parameters" (1963)
 * @throws RangeError when the start lies outside the box or has no residuals
 * @example leastSquaresInBox(([x]) => Float64Array.of(2 * x - 1, x), [0.9]).squares // 0.2
 */
export function leastSquaresInBox(
  residuals: (at: Float64Array) => Float64Array | undefined,
  start: ArrayLike<number>,
  tolerance = 1e-9,
): LeastSquares {
  const first = new Float64Array(start);
  const begun = residuals(first);
  if (begun === undefined || !first.every((one) => one >= 0 && one <= 1))
    throw new RangeError("leastSquaresInBox needs a start in the unit box that has residuals");
  let here: Point = { at: first, residuals: begun, squares: product(begun, begun) };
  let damping = 1e-3;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const columns = slopesAt(residuals, here.at, here.residuals);
    const pull = columns.map((column) => -product(column, here.residuals));
    const free = pull.flatMap((one, i) => ((one > 0 ? here.at[i] < 1 : here.at[i] > 0) ? [i] : []));
    const before = here.squares;
    let raise = 2;
    for (let tries = 0; free.length > 0 && tries < MOST_TRIES && here.squares === before; tries++) {
      const at = stepped(here.at, columns, pull, free, damping);
      const there = at && residuals(at);
      const squares = there === undefined ? before : product(there, there);
      if (at !== undefined && there !== undefined && squares < before) {
        // Nielsen's rule: damp less after a step as good as a straight function promises, more after a poor one.
        const gain = (before - squares) / (before - promised(here.residuals, columns, here.at, at));
        damping = Math.max(1e-9, damping * Math.max(1 / 3, 1 - (2 * gain - 1) ** 3));
        here = { at, residuals: there, squares };
      } else {
        damping *= raise;
        raise *= 2;
      }
    }
    if (!(before - here.squares > tolerance * before)) break;
  }
  return { at: here.at, squares: here.squares };
}

/** How the residuals change with each coordinate, by a small step away from the nearer wall. */
function slopesAt(
  residuals: (at: Float64Array) => Float64Array | undefined,
  at: Float64Array,
  here: Float64Array,
): Float64Array[] {
  return Array.from(at, (one, i) => {
    const step = one > 0.5 ? -SMALL : SMALL;
    const moved = at.slice();
    moved[i] += step;
    const there = residuals(moved);
    return here.map((value, row) => (there === undefined ? 0 : (there[row] - value) / step));
  });
}

/** Moved in the free coordinates by (JᵀJ + damping × its diagonal)⁻¹ × pull, within the box. */
function stepped(
  from: Float64Array,
  columns: readonly Float64Array[],
  pull: readonly number[],
  free: readonly number[],
  damping: number,
): Float64Array | undefined {
  const size = free.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * size + j] = product(columns[free[i]], columns[free[j]]);
    matrix[i * size + i] *= 1 + damping;
  }
  const cholesky = findCholesky(matrix, size);
  if (cholesky === undefined) return undefined;
  const step = solve(
    cholesky,
    free.map((i) => pull[i]),
  );
  const at = from.slice();
  for (const [i, one] of free.entries()) at[one] = Math.min(1, Math.max(0, at[one] + step[i]));
  return at;
}

/** The sum of squares there would be if the residuals changed in straight lines. */
function promised(here: Float64Array, columns: readonly Float64Array[], from: Float64Array, to: Float64Array): number {
  const there = here.slice();
  for (const [i, column] of columns.entries())
    for (let row = 0; row < there.length; row++) there[row] += (to[i] - from[i]) * column[row];
  return product(there, there);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
