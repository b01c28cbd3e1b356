import { isForeseen } from "#core/forecast/goals/foreseen.ts";
import { type RunOn, registerPaths } from "#core/forecast/goals/register-paths.ts";
import type { Series } from "#core/indicators/series.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { followUpWith, settingOf } from "./follow-up-plan.ts";
import type { Data, OpenPlan } from "./open-data.ts";

/** A plan as its goals' chances are asked of it. */
export type OpenedPlan = Pick<OpenPlan, "answered" | "followUp">;

/** A part of a goal under way, and the chance from 0 to 1 that it is met. */
export type GoalChance = {
  readonly goal: string;
  readonly part: string;
  readonly label: Text;
  readonly chance: number;
};

/** The chance of each goal of a plan that can be told, by how people flow where the flow model tells it. */
export function goalChances(
  data: Data,
  { register, asOf }: AsOf,
  plan: OpenedPlan,
  figures: readonly Series[],
  run: RunOn,
): GoalChance[] {
  const setting = settingOf(data, plan.answered, asOf, { asOf, register });
  const { goals } = followUpWith(data, plan, setting, figures, registerPaths(run));
  return goals.flatMap(({ goal, parts }) =>
    parts.flatMap(({ id, label, foreseen }): GoalChance[] => {
      if (!isForeseen(foreseen)) return [];
      const named = parts.length === 1 ? goal.title : label;
      return [{ goal: goal.id, part: id, label: named, chance: foreseen.chance }];
    }),
  );
}
