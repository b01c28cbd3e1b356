import { z } from "zod";
import { period } from "../../format/scalars.ts";
import { atLeast, atMost, type TargetKindOf } from "./demand.ts";
import { taken } from "./taken.ts";

/** At least or at most a moving reference: another area's figure, or the figure expected of this one (an indicator). */
export const benchmark = z.strictObject({
  kind: z.literal("benchmark"),
  side: z.enum(["at-least", "at-most"]),
  reference: z.strictObject({ area: z.string().optional(), indicator: z.string().optional() }),
  period: period.optional(),
  as: taken.optional(),
});
export type Benchmark = z.output<typeof benchmark>;

export const benchmarkKind: TargetKindOf<Benchmark> = {
  lacks: ({ period: when, reference }, { indicator }) => [
    ...(when === undefined ? (["no-period"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
    ...(reference.area === undefined && reference.indicator === undefined ? (["no-baseline"] as const) : []),
  ],
  demand: ({ side }, { reference, unit }) => {
    if (reference === undefined) return undefined;
    return side === "at-least" ? atLeast(reference, unit) : atMost(reference, unit);
  },
  period: ({ period: when }) => when,
  against: () => undefined,
  taken: ({ as: how }) => how,
  gap: false,
};
