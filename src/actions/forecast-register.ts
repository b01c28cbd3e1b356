import { createHash } from "node:crypto";
import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { readScenario } from "#connectors/data-files/scenario.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { addToMonth, formatMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { isSmall } from "#core/figures/suppress.ts";
import type { Unit } from "#core/figures/unit.ts";
import { replacedBy } from "#core/forecast/flow/dated.ts";
import { type ForeseenBenefit, foresee, type Learnt, learn, neverLeft } from "#core/forecast/flow/foresee.ts";
import { inFull, lateBy, toldBy } from "#core/forecast/flow/late.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { lastMonth } from "#core/forecast/flow/observe.ts";
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
import type { Text } from "#core/text/text.ts";
import { getArea } from "#core/vocabulary/area.ts";
import { liveSnapshots } from "#store/snapshots/folder.ts";
import { openSnapshot } from "#store/snapshots/open.ts";
import { knownToAll } from "./known-levers.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import { type RegisterSetting, registerStore } from "./register-setting.ts";

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
  /** Benefits that so few have that nothing is said of them. */
  readonly withheld: readonly string[];
  /** Benefits that nobody was seen to leave: nothing can be learnt of them. */
  readonly neverLeft: readonly string[];
  /** What the newest months will have been when all is told, where that was asked; or why it cannot be said. */
  readonly newest?: readonly NewestRow[] | { readonly missing: Text };
};

/** A month that has been, as the register tells it now and as it is expected to be told in the end. */
export type NewestRow = {
  readonly benefit: string;
  readonly municipality?: string;
  readonly period: string;
  readonly told: number;
  readonly expected: number;
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

/** Every snapshot of the same name that was drawn earlier. */
function olderExtracts({ name, extracted }: Register, setting: RegisterSetting): Promise<Register[]> {
  const stored = liveSnapshots(registerStore(setting));
  const older = stored.filter(({ manifest }) => manifest.name === name && manifest.extracted < extracted);
  return Promise.all(older.map(openSnapshot));
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
  for (const one of seenByMunicipality(data, read, model, question.municipality)) {
    const { seen, municipality } = one;
    checkHorizon(horizon, seen);
    const wanted = new Set(chosen(seen, benefits).map(({ benefit }) => benefit));
    const learnt = finished(learn(seen, model, { horizon, seed }));
    const never = neverLeft(learnt);
    const refused = never.find((benefit) => benefits.includes(benefit));
    if (refused !== undefined) throw broken("no-exits-seen", { benefit: refused });
    for (const benefit of never) neverLeftAny.add(benefit);
    const changes =
      question.scenario === undefined ? undefined : scenarioOf(data, question.scenario, learnt, horizon, seed);
    const { months, benefits: all } = finished(foresee(learnt, { horizon, draws, seed, ...(changes && { changes }) }));
    for (const foreseen of all.filter(({ benefit }) => wanted.has(benefit) && !never.includes(benefit))) {
      if (isFew(seen, foreseen.benefit)) withheld.add(foreseen.benefit);
      else rows.push(...rowsOf(foreseen, months.map(formatMonth), municipality));
    }
    const told = new Set(rows.map(({ benefit }) => benefit));
    if (question.older !== undefined)
      newest.push(...newestRows(data, read, model, one, question.older).filter(({ benefit }) => told.has(benefit)));
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
    ...(question.older && { newest: newest.length > 0 ? newest : { missing: oneExtract } }),
  };
}

/** The flow model, and its name with the hash of its states and parameters. */
export function flowModelOf({ folders }: Data): { readonly model: FlowModel; readonly version: string } {
  const model = readFlowModel(folders.data);
  const hash = createHash("sha256").update(JSON.stringify(model)).digest("hex");
  return { model, version: `flow-${hash.slice(0, 12)}` };
}

/** What is seen of a municipality, and whether the register has others beside it. */
type SeenOf = {
  readonly seen: Seen;
  readonly municipality: { readonly municipality?: string };
  readonly isOneOfSeveral: boolean;
};

/** What is seen of each municipality of a register: its own people only, where there are several. */
export function seenByMunicipality(data: Data, read: AsOf, model: FlowModel, wanted: string | undefined): SeenOf[] {
  const law = readLaw(data.folders.data, data.vocabulary);
  const owners = ownersOfRegister(read.register);
  const code = wanted === undefined ? undefined : getArea(data.vocabulary.areas, wanted).id;
  if (code !== undefined && !owners.includes(code))
    throw broken("register-of-others", { register: read.register.name, has: owners.join(", "), lacks: code });
  if (owners.length <= 1)
    return [{ seen: see(read, law, model), municipality: named(owners[0]), isOneOfSeveral: false }];
  return (code === undefined ? owners : [code]).map((municipality) => {
    const own: Register = narrowTo(read.register, [municipality]);
    const number = findNumber(own.dictionaries.municipality, municipality);
    const seen = see({ ...read, register: own }, law, model, number);
    return { seen, municipality: named(municipality), isOneOfSeveral: true };
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

/** Of a register read as of an earlier day than it was drawn nothing is late; of others what older extracts teach. */
function newestRows(
  data: Data,
  read: AsOf,
  model: FlowModel,
  { seen, municipality, isOneOfSeveral }: SeenOf,
  older: readonly Register[],
): NewestRow[] {
  const law = readLaw(data.folders.data, data.vocabulary);
  const { observed, benefits } = seen;
  const { first } = observed;
  const asked = {
    benefits: benefits.map(({ benefit }) => benefit),
    replaced: replacedBy(model.changes, lastMonth(observed)),
    first,
  };
  const told = older.map((register) => {
    const { dictionaries, extracted } = register;
    const number = isOneOfSeveral ? findNumber(dictionaries.municipality, municipality.municipality ?? "") : undefined;
    return toldBy(readAsOf(register, extracted), law, asked, number);
  });
  const late = lateBy({ last: lastMonth(observed), fullTime: benefits.map(({ fullTime }) => fullTime) }, first, told);
  if (late === undefined || read.asOf < read.register.extracted) return [];
  return benefits.flatMap(({ benefit, fullTime }) =>
    inFull(fullTime, late).map(({ at, expected }) => ({
      ...{ benefit, ...municipality, period: formatMonth(addToMonth(first, at)), told: fullTime[at], expected },
    })),
  );
}

const oneExtract: Text = {
  da: "Hvor meget der kommer sent, kan kun ses af ældre udtræk af samme register, og der er ingen, der er mindst et halvt år ældre.",
  en: "How much comes late can only be seen from older extracts of the same register, and none is at least half a year older.",
};

function finished<T>(result: T | undefined): T {
  if (result === undefined) throw new Error("nobody cancelled it");
  return result;
}
