/** States are kept in a byte each. */
const MOST_STATES = 256;

const MOST_LOOKED_UP = 1_000_000;

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

/** Stays laid along the times at which somebody changes state: which come under watch before each, and which leave it then. */
export type Timeline = {
  readonly time: Float64Array;
  readonly entering: Rows;
  readonly leaving: Rows;
  readonly person: Int32Array;
  readonly state: Uint8Array;
  readonly next: Uint8Array;
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
  checkStays(stays);
  const person = new Int32Array(stays.person);
  const state = new Uint8Array(stays.state);
  const next = new Uint8Array(stays.next);
  const entry = new Float64Array(stays.entry);
  const end = new Float64Array(stays.end);
  const time = distinct(end.filter((_, row) => next[row] !== state[row]).sort());
  const stepsUpTo = counterOf(time);
  const first = new Uint32Array(end.length);
  const last = new Uint32Array(end.length);
  let persons = 0;
  for (let row = 0; row < end.length; row++) {
    persons = Math.max(persons, person[row] + 1);
    first[row] = stepsUpTo(entry[row]);
    const left = stepsUpTo(end[row]);
    // A stay between two steps is marked by the step beyond the last.
    if (left > first[row]) last[row] = left - 1;
    else first[row] = last[row] = time.length;
  }
  const [entering, leaving] = [byStep(first, time.length), byStep(last, time.length)];
  return { time, entering, leaving, person, state, next, persons };
}

function checkStays({ states, person, state, entry, end, next }: Stays): void {
  for (const column of [person, state, entry, next])
    if (column.length !== end.length) throw new RangeError("stays need columns of the same length");
  if (!(states <= MOST_STATES)) throw new RangeError(`stays need at most ${MOST_STATES} states`);
  for (let row = 0; row < end.length; row++) {
    if (!(end[row] > entry[row])) throw new RangeError(`stays need to end after they enter, row ${row}`);
    if (!isNumberBelow(states, state[row]) || !isNumberBelow(states, next[row]))
      throw new RangeError(`stays need states below ${states}, row ${row}`);
    if (!isNumberBelow(2 ** 31, person[row])) throw new RangeError(`stays need numbered persons, row ${row}`);
  }
}

function isNumberBelow(limit: number, n: number): boolean {
  return Number.isInteger(n) && n >= 0 && n < limit;
}

function distinct(sorted: Float64Array): Float64Array {
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** Counts how many of the times are not after one: by looking it up where they are whole numbers, as days and months. */
function counterOf(time: Float64Array): (one: number) => number {
  const [first, last] = [time[0], time[time.length - 1]];
  if (!(last - first <= MOST_LOOKED_UP && time.every(Number.isInteger))) return (one) => search(time, one);
  const table = new Uint32Array(last - first + 1);
  for (let at = 0, steps = 0; at < table.length; at++) {
    if (time[steps] === first + at) steps++;
    table[at] = steps;
  }
  return (one) => (one < first ? 0 : table[Math.floor(Math.min(one, last)) - first]);
}

function search(time: Float64Array, one: number): number {
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
