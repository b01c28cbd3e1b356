import type { Day } from "#core/calendar/day.ts";
import type { Series } from "#core/indicators/series.ts";
import { defaultAsOf } from "#core/plans/evaluation/as-of.ts";
import { evaluatePlan } from "#core/plans/evaluation/evaluate.ts";
import { type ExpectationResult, followExpectations } from "#core/plans/evaluation/expectations.ts";
import { defaultParameters, type Parameters } from "#core/plans/evaluation/parameters.ts";
import type { GoalResult } from "#core/plans/evaluation/result.ts";
import type { FollowUp } from "#core/plans/format/follow-up-file.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import { tableSeries } from "#core/plans/table-series.ts";
import type { Register } from "#core/register/columns.ts";
import { seriesFromRegister } from "./evaluate-on-register.ts";
import type { Data, OpenPlan } from "./open-data.ts";

/** How a plan stands as of a day. */
export type FollowedUp = {
  readonly plan: Plan;
  readonly followUp: FollowUp;
  readonly asOf: Day;
  /** The day it would be followed up as of by itself. */
  readonly defaultAsOf: Day;
  readonly parameters: Parameters;
  /** The register the goals were computed from, if any; simulated ones are marked wherever they are shown. */
  readonly register: { readonly id: string; readonly name: string; readonly simulated: boolean } | undefined;
  /** Every series that could be used: of the register first, then published, then the plan's own tables. */
  readonly series: readonly Series[];
  readonly goals: readonly GoalResult[];
  readonly expectations: readonly ExpectationResult[];
};

/** What a follow-up may be told: its day, a register the goals are computed from, whether small cells are shown, its limits. */
export type FollowUpRequest = {
  readonly asOf?: Day;
  readonly register?: Register;
  readonly full?: boolean;
  /** Other limits and thresholds than the program's own. */
  readonly parameters?: Parameters;
};

/** Follows a plan up as of a day; without one, as of the day its last period became final, the register ended, or today. */
export function followUpPlan(
  data: Data,
  { answered: plan, followUp }: Pick<OpenPlan, "answered" | "followUp">,
  today: Day,
  { asOf: asked, register, full = true, parameters = defaultParameters }: FollowUpRequest = {},
): FollowedUp {
  const { indicators } = data;
  const known = [...data.series(), ...tableSeries(plan)];
  const newest = register !== undefined && register.extracted < today ? register.extracted : today;
  const byItself = defaultAsOf(plan, known, indicators, newest, parameters);
  const asOf = asked ?? byItself;
  const computed = register === undefined ? [] : seriesFromRegister(data, plan, register, asOf, { full });
  const series = [...computed, ...known];
  return {
    plan,
    followUp,
    asOf,
    defaultAsOf: byItself,
    parameters,
    register: register && { id: register.id, name: register.name, simulated: register.simulated },
    series,
    goals: evaluatePlan({ plan, followUp, indicators, series, asOf, parameters }),
    expectations: followExpectations(plan, series, indicators, asOf),
  };
}
