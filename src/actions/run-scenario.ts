import { readFlowModel } from "#connectors/data-files/flow-model.ts";
import { goalText, parseScenario, readScenario } from "#connectors/data-files/scenario.ts";
import { readYamlFile } from "#connectors/data-files/yaml.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { formatMonth, parseMonth } from "#core/calendar/month.ts";
import { type ForeseenRegister, foresee, type Learnt, learn, neverLeft } from "#core/forecast/flow/foresee.ts";
import type { FlowModel } from "#core/forecast/flow/model.ts";
import {
  compareWays,
  runScenario as run,
  type ScenarioAsked,
  type ScenarioFlow,
  type ScenarioStock,
  type Ways,
} from "#core/forecast/scenario/run.ts";
import type { Scenario } from "#core/forecast/scenario/scenario.ts";
import { goalOfScenario } from "#core/forecast/scenario/to-goal.ts";
import { sayLever } from "#core/forecast/scenario/words.ts";
import type { Series } from "#core/indicators/series.ts";
import { type AsOf, readAsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { seriesFromRegister } from "./evaluate-on-register.ts";
import { type GoalChance, goalChances, type OpenedPlan } from "./goal-chances.ts";
import { knownToAll } from "./known-levers.ts";
import type { Data } from "./open-data.ts";
import { openRegister } from "./open-register.ts";
import type { RegisterSetting } from "./register-setting.ts";
import { checkHorizon, chooseMunicipality, flowModelOf, seenByMunicipality } from "./seen-municipalities.ts";

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
  /** Fewer people than this on a benefit now, and nothing is said of it. */
  readonly limit: number;
  /** One of the municipalities of the register, by name or code. */
  readonly municipality?: string;
  /** The plan whose goals' chances are told too. */
  readonly plan?: OpenedPlan;
};

/** What a scenario changes, with all it was computed from: the same again gives the same figures. */
export type ScenarioAnswer = {
  readonly id: string;
  readonly title: Text;
  readonly against?: { readonly id: string; readonly title: Text };
  /** What is assumed, a sentence a lever. */
  readonly levers: readonly Text[];
  /** The flow model and the hash of its parameters. */
  readonly model: string;
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
  readonly goals?: readonly ScenarioChance[];
};

/** A goal of a plan under way, and the chance that it is met: expected, and with the scenario. */
export type ScenarioChance = Omit<GoalChance, "chance"> & { readonly baseline: number; readonly scenario: number };

/** Runs a scenario on a register that is read. @throws BrokenInput with every fault of the scenario, and as `forecastRead` */
export function scenarioOn(data: Data, read: AsOf, question: ScenarioQuestion): ScenarioAnswer {
  return uncancelled(scenarioUnless(data, read, question, () => false));
}

/** As `scenarioOn`, undefined when it was cancelled while futures were drawn. */
export function scenarioUnless(
  data: Data,
  read: AsOf,
  question: ScenarioQuestion,
  isCancelled: () => boolean,
): ScenarioAnswer | undefined {
  const { months: horizon, seed, plan } = question;
  const ahead = lookAhead(data, read, question);
  checkHorizon(horizon, ahead.learnt.seen);
  const known = { ...knownToAll(data), ahead: { flows: ahead.learnt.flows, horizon } };
  const draws = question.draws ?? ahead.model.draws;
  const [scenario, ...others] = [question.scenario, question.against]
    .filter((one) => one !== undefined)
    .map(({ text, name }) => parseScenario(text, name, known));
  const [other] = others;
  const ways = waysOf(ahead, scenario, other, { horizon, seed, draws, isCancelled });
  if (ways === undefined || isCancelled()) return undefined;
  const compared = compareWays(ways, question.limit, neverLeft(ahead.learnt));
  return {
    ...{ id: scenario.id, title: scenario.title, levers: leversIn(data, ahead.model, scenario) },
    ...(other && { against: { id: other.id, title: other.title } }),
    ...{ model: ahead.version, snapshot: read.register.id, simulated: read.register.simulated },
    ...{ asOf: formatDay(read.asOf), known: formatMonth(compared.known), months: horizon, seed, draws },
    flows: compared.flows,
    stocks: compared.stocks.map(({ month, ...stock }) => ({ ...stock, month: formatMonth(month) })),
    ...(plan && { goals: chancesOf(data, read, plan, ahead, ways) }),
  };
}

/** How people flow in a register. */
type Ahead = {
  readonly model: FlowModel;
  readonly version: string;
  readonly learnt: Learnt;
  readonly municipalities: readonly string[];
  /** What is foreseen without any scenario, by the numbers of months and futures, once it was asked for. */
  readonly baselines: Map<string, ForeseenRegister>;
  /** The figures of the plan last asked of, by the plan as text. */
  figures?: { readonly of: string; readonly series: readonly Series[] };
};

/** What was learnt of a reading is learnt once, however many scenarios are tried on it. */
const learntBefore = new WeakMap<AsOf, Map<string, Ahead>>();

function lookAhead(data: Data, read: AsOf, { municipality, seed }: ScenarioQuestion): Ahead {
  const kept = learntBefore.get(read) ?? new Map<string, Ahead>();
  learntBefore.set(read, kept);
  const { model, version } = flowModelOf(data);
  const key = JSON.stringify([version, municipality, seed]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const all = seenByMunicipality(data, read, model, municipality);
  const municipalities = all.flatMap((one) => one.municipality.municipality ?? []);
  if (all.length > 1) throw chooseMunicipality(all);
  const [own] = all;
  const learnt = uncancelled(learn(own.seen, model, { seed }));
  const ahead = { model, version, learnt, municipalities, baselines: new Map() };
  kept.set(key, ahead);
  return ahead;
}

/** With the scenario beside without it; or of two scenarios, the one beside the other. */
function waysOf(
  { learnt, baselines }: Ahead,
  scenario: Scenario,
  against: Scenario | undefined,
  asked: ScenarioAsked,
): Ways | undefined {
  const key = `${asked.horizon} ${asked.draws}`;
  const baseline = baselines.get(key) ?? foresee(learnt, asked);
  if (baseline === undefined) return undefined;
  baselines.set(key, baseline);
  const ways = run(learnt, scenario, asked, baseline);
  if (against === undefined) return ways;
  const other = ways && run(learnt, against, asked, baseline);
  return other && { baseline: other.scenario, scenario: ways.scenario };
}

/** A plan's figures are counted once, however many scenarios are tried on it. */
function figuresOf(data: Data, { register, asOf }: AsOf, { answered }: OpenedPlan, ahead: Ahead): readonly Series[] {
  const of = JSON.stringify(answered);
  if (ahead.figures?.of !== of)
    ahead.figures = { of, series: seriesFromRegister(data, answered, register, asOf, { full: false }) };
  return ahead.figures.series;
}

/** The chance of each goal that the flow model can tell of, both ways. */
function chancesOf(
  data: Data,
  read: AsOf,
  plan: OpenedPlan,
  ahead: Ahead,
  { baseline, scenario }: Ways,
): ScenarioChance[] {
  const { municipalities, learnt } = ahead;
  const figures = figuresOf(data, read, plan, ahead);
  const chances = (foreseen: ForeseenRegister) =>
    goalChances(data, read, plan, figures, { seen: learnt.seen, foreseen, municipalities });
  const without = chances(baseline);
  return chances(scenario).flatMap(({ chance, ...of }) => {
    const before = without.find(({ goal, part }) => goal === of.goal && part === of.part);
    return before === undefined ? [] : [{ ...of, baseline: before.chance, scenario: chance }];
  });
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

/**
 * What a scenario expects of a benefit as the draft of a goal, to be put into a plan's list; undefined where no whole quarter
 * lies ahead, or the scenario changes nothing of it.
 */
export function scenarioAsGoal(
  data: Data,
  { id, title, stocks }: ScenarioAnswer,
  benefit: string,
  track: string,
): string | undefined {
  const own = stocks.filter((one) => one.id === benefit && one.unit === "full-time-persons");
  if (own.length === 0) return undefined;
  const months = own.map(({ month, baseline, scenario }) => ({
    ...{ month: parseMonth(month), baseline: baseline.mean, scenario: scenario.mean },
  }));
  const goal = goalOfScenario({ scenario: { id, title }, benefit, months }, track, flowModelOf(data).model);
  return goal && goalText(goal);
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
