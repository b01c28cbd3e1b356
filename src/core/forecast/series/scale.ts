import type { Unit } from "../../figures/unit.ts";

/** The scale on which figures stray as far at a high level as at a low one, and the way back. */
export type Scale = { readonly on: (figure: number) => number; readonly off: (scaled: number) => number };

/** A count strays by about its root, so its root strays evenly; and what comes back is never below 0. */
const root: Scale = {
  on: (figure) => Math.sqrt(Math.max(0, figure)),
  off: (scaled) => Math.max(0, scaled) ** 2,
};

/** Figures as they are: what may be below 0. */
export const plain: Scale = { on: (figure) => figure, off: (scaled) => scaled };

const share: Scale = { on: (figure) => figure, off: (scaled) => Math.min(1, Math.max(0, scaled)) };

const fromZero: Scale = { on: (figure) => figure, off: (scaled) => Math.max(0, scaled) };

/** The scale on which a unit's figures are forecast. */
export const scales: Readonly<Record<Unit, Scale>> = {
  persons: root,
  "full-time-persons": root,
  companies: root,
  count: root,
  DKK: plain,
  share,
  "share-points": plain,
  hours: fromZero,
  days: fromZero,
  weeks: fromZero,
  months: fromZero,
  years: fromZero,
  rank: fromZero,
};
