import { z } from "zod";
import { period, where } from "../../format/scalars.ts";
import { printed } from "../format/print.ts";
import { atMost, bounded, type TargetKindOf } from "./demand.ts";
import { taken } from "./taken.ts";

/**
 * The distance own − other, to another area (its code) or another group of the same area:
 * at most a figure, or reduced by a figure against an earlier period (in points, or in per cent of the gap).
 */
export const gap = z.strictObject({
  kind: z.literal("gap"),
  to: z.strictObject({ area: z.string().optional(), where: where.optional() }),
  bound: z.enum(["most", "reduced-by"]),
  value: printed,
  of: z.enum(["points", "gap"]).default("points"),
  period: period.optional(),
  against: period.optional(),
  as: taken.optional(),
});
export type Gap = z.output<typeof gap>;

/** Passing the other is met: only the upper end of the distance is bound. */
export const gapKind: TargetKindOf<Gap> = {
  lacks: ({ bound, period: when }, { indicator, baseline }) => [
    ...(when === undefined ? (["no-period"] as const) : []),
    ...(bound === "reduced-by" && baseline?.value === undefined ? (["no-baseline"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: ({ bound, value, of }, { baseline, unit }) => {
    if (bound === "most") return atMost(bounded(value, "most").high, unit);
    if (baseline === undefined) return undefined;
    const size = value.value;
    return atMost(of === "gap" ? baseline * (1 - size) : baseline - size, unit);
  },
  period: ({ period: when }) => when,
  against: ({ against }) => against,
  taken: ({ as: how }) => how,
  gap: true,
};
