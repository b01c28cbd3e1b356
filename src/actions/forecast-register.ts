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
import { checkHorizon, chooseMunicipality, flowModelOf, isOfFew, seenByMunicipality } from "./seen-municipalities.ts";

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
  const { seed = 1, benefits = [], months: horizon } = question;
  const { model, version } = flowModelOf(data);
  const draws = question.draws ?? model.draws;
  const rows: RegisterForecastRow[] = [];
  const past: (FlowAccuracy & { municipality?: string })[] = [];
  const withheld = new Set<string>();
  const neverLeftAny = new Set<string>();
  const newest: NewestRow[] = [];
  const goals: GoalChance[] = [];
  const all = seenByMunicipality(data, read, model, question.municipality);
  if (question.plan !== undefined && all.length > 1) throw chooseMunicipality(all);
  for (const one of all) {
    const { seen, municipality } = one;
    checkHorizon(horizon, seen);
    const wanted = new Set(chosen(seen, benefits).map(({ benefit }) => benefit));
    const learnt = finished(learn(seen, model, { seed }));
    const never = neverLeft(learnt);
    const refused = never.find((benefit) => benefits.includes(benefit));
    if (refused !== undefined) throw broken("no-exits-seen", { benefit: refused });
    for (const benefit of never) neverLeftAny.add(benefit);
    const changes =
      question.scenario === undefined ? undefined : scenarioOf(data, question.scenario, learnt, horizon, seed);
    const foreseenAll = finished(foresee(learnt, { horizon, draws, seed, ...(changes && { changes }) }));
    const months = foreseenAll.months.map(formatMonth);
    const told = new Set<string>();
    for (const foreseen of foreseenAll.benefits.filter(
      ({ benefit }) => wanted.has(benefit) && !never.includes(benefit),
    )) {
      const coming = foreseen.expected.map(({ mean }) => mean);
      if (isOfFew(seen, foreseen.benefit, coming)) withheld.add(foreseen.benefit);
      else {
        told.add(foreseen.benefit);
        rows.push(...rowsOf(foreseen, months, municipality));
      }
    }
    if (question.older !== undefined)
      newest.push(...newestMonths(data, read, model, one, question.older).filter(({ benefit }) => told.has(benefit)));
    if (question.plan !== undefined)
      goals.push(...chancesOf(data, read, question.plan, { seen, foreseen: foreseenAll, ...ownersOf(municipality) }));
    past.push(...pastOf(learnt, told).map((one) => ({ ...one, ...municipality })));
  }
  return {
    ...{ model: version, snapshot: read.register.id, seed, asOf: formatDay(read.asOf) },
    ...{
      simulated: read.register.simulated,
      draws,
      unit: "full-time-persons",
      rows,
      past,
      withheld: [...withheld],
      neverLeft: [...neverLeftAny],
    },
    ...(question.plan && { goals }),
    ...(question.older && { newest: newestOf(read, newest) }),
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
