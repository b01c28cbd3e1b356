import { z } from "zod";
import { benchmark } from "./benchmark.ts";
import { change } from "./change.ts";
import { cohort } from "./cohort.ts";
import { coverage } from "./coverage.ts";
import { direction } from "./direction.ts";
import { gap } from "./gap.ts";
import { level } from "./level.ts";
import { milestone } from "./milestone.ts";

/** The eight kinds of target a goal can have. A new kind is one file beside these, and its line here. */
export const target = z.discriminatedUnion("kind", [
  level,
  change,
  direction,
  gap,
  coverage,
  cohort,
  benchmark,
  milestone,
]);
export type Target = z.output<typeof target>;
export type TargetKind = Target["kind"];
