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
  /** A row a person: W while unwatched; while watched W plus the drift of the state, which stands still. */
  const pulls = new Float64Array(persons * states);
  const watchedIn = new Int8Array(persons).fill(UNWATCHED);
  /** A row a state: how far the W of those watched in it has drifted since the fresh start. */
  const drift = new Float64Array(states * states);
  const unwatched = newSums(states);
  const watched = Array.from({ length: states }, () => newSums(states));
  const weight = new Float64Array(states);
  const row = new Float64Array(states);
  let product: Matrix = identity(states);
  let inverse: Matrix = identity(states);

  /** Everyone's pull as it is now becomes the W of a product that begins anew. */
  function startAfresh(): void {
    for (const sums of [unwatched, ...watched]) clear(sums);
    for (let person = 0, at = 0; person < persons; person++, at += states) {
      const state = watchedIn[person];
      if (state !== UNWATCHED) addRow(pulls, at, drift, state, -1, states);
      timesMatrix(pulls, at, product, row);
      count(watched[state] ?? unwatched, pulls, at, 1);
    }
    drift.fill(0);
    product = identity(states);
    inverse = product;
  }

  return {
    enter(person, state) {
      if (watchedIn[person] !== UNWATCHED) throw new RangeError(`stays of a person overlap: ${person}`);
      const at = person * states;
      watchedIn[person] = state;
      count(unwatched, pulls, at, -1);
      addRow(pulls, at, drift, state, 1, states);
      count(watched[state], pulls, at, 1);
    },

    start(share) {
      const here = watched.reduce((sum, { persons: n }) => sum + n, 0);
      for (let person = 0, at = 0; person < persons; person++, at += states) {
        const state = watchedIn[person];
        if (state === UNWATCHED) continue;
        count(watched[state], pulls, at, -1);
        addRow(pulls, at, share, 0, -1 / here, states);
        pulls[at + state] += 1 / here;
        count(watched[state], pulls, at, 1);
      }
    },

    step(moves, share, watchers) {
      product = multiply(product, moves, states);
      const found = findInverse(product, states);
      if (found !== undefined && stretchOf(found, states) * stretchOf(product, states) < MOST_SQUEEZED) inverse = found;
      else startAfresh();
      const onward = multiply(moves, inverse, states);
      for (let state = 0; state < states; state++) {
        if (moves[state * states + state] === 1) continue;
        weight[state] = share[state] / watchers[state];
        addRow(drift, state * states, onward, state, weight[state], states);
        addRow(drift, state * states, inverse, state, -weight[state], states);
      }
    },

    leave(person, state, next) {
      const at = person * states;
      watchedIn[person] = UNWATCHED;
      count(watched[state], pulls, at, -1);
      addRow(pulls, at, drift, state, -1, states);
      if (next !== state) {
        addRow(pulls, at, inverse, next, weight[state], states);
        addRow(pulls, at, inverse, state, -weight[state], states);
      }
      count(unwatched, pulls, at, 1);
    },

    write(error) {
      const squares = unwatched.squares.slice();
      for (let state = 0; state < states; state++) addDrifted(squares, watched[state], drift, state * states);
      const spread = multiply(squares, product, states);
      for (let state = 0; state < states; state++) {
        let variance = 0;
        for (let at = state; at < product.length; at += states) variance += product[at] * spread[at];
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

/** Takes the row that begins at a place into the sums, or out of them by a sign of −1. */
function count(sums: Sums, table: Float64Array, at: number, sign: 1 | -1): void {
  const { rows, squares } = sums;
  const size = rows.length;
  sums.persons += sign;
  for (let i = 0, cell = 0; i < size; i++) {
    const value = sign * table[at + i];
    rows[i] += value;
    for (let j = 0; j < size; j++, cell++) squares[cell] += value * table[at + j];
  }
}

/** Adds the squares of a group's rows, each less the drift of its state. */
function addDrifted(into: Matrix, { persons, rows, squares }: Sums, drift: Matrix, at: number): void {
  if (persons === 0) return;
  const size = rows.length;
  for (let i = 0, cell = 0; i < size; i++) {
    const [row, moved] = [rows[i], drift[at + i]];
    for (let j = 0; j < size; j++, cell++)
      into[cell] += squares[cell] - row * drift[at + j] - moved * rows[j] + persons * moved * drift[at + j];
  }
}

/** Adds a row of a matrix, times a factor, to the row that begins at a place. */
function addRow(into: Float64Array, at: number, matrix: Matrix, row: number, factor: number, size: number): void {
  for (let i = 0; i < size; i++) into[at + i] += factor * matrix[row * size + i];
}

/** Multiplies the row that begins at a place by a matrix; `copy` holds it meanwhile. */
function timesMatrix(table: Float64Array, at: number, matrix: Matrix, copy: Float64Array): void {
  const size = copy.length;
  for (let i = 0; i < size; i++) copy[i] = table[at + i];
  table.fill(0, at, at + size);
  for (let i = 0, cell = 0; i < size; i++)
    for (let j = 0; j < size; j++, cell++) table[at + j] += copy[i] * matrix[cell];
}
