import { z } from "zod";
import type { Unit } from "../../figures/unit.ts";
import { period } from "../../format/scalars.ts";
import { atLeast, atMost, type Demand, type TargetKindOf } from "./demand.ts";
import { taken } from "./taken.ts";

/** Rises, falls, does not rise or does not fall from one period to another. */
export const direction = z.strictObject({
  kind: z.literal("direction"),
  direction: z.enum(["rises", "falls", "does-not-rise", "does-not-fall"]),
  period: period.optional(),
  against: period.optional(),
  as: taken.optional(),
});
export type Direction = z.output<typeof direction>;

export const directionKind: TargetKindOf<Direction> = {
  lacks: ({ period: when }, { indicator, baseline }) => [
    ...(when === undefined ? (["no-period"] as const) : []),
    ...(baseline?.value === undefined ? (["no-baseline"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: ({ direction: way }, { baseline, unit }) => (baseline === undefined ? undefined : ways[way](baseline, unit)),
  period: ({ period: when }) => when,
  against: ({ against }) => against,
  taken: ({ as: how }) => how,
  gap: false,
};

const ways: Readonly<Record<Direction["direction"], (baseline: number, unit: Unit) => Demand>> = {
  rises: (baseline, unit) => atLeast(baseline, unit, true),
  falls: (baseline, unit) => atMost(baseline, unit, true),
  "does-not-rise": (baseline, unit) => atMost(baseline, unit),
  "does-not-fall": (baseline, unit) => atLeast(baseline, unit),
};
