import { readScenario } from "#connectors/data-files/scenario.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { formatMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import type { Unit } from "#core/figures/unit.ts";
import { type ForeseenBenefit, foresee, type Learnt, learn, neverLeft } from "#core/forecast/flow/foresee.ts";
import { type FlowAccuracy, pastOf } from "#core/forecast/flow/past.ts";
import { chosen } from "#core/forecast/flow/see.ts";
import type { FlowMethod } from "#core/forecast/flow/trust.ts";
import type { RunOn } from "#core/forecast/goals/register-paths.ts";
import { changesOf } from "#core/forecast/scenario/changes.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import type { Register } from "#core/register/columns.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import { seriesFromRegister } from "./evaluate-on-register.ts";
import { type GoalChance, goalChances, type OpenedPlan } from "./goal-chances.ts";
import { knownToAll } from "./known-levers.ts";
import { type Newest, type NewestRow, newestMonths, newestOf, olderExtracts } from "./nowcast-register.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";
import {
  checkHorizon,
  chooseMunicipality,
  flowModelOf,
  isOfFew,
  type SeenOf,
  seenByMunicipality,
} from "./seen-municipalities.ts";

/** What to forecast of a register. */
export type RegisterForecastQuestion = {
  /** The last day known; the day the register was drawn where none is given. */
  readonly asOf?: Day;
  readonly months: number;
  /** Benefit codes; all that anybody has had where none is given. */
  readonly benefits?: readonly string[];
  /** One of the municipalities of the register, by name or code; each of them where none is given. */
  readonly municipality?: string;
  /** A scenario's file: what is expected if it comes true. */
  readonly scenario?: string;
  /** The plan whose goals' chances are told too. */
  readonly plan?: OpenedPlan;
  readonly seed?: number;
  readonly draws?: number;
  /** Older extracts of the same register, from which it is learnt how much of the newest months is told late. */
  readonly older?: readonly Register[];
};

/** Forecasts of full-time persons, and what they were made from: the same three give the same figures. */
export type RegisterForecast = {
  /** The model and the hash of its parameters. */
  readonly model: string;
  readonly snapshot: string;
  readonly seed: number;
  readonly asOf: string;
  readonly simulated: boolean;
  readonly draws: number;
  readonly unit: Unit;
  readonly rows: readonly RegisterForecastRow[];
  /** How such forecasts have come out in the register's own past, by municipality and benefit. */
  readonly past: readonly (FlowAccuracy & { readonly municipality?: string })[];
  /** Benefits that so few have, or are expected to have where nobody has, that nothing is said of them. */
  readonly withheld: readonly string[];
  /** Benefits that nobody was seen to leave: nothing can be learnt of them. */
  readonly neverLeft: readonly string[];
  /** The chance of each goal of the plan, where one was asked for and a chance can be told. */
  readonly goals?: readonly GoalChance[];
  /** What the newest months will have been when all is told, where that was asked; or why it cannot be said. */
  readonly newest?: Newest;
};

export type RegisterForecastRow = Expected & {
  readonly benefit: string;
  readonly municipality?: string;
  /** `2019-03`. */
  readonly period: string;
  readonly method: FlowMethod;
};

/** Forecasts the full-time persons of each benefit in a register. @throws BrokenInput as `forecastRead` */
export async function forecastRegister(
  data: Data,
  {
    register: name,
    nowcast,
    ...question
  }: RegisterForecastQuestion & { readonly register: string; readonly nowcast?: boolean },
  setting: RegisterSetting,
): Promise<RegisterForecast> {
  const register = await openRegister(name, setting);
  const older = nowcast ? { older: await olderExtracts(register, setting) } : {};
  return forecastRead(data, readAsOf(register, question.asOf ?? register.extracted), { ...question, ...older });
}

/**
 * Forecasts the full-time persons of each benefit from a register as of a day, of each municipality by itself.
 *
 * @throws BrokenInput register-too-short, horizon-too-far, wrong-horizon, benefit-not-seen, no-exits-seen, register-of-others
 */
export function forecastRead(data: Data, read: AsOf, question: RegisterForecastQuestion): RegisterForecast {
  const { model, version } = flowModelOf(data);
  const { seed = 1, draws = model.draws, municipality, plan, older } = question;
  const all = seenByMunicipality(data, read, model, municipality);
  if (plan !== undefined && all.length > 1) throw chooseMunicipality(all);
  const each = all.map((one) => forecastOne(data, read, one, { ...question, seed, draws }));
  const newest = each.flatMap((one) => one.newest);
  return {
    ...{ model: version, snapshot: read.register.id, seed, asOf: formatDay(read.asOf) },
    ...{ simulated: read.register.simulated, draws, unit: "full-time-persons" },
    rows: each.flatMap(({ rows }) => rows),
    past: each.flatMap(({ past }) => past),
    withheld: [...new Set(each.flatMap(({ withheld }) => withheld))],
    neverLeft: [...new Set(each.flatMap((one) => one.neverLeft))],
    ...(plan && { goals: each.flatMap(({ goals }) => goals) }),
    ...(older && { newest: newestOf(read, newest) }),
  };
}

/** What is forecast of one municipality. */
type ForecastOfOne = Pick<RegisterForecast, "rows" | "past" | "withheld" | "neverLeft"> & {
  readonly goals: readonly GoalChance[];
  readonly newest: readonly NewestRow[];
};

function forecastOne(
  data: Data,
  read: AsOf,
  one: SeenOf,
  question: RegisterForecastQuestion & { readonly seed: number; readonly draws: number },
): ForecastOfOne {
  const { seen, municipality } = one;
  const { months: horizon, benefits = [], scenario, seed, draws, plan, older } = question;
  const { model } = flowModelOf(data);
  checkHorizon(horizon, seen);
  const wanted = new Set(chosen(seen, benefits).map(({ benefit }) => benefit));
  const learnt = finished(learn(seen, model, { seed }));
  const never = neverLeft(learnt);
  const refused = never.find((benefit) => benefits.includes(benefit));
  if (refused !== undefined) throw broken("no-exits-seen", { benefit: refused });
  const changes = scenario === undefined ? undefined : scenarioOf(data, scenario, learnt, horizon, seed);
  const foreseen = finished(foresee(learnt, { horizon, draws, seed, ...(changes && { changes }) }));
  const asked = foreseen.benefits.filter(({ benefit }) => wanted.has(benefit) && !never.includes(benefit));
  const isFew = ({ benefit, expected }: ForeseenBenefit) => {
    const coming = expected.map(({ mean }) => mean);
    return isOfFew(seen, benefit, coming);
  };
  const shown = asked.filter((benefit) => !isFew(benefit));
  const told = new Set(shown.map(({ benefit }) => benefit));
  const months = foreseen.months.map(formatMonth);
  return {
    rows: shown.flatMap((benefit) => rowsOf(benefit, months, municipality)),
    past: pastOf(learnt, told).map((past) => ({ ...past, ...municipality })),
    withheld: asked.filter(isFew).map(({ benefit }) => benefit),
    neverLeft: never,
    goals: plan === undefined ? [] : chancesOf(data, read, plan, { seen, foreseen, ...ownersOf(municipality) }),
    newest:
      older === undefined ? [] : newestMonths(data, read, model, one, older).filter(({ benefit }) => told.has(benefit)),
  };
}

function ownersOf({ municipality }: { readonly municipality?: string }) {
  return { municipalities: municipality === undefined ? [] : [municipality] };
}

function chancesOf(data: Data, read: AsOf, plan: OpenedPlan, run: RunOn): GoalChance[] {
  const figures = seriesFromRegister(data, plan.answered, read.register, read.asOf, { full: false });
  return goalChances(data, read, plan, figures, run);
}

function scenarioOf(data: Data, path: string, { flows }: Learnt, horizon: number, seed: number) {
  const scenario = readScenario(path, { ...knownToAll(data), ahead: { flows, horizon } });
  return changesOf(scenario, { flows, horizon, seed });
}

function rowsOf(
  { benefit, method, expected }: ForeseenBenefit,
  periods: readonly string[],
  municipality: { readonly municipality?: string },
): RegisterForecastRow[] {
  return expected.map((one, h) => ({ benefit, ...municipality, period: periods[h], ...one, method }));
}

function finished<T>(result: T | undefined): T {
  if (result === undefined) throw new Error("nobody cancelled it");
  return result;
}
