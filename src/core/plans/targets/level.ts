import { z } from "zod";
import { period } from "../../format/scalars.ts";
import { printed } from "../format/print.ts";
import { bounded, type TargetKindOf } from "./demand.ts";
import { taken } from "./taken.ts";

/** At most, at least, between, about or exactly a figure, in a period. Without `bound` the plan states no direction. */
export const level = z.strictObject({
  kind: z.literal("level"),
  bound: z.enum(["most", "least", "between", "about", "exactly"]).optional(),
  value: printed,
  period: period.optional(),
  as: taken.optional(),
});
export type Level = z.output<typeof level>;

export const levelKind: TargetKindOf<Level> = {
  lacks: ({ bound, period: when }, { indicator }) => [
    ...(bound === undefined ? (["no-direction"] as const) : []),
    ...(when === undefined ? (["no-period"] as const) : []),
    ...(indicator === undefined ? (["no-indicator"] as const) : []),
  ],
  demand: ({ bound, value }) => (bound === undefined ? undefined : bounded(value, bound)),
  period: ({ period: when }) => when,
  against: () => undefined,
  taken: ({ as: how }) => how,
  gap: false,
};
