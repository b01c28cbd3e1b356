import type { Interval } from "./interval.ts";

/** A linear relation among unknowns: the coefficient of each. Its constant follows from the true values. */
export type Relation<K> = ReadonlyMap<K, number>;

const NOTHING = 1e-9;

/**
 * What one who knows the relations can work out about unknowns of at least 0: the interval each must lie in, exactly.
 * An interval already found to be `enough` wide is not searched further.
 *
 * The simplex method (Dantzig 1947), begun from the true values and kept from running in circles by Bland's rule
 * (1977): of several candidates the first enters and the first leaves.
 *
 * @param truth the true values, which fulfil the relations
 * @example feasibleIntervals(new Map([["a", 2], ["b", 5]]), [new Map([["a", 1], ["b", 1]])]).get("a") // { low: 0, high: 7 }
 */
export function feasibleIntervals<K>(
  truth: ReadonlyMap<K, number>,
  relations: readonly Relation<K>[],
  enough = Number.POSITIVE_INFINITY,
): Map<K, Interval> {
  const keys = [...truth.keys()];
  const rows = relations.map((relation) => Float64Array.from(keys, (key) => relation.get(key) ?? 0));
  const tableau = begin(Float64Array.from(truth.values()), rows);
  const { low, high, point } = tableau;
  for (const k of keys.keys()) {
    push(tableau, k, 1, () => high[k] - low[k] >= enough || high[k] === Number.POSITIVE_INFINITY);
    push(tableau, k, -1, () => high[k] - low[k] >= enough || point[k] <= NOTHING);
  }
  return new Map(keys.map((key, k) => [key, { low: tidy(low[k]), high: tidy(high[k]) }]));
}

/** The relations solved for the unknowns of the basis; the others are 0 at the present point. */
type Tableau = {
  readonly rows: Float64Array[];
  /** Of each row: the unknown it is solved for. */
  readonly basis: number[];
  /** A solution of the relations: the present value of every unknown. */
  readonly point: Float64Array;
  /** The least and the greatest value of each unknown in any solution met so far. */
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** Solves the relations and walks from the true values to a corner, where only the basis is above 0. */
function begin(truth: Float64Array, relations: readonly Float64Array[]): Tableau {
  const tableau: Tableau = { rows: [], basis: [], point: truth, low: truth.slice(), high: truth.slice() };
  const { rows, basis } = tableau;
  for (const row of relations) {
    for (const [i, solved] of rows.entries()) subtractRow(row, solved, row[basis[i]]);
    const column = row.findIndex((coefficient) => Math.abs(coefficient) > NOTHING);
    if (column < 0) continue;
    rows.push(row);
    solveFor(tableau, rows.length - 1, column);
  }
  for (const k of truth.keys()) if (!basis.includes(k)) move(tableau, k, -1);
  return tableau;
}

/** Pushes an unknown up (1) or down (−1) until it can go no further or `isDone`. */
function push(tableau: Tableau, k: number, direction: 1 | -1, isDone: () => boolean): void {
  const { rows, basis } = tableau;
  if (!isDone() && direction > 0 && !basis.includes(k)) move(tableau, k, 1);
  while (!isDone()) {
    const row = rows[basis.indexOf(k)];
    const entering = row.findIndex((coefficient, j) => j !== k && direction * coefficient < -NOTHING);
    if (entering < 0) return;
    move(tableau, entering, 1);
  }
}

/** Moves an unknown outside the basis up or down until some unknown reaches 0, which then leaves the basis for it. */
function move(tableau: Tableau, k: number, direction: 1 | -1): void {
  const { rows, basis, point } = tableau;
  let [step, leaving] = [direction < 0 ? point[k] : Number.POSITIVE_INFINITY, -1];
  for (const [i, row] of rows.entries()) {
    const fall = direction * row[k];
    if (fall <= NOTHING) continue;
    const reach = point[basis[i]] / fall;
    const isFirst = leaving < 0 || basis[i] < basis[leaving];
    if (reach < step - NOTHING || (reach <= step + NOTHING && isFirst)) [step, leaving] = [Math.min(reach, step), i];
  }
  if (step === Number.POSITIVE_INFINITY) markEndless(tableau, k);
  else walk(tableau, k, direction * step);
  if (leaving < 0) return;
  point[basis[leaving]] = 0;
  solveFor(tableau, leaving, k);
}

function walk({ rows, basis, point, low, high }: Tableau, k: number, step: number): void {
  point[k] = Math.max(0, point[k] + step);
  for (const [i, row] of rows.entries()) point[basis[i]] = Math.max(0, point[basis[i]] - step * row[k]);
  for (const j of [k, ...basis]) {
    low[j] = Math.min(low[j], point[j]);
    high[j] = Math.max(high[j], point[j]);
  }
}

/** Nothing stops an unknown on its way up: it and all that rise with it have no bound. */
function markEndless({ rows, basis, high }: Tableau, k: number): void {
  high[k] = Number.POSITIVE_INFINITY;
  for (const [i, row] of rows.entries()) if (row[k] < -NOTHING) high[basis[i]] = Number.POSITIVE_INFINITY;
}

/** Solves a row for an unknown and puts it into the other rows. */
function solveFor({ rows, basis }: Tableau, r: number, k: number): void {
  const pivot = rows[r][k];
  for (const j of rows[r].keys()) rows[r][j] /= pivot;
  for (const [i, row] of rows.entries()) if (i !== r) subtractRow(row, rows[r], row[k]);
  basis[r] = k;
}

function subtractRow(from: Float64Array, row: Float64Array, times: number): void {
  if (times !== 0) for (let j = 0; j < row.length; j++) from[j] -= times * row[j];
}

function tidy(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}
