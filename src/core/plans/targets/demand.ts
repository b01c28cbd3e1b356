import type { Period } from "../../calendar/period.ts";
import type { MissingReason } from "../../figures/figure.ts";
import { type Interval, intervalOf } from "../../figures/interval.ts";
import type { Printed } from "../../figures/printed.ts";
import type { Unit } from "../../figures/unit.ts";
import type { Baseline } from "../format/baseline.ts";
import type { Taken } from "./taken.ts";

/** What must be true of a measured figure: that it lies from `low` to `high`; `strict` shuts the ends out. */
export type Demand = Interval & { readonly unit: Unit; readonly strict: boolean };

/** What a demand may be made from besides the target itself. */
export type Known = {
  /** The figure the change, direction or gap is counted from. */
  readonly baseline: number | undefined;
  /** The other area's, group's or the expected figure. */
  readonly reference: number | undefined;
  readonly unit: Unit;
};

/** What the rest of the plan says of the part a target belongs to. */
export type Setting = { readonly indicator?: string | undefined; readonly baseline?: Baseline | undefined };

/**
 * What every kind of target answers, so that all are evaluated alike.
 * `lacks`: why it cannot be settled as written · `demand`: what must be true of the figure, undefined when `known` lacks
 * what it needs · `period`, `against`, `taken`: of which figures · `gap`: whether the figure is own minus reference.
 */
export type TargetKindOf<T> = {
  readonly lacks: (target: T, setting: Setting) => readonly MissingReason[];
  readonly demand: (target: T, known: Known) => Demand | undefined;
  readonly period: (target: T) => Period | undefined;
  readonly against: (target: T) => Period | undefined;
  readonly taken: (target: T) => Taken | undefined;
  readonly gap: boolean;
};

const open = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

export function atMost(high: number, unit: Unit, strict = false): Demand {
  return { ...open, high, unit, strict };
}

export function atLeast(low: number, unit: Unit, strict = false): Demand {
  return { ...open, low, unit, strict };
}

/** The figures that a printed one allows when the plan says most, least, between, about or exactly that. */
export function bounded(printed: Printed, bound: "most" | "least" | "between" | "about" | "exactly"): Demand {
  const { unit } = printed;
  // A target is held to as printed; only its hedge word or range widens it.
  const { low, high } =
    printed.hedge === undefined ? { low: printed.value, high: printed.upper ?? printed.value } : finite(printed);
  if (bound === "most") return atMost(high, unit);
  if (bound === "least") return atLeast(low, unit);
  if (bound === "exactly" || bound === "about") {
    const half = printed.upper === undefined && printed.hedge === undefined ? printed.step / 2 : 0;
    return { low: low - half, high: high + half, unit, strict: false };
  }
  return { low, high, unit, strict: false };
}

/** A hedge may leave one side open ("over 40 %"); then the printed figure itself is that side's end. */
function finite(printed: Printed): Interval {
  const { low, high } = intervalOf(printed);
  return {
    low: Number.isFinite(low) ? low : printed.value,
    high: Number.isFinite(high) ? high : (printed.upper ?? printed.value),
  };
}

/** Whether a figure satisfies a demand. Figures are compared unrounded; 1e-9 forgives only how numbers are stored. */
export function satisfies(value: number, { low, high, strict }: Demand): boolean {
  const slack = strict ? -1e-9 : 1e-9;
  const scale = Math.max(1, Math.abs(value));
  return value >= low - slack * scale && value <= high + slack * scale;
}

/** How far a figure is from satisfying a demand, signed as figure minus bound; the nearest bound where it does. */
export function distanceTo(value: number, { low, high }: Demand): number {
  if (value < low) return value - low;
  if (value > high) return value - high;
  if (low === Number.NEGATIVE_INFINITY) return value - high;
  return high === Number.POSITIVE_INFINITY ? value - low : 0;
}
