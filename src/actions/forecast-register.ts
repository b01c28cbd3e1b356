import { createHash } from "node:crypto";
import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { readScenario } from "#connectors/data-files/scenario.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { formatMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { isSmall } from "#core/figures/suppress.ts";
import type { Unit } from "#core/figures/unit.ts";
import { type ForeseenBenefit, foresee, type Learnt, learn } from "#core/forecast/flow/foresee.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { type FlowAccuracy, pastOf } from "#core/forecast/flow/past.ts";
import { chosen, type Seen, see } from "#core/forecast/flow/see.ts";
import type { FlowMethod } from "#core/forecast/flow/trust.ts";
import { changesOf } from "#core/forecast/scenario/changes.ts";
import type { Expected } from "#core/forecast/series/forecast.ts";
import type { Register } from "#core/register/columns.ts";
import { findNumber } from "#core/register/dictionary.ts";
import { ownersOfRegister } from "#core/register/municipalities.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import { narrowTo } from "#core/register/reading/narrow.ts";
import { getArea } from "#core/vocabulary/area.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";
import { knownToAll } from "./known-levers.ts";

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
  readonly seed?: number;
  readonly draws?: number;
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
  /** Benefits that so few have that nothing is said of them. */
  readonly withheld: readonly string[];
};

export type RegisterForecastRow = Expected & {
  readonly benefit: string;
  readonly municipality?: string;
  /** `2019-03`. */
  readonly period: string;
  readonly method: FlowMethod;
};

/** Fewer people than this on a benefit now, and nothing is said of it. */
const LIMIT = 5;

/** Forecasts the full-time persons of each benefit in a register. @throws BrokenInput as `forecastRead` */
export async function forecastRegister(
  data: Data,
  { register: name, ...question }: RegisterForecastQuestion & { readonly register: string },
  setting: RegisterSetting,
): Promise<RegisterForecast> {
  const register = await openRegister(name, setting);
  return forecastRead(data, readAsOf(register, question.asOf ?? register.extracted), question);
}

/**
 * Forecasts the full-time persons of each benefit from a register as of a day, of each municipality by itself.
 *
 * @throws BrokenInput register-too-short, horizon-too-far, wrong-horizon, benefit-not-seen, register-of-others
 */
export function forecastRead(data: Data, read: AsOf, question: RegisterForecastQuestion): RegisterForecast {
  const { seed = 1, benefits = [], months: horizon } = question;
  const { model, version } = flowModelOf(data);
  const draws = question.draws ?? model.draws;
  const rows: RegisterForecastRow[] = [];
  const past: (FlowAccuracy & { municipality?: string })[] = [];
  const withheld = new Set<string>();
  for (const { seen, municipality } of seenByMunicipality(data, read, model, question.municipality)) {
    checkHorizon(horizon, seen);
    const wanted = new Set(chosen(seen, benefits).map(({ benefit }) => benefit));
    const learnt = finished(learn(seen, model, { horizon, seed }));
    const changes =
      question.scenario === undefined ? undefined : scenarioOf(data, question.scenario, learnt, horizon, seed);
    const { months, benefits: all } = finished(foresee(learnt, { horizon, draws, seed, ...(changes && { changes }) }));
    for (const one of all.filter(({ benefit }) => wanted.has(benefit))) {
      if (isFew(seen, one.benefit)) withheld.add(one.benefit);
      else rows.push(...rowsOf(one, months.map(formatMonth), municipality));
    }
    const told = new Set(rows.map(({ benefit }) => benefit));
    past.push(...pastOf(learnt, told).map((one) => ({ ...one, ...municipality })));
  }
  return {
    ...{ model: version, snapshot: read.register.id, seed, asOf: formatDay(read.asOf) },
    ...{ simulated: read.register.simulated, draws, unit: "full-time-persons", rows, past, withheld: [...withheld] },
  };
}

/** The flow model, and its name with the hash of its states and parameters. */
export function flowModelOf({ folders }: Data): { readonly model: FlowModel; readonly version: string } {
  const model = readFlowModel(folders.data);
  const hash = createHash("sha256").update(JSON.stringify(model)).digest("hex");
  return { model, version: `flow-${hash.slice(0, 12)}` };
}

/** What is seen of each municipality of a register: its own people only, where there are several. */
export function seenByMunicipality(data: Data, read: AsOf, model: FlowModel, wanted: string | undefined) {
  const law = readLaw(data.folders.data, data.vocabulary);
  const owners = ownersOfRegister(read.register);
  const code = wanted === undefined ? undefined : getArea(data.vocabulary.areas, wanted).id;
  if (code !== undefined && !owners.includes(code))
    throw broken("register-of-others", { register: read.register.name, has: owners.join(", "), lacks: code });
  if (owners.length <= 1) return [{ seen: see(read, law, model), municipality: named(owners[0]) }];
  return (code === undefined ? owners : [code]).map((municipality) => {
    const own: Register = narrowTo(read.register, [municipality]);
    const number = findNumber(own.dictionaries.municipality, municipality);
    return { seen: see({ ...read, register: own }, law, model, number), municipality: named(municipality) };
  });
}

function named(municipality: string | undefined): { readonly municipality?: string } {
  return municipality === undefined ? {} : { municipality };
}

/** As far ahead as half of what is known. @throws BrokenInput wrong-horizon, horizon-too-far */
export function checkHorizon(horizon: number, { observed: { months } }: Seen): void {
  if (!(Number.isInteger(horizon) && horizon > 0)) throw broken("wrong-horizon", { horizon });
  const furthest = Math.floor(months / 2);
  if (horizon > furthest) throw broken("horizon-too-far", { horizon, periods: months, furthest });
}

function scenarioOf(data: Data, path: string, { flows }: Learnt, horizon: number, seed: number) {
  const scenario = readScenario(path, { ...knownToAll(data), ahead: { flows, horizon } });
  return changesOf(scenario, { flows, horizon, seed });
}

function isFew({ benefits }: Seen, benefit: string): boolean {
  const persons = benefits.find((one) => one.benefit === benefit)?.persons.at(-1) ?? 0;
  return isSmall(Math.round(persons), LIMIT);
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
