import { z } from "zod";
import { period } from "../../format/scalars.ts";
import { printed } from "../format/print.ts";
import { atLeast, atMost, bounded, type TargetKindOf } from "./demand.ts";
import { taken } from "./taken.ts";

/** A rise or fall by a number, per cent or points against an earlier period; `least` when the plan says no more. */
export const change = z.strictObject({
  kind: z.literal("change"),
  direction: z.enum(["rise", "fall"]),
  by: printed,
  bound: z.enum(["least", "most", "about", "exactly"]).default("least"),
  period: period.optional(),
  against: period.optional(),
  as: taken.optional(),
});
export type Change = z.output<typeof change>;

export const changeKind: TargetKindOf<Change> = {
  lacks: ({ period: when }, { indicator, baseline }) => [
    ...(when === undefined ? (["no-period"] as const) : []),
    ...(baseline?.value === undefined ? (["no-baseline"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: ({ direction, by, bound }, { baseline, unit }) => {
    if (baseline === undefined) return undefined;
    const sign = direction === "fall" ? -1 : 1;
    const size = bounded(by, bound === "least" || bound === "most" ? "between" : bound);
    const moved = (step: number) => (by.unit === "share" ? baseline * (1 + sign * step) : baseline + sign * step);
    const [near, far] = [moved(size.low), moved(size.high)];
    if (bound === "least") return direction === "fall" ? atMost(near, unit) : atLeast(near, unit);
    if (bound === "most") return direction === "fall" ? atLeast(far, unit) : atMost(far, unit);
    return { low: Math.min(near, far), high: Math.max(near, far), unit, strict: false };
  },
  period: ({ period: when }) => when,
  against: ({ against }) => against,
  taken: ({ as: how }) => how,
  gap: false,
};
