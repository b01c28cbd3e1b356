import type { Period } from "../../calendar/period.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Text } from "../../text/text.ts";
import type { Expected } from "../series/forecast.ts";
import type { NeededKind, Turn } from "./course.ts";

/** What is expected of a part of a goal that is not settled. */
export type Foreseen = {
  /** How it was forecast, and how such forecasts have come out. */
  readonly method: Text;
  readonly past: Text | undefined;
  /** The figure of the target's period: what is expected of it, and where it lies in 80 and 95 of 100 cases. */
  readonly figure: Figure;
  readonly range: Expected;
  /** The chance that the target is met, from 0 to 1. */
  readonly chance: number;
  /** When it is expected to be met or lost, where it is expected to become another than it is. */
  readonly turn: Turn | undefined;
  /** The net change a month from now on that ends just at the target's bound; of a sum, how much each month. */
  readonly needed: Needed | undefined;
  /** What is expected of each coming period. */
  readonly coming: readonly (Expected & { readonly period: Period })[];
};

/** So much a month, and whether the target takes it or leaves room for it. */
export type Needed = { readonly figure: Figure; readonly kind: NeededKind };

export function isForeseen(found: Foreseen | Text | undefined): found is Foreseen {
  return found !== undefined && "chance" in found;
}
