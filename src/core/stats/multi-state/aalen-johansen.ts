import type { ErrorFollower } from "./errors.ts";
import { greenwoodErrors } from "./greenwood.ts";
import { jackknifeErrors } from "./jackknife.ts";
import { type Stays, type Timeline, timelineOf } from "./stays.ts";

/** At each time of a change, for each state (time × states + state): the share in it just after, its standard error, and how many were under watch in it just before. */
export type StateCurves = {
  readonly time: Float64Array;
  readonly probability: Float64Array;
  readonly error: Float64Array;
  readonly atRisk: Float64Array;
};

export type AalenJohansenOptions = {
  /** The shares at the start, taken as known; left out, those of the persons under watch at the first change. */
  readonly start?: readonly number[];
  /**
   * `jackknife`: from what each person draws the curve by, the persons' stays depending on each other as they may;
   * `greenwood`: as if every stay were another person's and the start were known, for a Markov process.
   */
  readonly errors?: "jackknife" | "greenwood" | "none";
};

/**
 * Aalen and Johansen's estimate of the share in each state over time, of people who move between states, are found late
 * and are lost from watch. Where only one state is ever left it is the cumulative incidence of competing exits; with two
 * states it is Kaplan and Meier's curve.
 *
 * p(t) = p(start) ∏ (I + dA(s)): at each time of a change everyone's share moves on by the part of those watched in a
 * state who left it for each other. A state that nobody is watched in keeps its share.
 *
 * @see Odd Aalen and Søren Johansen, "An empirical transition matrix for non-homogeneous Markov chains" (1978)
 * @throws RangeError as `timelineOf`, when stays of a person overlap, or the start does not add up to 1
 */
export function aalenJohansen(stays: Stays, options: AalenJohansenOptions = {}): StateCurves {
  const { states } = stays;
  const timeline = timelineOf(stays);
  const { time, entering, leaving, person, state, next } = timeline;
  const start = startOf(timeline, states, options.start);
  const errors = followers[options.errors ?? "jackknife"](states, timeline.persons);
  const curves = {
    time,
    probability: new Float64Array(time.length * states),
    error: new Float64Array(time.length * states),
    atRisk: new Float64Array(time.length * states),
  };
  const watched = new Float64Array(states);
  let share = start;

  for (let step = 0; step < time.length; step++) {
    for (let at = entering.from[step]; at < entering.from[step + 1]; at++) {
      const row = entering.row[at];
      watched[state[row]]++;
      errors.enter(person[row], state[row]);
    }
    if (step === 0 && options.start === undefined) errors.start(start);
    curves.atRisk.set(watched, step * states);

    const moves = movesAt(timeline, step, watched);
    errors.step(moves, share, watched);
    share = moved(share, moves, states);

    for (let at = leaving.from[step]; at < leaving.from[step + 1]; at++) {
      const row = leaving.row[at];
      watched[state[row]]--;
      errors.leave(person[row], state[row], next[row]);
    }
    curves.probability.set(share, step * states);
    errors.write(curves.error.subarray(step * states, (step + 1) * states));
  }
  return curves;
}

const nothing: ErrorFollower = { enter() {}, start() {}, step() {}, leave() {}, write() {} };

const followers: Readonly<
  Record<"jackknife" | "greenwood" | "none", (states: number, persons: number) => ErrorFollower>
> = { jackknife: jackknifeErrors, greenwood: greenwoodErrors, none: () => nothing };

/** The shares given, or those of the persons under watch at the first change. */
function startOf({ entering, state }: Timeline, states: number, given: readonly number[] | undefined): Float64Array {
  const start = new Float64Array(states);
  if (given !== undefined) {
    const sum = given.reduce((total, share) => total + share, 0);
    if (given.length !== states || !(Math.abs(sum - 1) < 1e-9)) throw new RangeError("the start must add up to 1");
    start.set(given);
    return start;
  }
  const first = entering.row.subarray(entering.from[0], entering.from[1]);
  for (const row of first) start[state[row]] += 1 / first.length;
  return start;
}

/** The parts of those watched in each state (row) who went to each (column) at a step: I + dA. */
function movesAt({ leaving, state, next }: Timeline, step: number, watched: Float64Array): Float64Array {
  const states = watched.length;
  const moves = new Float64Array(states * states);
  for (let at = leaving.from[step]; at < leaving.from[step + 1]; at++) {
    const row = leaving.row[at];
    if (next[row] !== state[row]) moves[state[row] * states + next[row]]++;
  }
  for (let from = 0; from < states; from++) {
    let left = 0;
    for (let to = 0; to < states; to++) left += moves[from * states + to];
    if (left === 0) {
      moves[from * states + from] = 1;
      continue;
    }
    for (let to = 0; to < states; to++) moves[from * states + to] /= watched[from];
    moves[from * states + from] = (watched[from] - left) / watched[from];
  }
  return moves;
}

function moved(share: Float64Array, moves: Float64Array, states: number): Float64Array {
  const next = new Float64Array(states);
  for (let from = 0; from < states; from++)
    for (let to = 0; to < states; to++) next[to] += share[from] * moves[from * states + to];
  return next;
}
