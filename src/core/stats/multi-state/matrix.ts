/** A square matrix by rows. The matrices here have a row for each state: a handful. */
export type Matrix = Float64Array;

/** The matrix that changes nothing. */
export function identity(size: number): Matrix {
  const matrix = new Float64Array(size * size);
  for (let at = 0; at < matrix.length; at += size + 1) matrix[at] = 1;
  return matrix;
}

/** The product a b. */
export function multiply(a: Matrix, b: Matrix, size: number): Matrix {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const factor = a[i * size + k];
      if (factor === 0) continue;
      for (let j = 0; j < size; j++) product[i * size + j] += factor * b[k * size + j];
    }
  return product;
}

/** The inverse, by Gauss and Jordan's elimination with the largest pivot of each column; undefined where there is none. */
export function findInverse(matrix: Matrix, size: number): Matrix | undefined {
  const left = matrix.slice();
  const right = identity(size);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(left[i * size + column]) > Math.abs(left[pivot * size + column])) pivot = i;
    const divisor = left[pivot * size + column];
    if (divisor === 0) return undefined;
    for (const side of [left, right]) swapAndScale(side, size, pivot, column, divisor);
    for (let i = 0; i < size; i++) {
      const factor = i === column ? 0 : left[i * size + column];
      if (factor === 0) continue;
      for (const side of [left, right])
        for (let j = 0; j < size; j++) side[i * size + j] -= factor * side[column * size + j];
    }
  }
  return right;
}

function swapAndScale(side: Matrix, size: number, pivot: number, row: number, divisor: number): void {
  for (let j = 0; j < size; j++) {
    const value = side[pivot * size + j];
    side[pivot * size + j] = side[row * size + j];
    side[row * size + j] = value / divisor;
  }
}

/** The largest sum of a row's sizes: how much the matrix can stretch. */
export function stretchOf(matrix: Matrix, size: number): number {
  let largest = 0;
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += Math.abs(matrix[i * size + j]);
    largest = Math.max(largest, sum);
  }
  return largest;
}
