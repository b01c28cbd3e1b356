import { z } from "zod";
import { period, printed, where } from "../format/scalars.ts";
import { taken } from "./level.ts";

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
