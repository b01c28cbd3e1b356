/** The lower triangle L with L Lᵀ = a matrix, by rows: what solving with the matrix, and inverting it, needs. */
export type Cholesky = { readonly size: number; readonly lower: Float64Array };

/** A pivot this small of the matrix's own is nothing but rounding. */
const SMALLEST_PIVOT = 1e-13;

/**
 * Cholesky's decomposition of a symmetric matrix, read from its lower triangle; undefined unless the matrix is positive
 * definite: where columns of a regression follow from each other it is not.
 *
 * @example findCholesky(Float64Array.of(4, 2, 2, 5), 2)?.lower // Float64Array [2, 0, 1, 2]
 */
export function findCholesky(matrix: Float64Array, size: number): Cholesky | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j];
      for (let k = 0; k < j; k++) rest -= lower[i * size + k] * lower[j * size + k];
      if (i > j) lower[i * size + j] = rest / lower[j * size + j];
      else if (rest > SMALLEST_PIVOT * matrix[i * size + i]) lower[i * size + i] = Math.sqrt(rest);
      else return undefined;
    }
  return { size, lower };
}

/** The x with a matrix times x equal to the right side. */
export function solve({ size, lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** The inverse of the matrix, by rows. */
export function inverse(cholesky: Cholesky): Float64Array {
  const { size } = cholesky;
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    result.set(solve(cholesky, unit), i * size);
  }
  return result;
}
