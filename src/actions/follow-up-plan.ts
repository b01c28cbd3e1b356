import type { Day } from "#core/calendar/day.ts";
import { defaultAsOf } from "#core/plans/evaluation/as-of.ts";
import { evaluatePlan } from "#core/plans/evaluation/evaluate.ts";
import { type ExpectationResult, followExpectations } from "#core/plans/evaluation/expectations.ts";
import { defaultParameters, type Parameters } from "#core/plans/evaluation/parameters.ts";
import type { GoalResult } from "#core/plans/evaluation/result.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { tableSeries } from "#core/plans/table-series.ts";
import type { Data, OpenPlan } from "./open-data.ts";

/** How a plan stands as of a day. */
export type FollowedUp = {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly asOf: Day;
  readonly parameters: Parameters;
  readonly goals: readonly GoalResult[];
  readonly expectations: readonly ExpectationResult[];
};

/** Follows a plan up as of a day; without one, as of the day its last period became final, or today. */
export function followUpPlan(data: Data, { answered: plan, followUp }: OpenPlan, today: Day, asked?: Day): FollowedUp {
  const series = [...data.series(), ...tableSeries(plan)];
  const parameters = defaultParameters;
  const asOf = asked ?? defaultAsOf(plan, series, data.indicators, today, parameters);
  return {
    plan,
    followUp,
    asOf,
    parameters,
    goals: evaluatePlan({ plan, followUp, indicators: data.indicators, series, asOf, parameters }),
    expectations: followExpectations(plan, series, data.indicators, asOf),
  };
}
