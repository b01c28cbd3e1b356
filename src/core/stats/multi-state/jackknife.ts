import type { ErrorFollower } from "./errors.ts";
import { findInverse, identity, type Matrix, multiply, stretchOf } from "./matrix.ts";

/** The steps since the last fresh start may squeeze one direction this much more than another before digits are lost. */
const MOST_SQUEEZED = 1000;

const UNWATCHED = -1;

/**
 * The infinitesimal jackknife: the variance is the sum of squares of the persons' pulls, what each draws the shares by.
 * All stays of a person are one pull, so that they may depend on each other in any way.
 *
 * A pull follows U ← U M + p dM. Done so, every step would touch every person. Written as U = W P with P the product of
 * the moves since a fresh start, W stands still for everyone unwatched, and for everyone watched in a state moves by one
 * and the same row; so a sum over the persons of a state, of their W and of its squares, is all that is kept. A person is
 * touched on entering, on leaving, and when P comes so near to singular that W must be started afresh.
 *
 * @see Terry Therneau, "survival" (R package), methods vignette: the infinitesimal jackknife of multi-state curves
 */
export function jackknifeErrors(states: number, persons: number): ErrorFollower {
  /** Of each person: W while unwatched; W plus the drift of the state's row while watched, which stands still. */
  const pull = new Float64Array(persons * states);
  const watchedIn = new Int8Array(persons).fill(UNWATCHED);
  /** Of each state's row: how far it has drifted since the fresh start. */
  const drift = new Float64Array(states * states);
  const unwatched = newSums(states);
  const watched = Array.from({ length: states }, () => newSums(states));
  const weight = new Float64Array(states);
  let product: Matrix = identity(states);
  let inverse: Matrix = identity(states);

  const sumsOf = (person: number) => watched[watchedIn[person]] ?? unwatched;
  const pullOf = (person: number) => pull.subarray(person * states, (person + 1) * states);
  const driftOf = (state: number) => drift.subarray(state * states, (state + 1) * states);

  /** Everyone's pull as it is now becomes the W of a product that begins anew. */
  function startAfresh(): void {
    for (const sums of [unwatched, ...watched]) clear(sums);
    for (let person = 0; person < persons; person++) {
      const own = pullOf(person);
      if (watchedIn[person] !== UNWATCHED) addTo(own, driftOf(watchedIn[person]), -1);
      own.set(timesMatrix(own, product, states));
      count(sumsOf(person), own, 1);
    }
    drift.fill(0);
    product = identity(states);
    inverse = product;
  }

  return {
    enter(person, state) {
      if (watchedIn[person] !== UNWATCHED) throw new RangeError(`stays of a person overlap: ${person}`);
      const own = pullOf(person);
      count(unwatched, own, -1);
      addTo(own, driftOf(state), 1);
      watchedIn[person] = state;
      count(watched[state], own, 1);
    },

    start(share) {
      const here = watched.reduce((sum, { persons: n }) => sum + n, 0);
      for (let person = 0; person < persons; person++) {
        const state = watchedIn[person];
        if (state === UNWATCHED) continue;
        const own = pullOf(person);
        count(watched[state], own, -1);
        addTo(own, share, -1 / here);
        own[state] += 1 / here;
        count(watched[state], own, 1);
      }
    },

    step(moves, share, watchers) {
      product = multiply(product, moves, states);
      const found = findInverse(product, states);
      if (found !== undefined && stretchOf(found, states) * stretchOf(product, states) < MOST_SQUEEZED) inverse = found;
      else startAfresh();
      for (let state = 0; state < states; state++) {
        const row = moves.slice(state * states, (state + 1) * states);
        if (row[state] === 1) continue;
        weight[state] = share[state] / watchers[state];
        row[state] -= 1;
        addTo(driftOf(state), timesMatrix(row, inverse, states), weight[state]);
      }
    },

    leave(person, state, next) {
      const own = pullOf(person);
      count(watched[state], own, -1);
      watchedIn[person] = UNWATCHED;
      addTo(own, driftOf(state), -1);
      if (next !== state) {
        addTo(own, inverse.subarray(next * states, (next + 1) * states), weight[state]);
        addTo(own, inverse.subarray(state * states, (state + 1) * states), -weight[state]);
      }
      count(unwatched, own, 1);
    },

    write(error) {
      const squares = unwatched.squares.slice();
      for (let state = 0; state < states; state++) addDrifted(squares, watched[state], driftOf(state));
      const spread = multiply(squares, product, states);
      for (let state = 0; state < states; state++) {
        let variance = 0;
        for (let k = 0; k < states; k++) variance += product[k * states + state] * spread[k * states + state];
        error[state] = Math.sqrt(Math.max(0, variance));
      }
    },
  };
}

/** Over the persons of a group: how many, the sum of their rows and the sum of the rows' squares. */
type Sums = { persons: number; readonly rows: Float64Array; readonly squares: Matrix };

function newSums(states: number): Sums {
  return { persons: 0, rows: new Float64Array(states), squares: new Float64Array(states * states) };
}

function clear(sums: Sums): void {
  sums.persons = 0;
  sums.rows.fill(0);
  sums.squares.fill(0);
}

/** Takes a row into the sums, or out of them by a sign of −1. */
function count(sums: Sums, row: Float64Array, sign: 1 | -1): void {
  const { rows, squares } = sums;
  const size = row.length;
  sums.persons += sign;
  for (let i = 0; i < size; i++) {
    const value = sign * row[i];
    if (value === 0) continue;
    rows[i] += value;
    for (let j = 0; j < size; j++) squares[i * size + j] += value * row[j];
  }
}

/** Adds the squares of a group's rows, each less the drift. */
function addDrifted(squares: Matrix, { persons, rows, squares: own }: Sums, drift: Float64Array): void {
  const size = drift.length;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      squares[i * size + j] +=
        own[i * size + j] - rows[i] * drift[j] - drift[i] * rows[j] + persons * drift[i] * drift[j];
}

function addTo(row: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) row[i] += factor * other[i];
}

function timesMatrix(row: Float64Array, matrix: Matrix, size: number): Float64Array {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++)
    if (row[i] !== 0) for (let j = 0; j < size; j++) product[j] += row[i] * matrix[i * size + j];
  return product;
}
