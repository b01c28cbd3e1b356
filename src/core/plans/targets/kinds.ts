import type { Period } from "../../calendar/period.ts";
import type { MissingReason } from "../../figures/figure.ts";
import { benchmarkKind } from "./benchmark.ts";
import { changeKind } from "./change.ts";
import { cohortKind } from "./cohort.ts";
import { coverageKind } from "./coverage.ts";
import type { Demand, Known, Setting, TargetKindOf } from "./demand.ts";
import { directionKind } from "./direction.ts";
import { gapKind } from "./gap.ts";
import { levelKind } from "./level.ts";
import { milestoneKind } from "./milestone.ts";
import type { Target } from "./schema.ts";
import type { Taken } from "./taken.ts";

/** A target together with what its kind answers. */
export type Aim = {
  readonly lacks: (setting: Setting) => readonly MissingReason[];
  readonly demand: (known: Known) => Demand | undefined;
  readonly period: Period | undefined;
  readonly against: Period | undefined;
  readonly taken: Taken | undefined;
  readonly gap: boolean;
};

/** What a target asks for, whatever its kind. */
export function aimOf(target: Target): Aim {
  switch (target.kind) {
    case "level":
      return aim(levelKind, target);
    case "change":
      return aim(changeKind, target);
    case "direction":
      return aim(directionKind, target);
    case "gap":
      return aim(gapKind, target);
    case "coverage":
      return aim(coverageKind, target);
    case "cohort":
      return aim(cohortKind, target);
    case "benchmark":
      return aim(benchmarkKind, target);
    case "milestone":
      return aim(milestoneKind, target);
  }
}

function aim<T>(kind: TargetKindOf<T>, target: T): Aim {
  return {
    lacks: (setting) => kind.lacks(target, setting),
    demand: (known) => kind.demand(target, known),
    period: kind.period(target),
    against: kind.against(target),
    taken: kind.taken(target),
    gap: kind.gap,
  };
}
