import { z } from "zod";
import { period } from "../format/scalars.ts";
import { taken } from "./level.ts";

/** Rises, falls, does not rise or does not fall from one period to another. */
export const direction = z.strictObject({
  kind: z.literal("direction"),
  direction: z.enum(["rises", "falls", "does-not-rise", "does-not-fall"]),
  period: period.optional(),
  against: period.optional(),
  as: taken.optional(),
});
export type Direction = z.output<typeof direction>;
