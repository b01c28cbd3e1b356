import type { OfferKind } from "../model/offers.ts";
import type { State } from "../model/state.ts";
import type { Path } from "../stocks/path.ts";

/** Keeps as many courses of an offer running as there should be: as many begin as end, by Little's law. */
export type OfferControl = {
  readonly kind: OfferKind;
  /** The courses that should run in a month, where a plan says so. */
  readonly running: Path | undefined;
  /** How many courses run. */
  active: number;
  /** The mean days of a course as it turns out, those that never begin included. */
  days: number;
  /** How many more must begin in a month than end, since some find nobody to take part. */
  bias: number;
};

/** The share of the people on some states who should be in offers of some types; in any offer where none is named. */
export type ActivationControl = {
  readonly share: Path;
  readonly of: readonly State[];
  readonly types: readonly string[] | undefined;
};
