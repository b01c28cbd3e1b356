import { z } from "zod";
import { period, printed } from "../format/scalars.ts";
import { taken } from "./level.ts";

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
