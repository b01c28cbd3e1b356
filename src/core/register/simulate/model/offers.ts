import type { Mix } from "../../../stats/draw.ts";
import { mixOf } from "../../../stats/draw.ts";
import type { OfferSpec } from "../parameters/offers.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { State, States } from "./state.ts";
import { type FactorTable, factorTable, largestFactor, stepTable } from "./traits.ts";

/** An offer with its planted effect and its selection, by state and ready to be multiplied. */
export type OfferKind = {
  readonly spec: OfferSpec;
  readonly at: number;
  readonly given: readonly { readonly state: State; readonly share: number }[];
  /** Factors on the rates into work and education, by the state's place. */
  readonly during: Float64Array;
  readonly after: Float64Array;
  readonly selection: FactorTable;
  readonly monthsIn: Float64Array;
  /** The largest weight anybody can have. */
  readonly largest: number;
};

export function offerKinds({ offers }: Parameters, states: States): OfferKind[] {
  return offers.offers.map((spec, at) => {
    const selection = factorTable(spec.selection);
    const monthsIn = stepTable(spec.selection.monthsIn, 120, 1);
    return {
      spec,
      at,
      given: Object.entries(spec.given).map(([id, share]) => ({ state: states.get(id), share })),
      during: byState(spec.effect.during, states),
      after: byState(spec.effect.after, states),
      selection,
      monthsIn,
      largest: largestFactor(selection) * Math.max(...monthsIn),
    };
  });
}

function byState(factors: Readonly<Record<string, number>>, { all }: States): Float64Array {
  return Float64Array.from(all, ({ id }) => factors[id] ?? factors.other ?? 1);
}

/** Shares of what comes next as something to draw from. */
export function sequelMix(shares: Readonly<Record<string, number>>): Mix<string> {
  return mixOf(Object.entries(shares));
}
