import type { Period } from "../../calendar/period.ts";
import type { Figure, Missing } from "../../figures/figure.ts";
import type { Goal, Part } from "../format/goal.ts";
import type { Aim } from "../targets/kinds.ts";
import type { Ground } from "./ground.ts";
import type { Source } from "./values.ts";

/** A part that has a target with a period, and figures. */
export type Measuring = {
  readonly ground: Ground;
  readonly goal: Goal;
  readonly part: Part;
  readonly aim: Aim;
  readonly period: Period;
  readonly source: Source;
  readonly baseline: Figure | Missing;
  /** What a change, direction or gap is counted from, in the terms of what is measured, and its period. */
  readonly start: number | undefined;
  readonly startPeriod: Period | undefined;
};
