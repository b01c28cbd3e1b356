import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { readLaw } from "#connectors/data-files/law.ts";
import { offersOf, parseScenario, readScenario } from "#connectors/data-files/scenario.ts";
import { readYamlFile } from "#connectors/data-files/yaml.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { formatMonth } from "#core/calendar/month.ts";
import { broken } from "#core/faults/fault.ts";
import { type Learnt, learn } from "#core/forecast/flow/foresee.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import { see } from "#core/forecast/flow/see.ts";
import type { Known } from "#core/forecast/scenario/known.ts";
import {
  compareWays,
  runScenario as run,
  type ScenarioAsked,
  type ScenarioFlow,
  type ScenarioStock,
  type Ways,
} from "#core/forecast/scenario/run.ts";
import type { Scenario } from "#core/forecast/scenario/scenario.ts";
import { sayLever } from "#core/forecast/scenario/words.ts";
import { findNumber } from "#core/register/dictionary.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";

/** A scenario's text, and the name it goes by in faults. */
export type WrittenScenario = { readonly text: string; readonly name: string };

/** Which scenario, against another where two are compared, and what it is run on. */
export type ScenarioQuestion = {
  readonly scenario: WrittenScenario;
  /** What it is held against: another scenario; what is expected without any, where none is given. */
  readonly against?: WrittenScenario;
  readonly months: number;
  readonly seed: number;
  readonly draws?: number;
  /** Only what one municipality of the register pays. */
  readonly municipality?: string;
};

/** What a scenario changes, with all it was computed from: the same again gives the same figures. */
export type ScenarioAnswer = {
  readonly id: string;
  readonly title: Text;
  readonly against?: { readonly id: string; readonly title: Text };
  /** What is assumed, a sentence a lever. */
  readonly levers: readonly Text[];
  readonly snapshot: string;
  readonly simulated: boolean;
  readonly asOf: string;
  /** The last month known. */
  readonly known: string;
  readonly months: number;
  readonly seed: number;
  readonly draws: number;
  readonly stocks: readonly (Omit<ScenarioStock, "month"> & { readonly month: string })[];
  readonly flows: readonly ScenarioFlow[];
};

/** Fewer people than this on a benefit now, and nothing is said of it. */
const LIMIT = 5;

/** Furthest a scenario is followed, in months. */
const FURTHEST = 60;

/** Runs a scenario on a register that is read. @throws BrokenInput with every fault of the scenario, register-too-short */
export function scenarioOn(data: Data, read: AsOf, question: ScenarioQuestion): ScenarioAnswer {
  const { months: horizon, seed } = question;
  const ahead = lookAhead(data, read, question);
  const [scenario, other] = [question.scenario, question.against].map(
    (one) => one && parseScenario(one.text, one.name, ahead.known),
  );
  if (scenario === undefined) throw new Error("there is a scenario");
  const draws = question.draws ?? ahead.model.draws;
  const ways = waysOf(ahead, scenario, other, { horizon, seed, draws });
  const { known, stocks, flows } = compareWays(ways, LIMIT);
  return {
    ...{ id: scenario.id, title: scenario.title, levers: leversIn(data, ahead.model, scenario) },
    ...(other && { against: { id: other.id, title: other.title } }),
    ...{ snapshot: read.register.id, simulated: read.register.simulated, asOf: formatDay(read.asOf) },
    ...{ known: formatMonth(known), months: horizon, seed, draws, flows },
    stocks: stocks.map(({ month, ...stock }) => ({ ...stock, month: formatMonth(month) })),
  };
}

/** How people flow in a register, and what may be changed of it in so many months. */
type Ahead = { readonly model: FlowModel; readonly learnt: Learnt; readonly known: Known };

function lookAhead(data: Data, read: AsOf, { months, municipality, seed }: ScenarioQuestion): Ahead {
  if (!(Number.isInteger(months) && months > 0)) throw broken("wrong-horizon", { horizon: months });
  if (months > FURTHEST) throw broken("wrong-horizon", { horizon: months });
  const model = readFlowModel(data.folders.data);
  const law = readLaw(data.folders.data, data.vocabulary);
  const place =
    municipality === undefined ? undefined : findNumber(read.register.dictionaries.municipality, municipality);
  const seen = see(read, law, model, place);
  const learnt = uncancelled(learn(seen, model, { horizon: months, seed }));
  const ahead = { flows: learnt.flows, horizon: months };
  return { model, learnt, known: { states: model.states, offers: offersOf(data.vocabulary), ahead } };
}

/** With the scenario beside without it; or of two scenarios, the one beside the other. */
function waysOf({ learnt }: Ahead, scenario: Scenario, against: Scenario | undefined, asked: ScenarioAsked): Ways {
  const ways = uncancelled(run(learnt, scenario, asked));
  if (against === undefined) return ways;
  return { baseline: uncancelled(run(learnt, against, asked)).scenario, scenario: ways.scenario };
}

function uncancelled<T>(done: T | undefined): T {
  if (done === undefined) throw new Error("nobody cancelled it");
  return done;
}

function leversIn({ vocabulary }: Data, { states }: FlowModel, { levers }: Scenario): Text[] {
  const terms = vocabulary.lists.get("offer-type")?.terms ?? new Map<string, { readonly label: Text }>();
  const offers = new Map([...terms].map(([id, { label }]) => [id, label]));
  return levers.map((lever) => sayLever(lever, { states, offers }));
}

/** A scenario's file, read. @throws BrokenInput file-not-found, not-utf8 */
function written(path: string): WrittenScenario {
  const { file, text } = readYamlFile(path);
  return { name: file, text };
}

/** Files of scenarios, and the register they are run on: a snapshot's id or name, or a folder of register files. */
export type ScenarioFiles = Omit<ScenarioQuestion, "scenario" | "against"> & {
  readonly file: string;
  readonly against?: string;
  readonly register: string;
  readonly asOf?: Day;
};

/** Runs a scenario from its file. @throws BrokenInput as `scenarioOn`, and when the register is unknown */
export async function runScenarioFile(
  data: Data,
  { file, against, register: name, asOf, ...asked }: ScenarioFiles,
  setting: RegisterSetting,
): Promise<ScenarioAnswer> {
  const register = await openRegister(name, setting);
  const read = readAsOf(register, asOf ?? register.extracted);
  const scenarios = { scenario: written(file), ...(against !== undefined && { against: written(against) }) };
  return scenarioOn(data, read, { ...asked, ...scenarios });
}

/** Reads a scenario's file and says what it changes. @throws BrokenInput with every fault that shows without a register */
export function checkScenarioFile(data: Data, path: string): { readonly scenario: Scenario; readonly levers: Text[] } {
  const model = readFlowModel(data.folders.data);
  const scenario = readScenario(path, knownToAll(data));
  return { scenario, levers: leversIn(data, model, scenario) };
}

/** What a scenario may name, whatever register it will be run on. */
export function knownToAll({ folders, vocabulary }: Data): Known {
  return { states: readFlowModel(folders.data).states, offers: offersOf(vocabulary) };
}
