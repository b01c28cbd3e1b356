import type { Day } from "../../../calendar/day.ts";

/** A company that does not exist. */
export type Company = {
  readonly number: string;
  readonly cvr: string;
  readonly name: string;
  readonly industry: string;
  readonly employees: number;
  readonly from: Day;
  /** The day until which the municipality's own service, and that of others, has cooperated with it. */
  own: Day;
  others: Day;
};

/**
 * The companies of a municipality. Those with employees stand on a circle; the municipality's own partners are those on
 * one arc of it, the partners of others those on another. The arcs turn slowly, so that partners change.
 */
export type Market = {
  readonly circle: Company[];
  readonly soleTraders: Company[];
  /** Where the arc of the own partners begins, as a share of the circle, and how wide the arcs are. */
  start: number;
  readonly arcs: Arcs;
  /** How far the arcs turn in a year. */
  readonly turn: number;
  readonly orders: JobOrder[];
  numbers: number;
};

/** Widths as shares of the circle. The others' arc begins `othersAfter` after the own one does. */
export type Arcs = { readonly own: number; readonly others: number; readonly othersAfter: number };

/** A job order that is open. */
export type JobOrder = {
  readonly id: string;
  readonly company: Company;
  readonly occupation: string;
  readonly positions: number;
  readonly received: Day;
  readonly deadline: Day;
  filled: number;
};
