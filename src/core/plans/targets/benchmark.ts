import { z } from "zod";
import { period } from "../format/scalars.ts";
import { taken } from "./level.ts";

/** At least or at most a moving reference: another area's figure, or the figure expected of this one (an indicator). */
export const benchmark = z.strictObject({
  kind: z.literal("benchmark"),
  side: z.enum(["at-least", "at-most"]),
  reference: z.strictObject({ area: z.string().optional(), indicator: z.string().optional() }),
  period: period.optional(),
  as: taken.optional(),
});
export type Benchmark = z.output<typeof benchmark>;
