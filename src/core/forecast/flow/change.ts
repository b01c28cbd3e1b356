/**
 * What is different in one coming month from what would come by itself. Factors multiply and people add, so the order in
 * which changes are put together cannot matter; an empty one changes nothing. States go by their ids.
 */
export type Change = {
  /** Factors on how many come from outside to a state. */
  readonly arrivals?: readonly { readonly to: string; readonly factor: number }[];
  /** Factors on the chance of leaving a state, for one destination or for any. */
  readonly exits?: readonly { readonly from: string; readonly to?: string; readonly factor: number }[];
  /** Persons who come from outside besides. */
  readonly extra?: readonly { readonly to: string; readonly persons: number }[];
  /** Persons who go from one state to another besides; no more than there are. */
  readonly movers?: readonly { readonly from: string; readonly to: string; readonly persons: number }[];
  /** A rule moves a share of a state's people to another, at the beginning of the month; their time is kept. */
  readonly moved?: readonly { readonly from: string; readonly to: string; readonly share: number }[];
  /** A rule lets nobody more into a state: who would come goes to another, or stays where he is. */
  readonly closed?: readonly { readonly state: string; readonly to?: string }[];
};

/** A change for each coming month, the first one first; months behind the last are not changed. */
export type Changes = readonly Change[];

/** Several changes of one month as one. */
export function together(...changes: readonly Change[]): Change {
  return {
    arrivals: changes.flatMap(({ arrivals = [] }) => arrivals),
    exits: changes.flatMap(({ exits = [] }) => exits),
    extra: changes.flatMap(({ extra = [] }) => extra),
    movers: changes.flatMap(({ movers = [] }) => movers),
    moved: changes.flatMap(({ moved = [] }) => moved),
    closed: changes.flatMap(({ closed = [] }) => closed),
  };
}
