/**
 * Stays of persons in states, a column each: who, in which state, watched from when (not included) to when (included), and
 * the state gone to at the end: the state itself where the person only was no longer watched. A person's stays may have
 * gaps, begin late and return to a state, but never overlap.
 */
export type Stays = {
  /** How many states there are; states are numbered from 0. */
  readonly states: number;
  /** Whole numbers from 0, not far apart. */
  readonly person: ArrayLike<number>;
  readonly state: ArrayLike<number>;
  readonly entry: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  readonly next: ArrayLike<number>;
};

/** Stays laid along the times at which somebody changes state: who comes under watch before each, and who leaves it then. */
export type Timeline = {
  readonly time: Float64Array;
  readonly entering: Rows;
  readonly leaving: Rows;
  /** One more than the highest number of a person. */
  readonly persons: number;
};

/** The rows of each step, together: those of step s are `row[from[s]]` to before `row[from[s + 1]]`. */
export type Rows = { readonly row: Uint32Array; readonly from: Uint32Array };

/**
 * Sorts stays by the steps of their time once, so that a sweep over the steps meets each stay twice: when it enters and
 * when it leaves. A stay that is watched at no step is left out.
 *
 * @throws RangeError when a stay does not end after it enters, a state is unknown or columns differ in length
 */
export function timelineOf(stays: Stays): Timeline {
  const count = stays.end.length;
  const time = timesOfChange(stays);
  const first = new Uint32Array(count);
  const last = new Uint32Array(count);
  let persons = 0;
  for (let row = 0; row < count; row++) {
    persons = Math.max(persons, stays.person[row] + 1);
    first[row] = stepsUpTo(time, stays.entry[row]);
    const left = stepsUpTo(time, stays.end[row]);
    // A stay between two steps is marked by the step beyond the last.
    if (left > first[row]) last[row] = left - 1;
    else first[row] = last[row] = time.length;
  }
  return { time, entering: byStep(first, time.length), leaving: byStep(last, time.length), persons };
}

/** The distinct times at which a state is left for another, in order. */
function timesOfChange(stays: Stays): Float64Array {
  const { states, person, state, entry, end, next } = stays;
  for (const column of [person, state, entry, next])
    if (column.length !== end.length) throw new RangeError("stays need columns of the same length");
  const known = (code: number) => code >= 0 && code < states && Number.isInteger(code);
  const changes = new Float64Array(end.length);
  let count = 0;
  for (let row = 0; row < end.length; row++) {
    if (!(end[row] > entry[row])) throw new RangeError(`stays need to end after they enter, row ${row}`);
    if (!known(state[row]) || !known(next[row])) throw new RangeError(`stays need states below ${states}, row ${row}`);
    if (!Number.isInteger(person[row]) || person[row] < 0) throw new RangeError(`persons are numbered, row ${row}`);
    if (next[row] !== state[row]) changes[count++] = end[row];
  }
  const sorted = changes.subarray(0, count).sort();
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** How many of the times are not after one. */
function stepsUpTo(time: Float64Array, one: number): number {
  let [low, high] = [0, time.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] <= one) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Counts, then places: rows in order of their step, and within a step of their number. */
function byStep(step: Uint32Array, steps: number): Rows {
  const from = new Uint32Array(steps + 2);
  for (const one of step) from[one + 1]++;
  for (let s = 0; s <= steps; s++) from[s + 1] += from[s];
  const row = new Uint32Array(step.length);
  const place = from.slice();
  for (let i = 0; i < step.length; i++) row[place[step[i]]++] = i;
  return { row, from };
}
