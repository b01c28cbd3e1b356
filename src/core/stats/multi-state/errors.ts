/** Follows a sweep over the steps of a timeline and knows, after each, how uncertain the shares are. */
export type ErrorFollower = {
  /** A person comes under watch in a state, before the step. */
  enter(person: number, state: number): void;
  /** The shares at the start are those of the persons now under watch. */
  start(share: Float64Array): void;
  /** The shares move: by which parts, from which shares, and how many were watched in each state. */
  step(moves: Float64Array, share: Float64Array, watched: Float64Array): void;
  /** A person leaves the watch in a state at the step, to another state or, where it is the same, unseen. */
  leave(person: number, state: number, next: number): void;
  /** Writes the standard error of each state's share after the step. */
  write(error: Float64Array): void;
};
