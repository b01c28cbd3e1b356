import type { Day } from "#core/calendar/day.ts";
import type { PathSource } from "#core/forecast/goals/paths.ts";
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
import { goalForecasts, registerForecasts } from "./goal-forecasts.ts";
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
  /** What its goals under way are forecast by. */
  readonly paths: PathSource;
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
  written: Pick<OpenPlan, "answered" | "followUp">,
  today: Day,
  { register, full = true, ...request }: FollowUpRequest = {},
): FollowedUp {
  const { answered: plan } = written;
  const setting = settingOf(data, plan, today, { ...request, register });
  const computed = register === undefined ? [] : seriesFromRegister(data, plan, register, setting.asOf, { full });
  const ofRegister = register && registerForecasts(data, plan, register, setting.asOf);
  return followUpWith(data, written, setting, computed, ofRegister);
}

/** What a follow-up stands on before anything is computed from a register. */
export type FollowUpSetting = Pick<FollowedUp, "asOf" | "defaultAsOf" | "parameters" | "register">;

/** As of which day a plan is followed up, by which limits, and on which register. */
export function settingOf(
  data: Data,
  plan: Plan,
  today: Day,
  { asOf, register, parameters = defaultParameters }: Pick<FollowUpRequest, "asOf" | "parameters"> & OnRegister,
): FollowUpSetting {
  const newest = register !== undefined && register.extracted < today ? register.extracted : today;
  const byItself = defaultAsOf(plan, knownFor(data, plan), data.indicators, newest, parameters);
  return {
    ...{ asOf: asOf ?? byItself, defaultAsOf: byItself, parameters },
    register: register && { id: register.id, name: register.name, simulated: register.simulated },
  };
}

type OnRegister = { readonly register?: Pick<Register, "id" | "name" | "simulated" | "extracted"> | undefined };

/** Follows a plan up with what was computed and what can be forecast from a register, on top of what is published. */
export function followUpWith(
  data: Data,
  { answered: plan, followUp }: Pick<OpenPlan, "answered" | "followUp">,
  setting: FollowUpSetting,
  computed: readonly Series[],
  ofRegister?: PathSource,
): FollowedUp {
  const { indicators } = data;
  const { asOf, parameters } = setting;
  const series = [...computed, ...knownFor(data, plan)];
  const paths = goalForecasts(data, ofRegister);
  return {
    ...{ plan, followUp, ...setting, series, paths },
    goals: evaluatePlan({ plan, followUp, indicators, series, asOf, parameters, paths }),
    expectations: followExpectations(plan, series, indicators, asOf),
  };
}

function knownFor(data: Data, plan: Plan): Series[] {
  return [...data.series(), ...tableSeries(plan)];
}
