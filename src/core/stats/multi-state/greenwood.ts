import type { ErrorFollower } from "./errors.ts";
import { type Matrix, multiply } from "./matrix.ts";

/**
 * Greenwood's errors for many states: at each step those watched in a state are spread over the states by chance, as dice
 * would, independently of everything before.
 *
 * V ← Mᵀ V M + Σ p² (diag(m) − m mᵀ) ÷ watched, over the states with share p and row m of moves M.
 *
 * @see Per Kragh Andersen et al., "Statistical models based on counting processes" (1993), IV.4.1.3
 */
export function greenwoodErrors(states: number): ErrorFollower {
  let variance: Matrix = new Float64Array(states * states);
  return {
    enter() {},
    start() {},
    leave() {},
    step(moves, share, watched) {
      variance = multiply(transposed(moves, states), multiply(variance, moves, states), states);
      for (let from = 0; from < states; from++) {
        const part = moves.subarray(from * states, (from + 1) * states);
        if (part[from] === 1) continue;
        const weight = share[from] ** 2 / watched[from];
        for (let i = 0; i < states; i++)
          for (let j = 0; j < states; j++)
            variance[i * states + j] += weight * (i === j ? part[i] * (1 - part[i]) : -part[i] * part[j]);
      }
    },
    write(error) {
      for (let state = 0; state < states; state++)
        error[state] = Math.sqrt(Math.max(0, variance[state * states + state]));
    },
  };
}

function transposed(matrix: Matrix, size: number): Matrix {
  const turned = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) turned[j * size + i] = matrix[i * size + j];
  return turned;
}
