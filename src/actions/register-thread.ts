import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { readLaw } from "#connectors/data-files/law.ts";
import { type Day, formatDay } from "#core/calendar/day.ts";
import { BrokenInput, type Fault } from "#core/faults/fault.ts";
import type { RunOn } from "#core/forecast/goals/register-paths.ts";
import { computeRead } from "#core/indicators/compute.ts";
import { getIndicator } from "#core/indicators/indicator.ts";
import type { Question } from "#core/indicators/question.ts";
import type { Plan } from "#core/plans/format/plan.ts";
import type { Text } from "#core/text/text.ts";
import { seriesFromRegister } from "./evaluate-on-register.ts";
import { type ExpectedEndQuestion, expectedEndsIn } from "./expected-end.ts";
import { explainMove, type MoveQuestion } from "./explain-move.ts";
import { runOnFrom } from "./goal-forecasts.ts";
import { memory } from "./memory.ts";
import { type Data, type Folders, openData } from "./open-data.ts";
import { openedReading, openedRegister } from "./opened-registers.ts";
import { type ReconcileRequest, reconcileOpened } from "./reconcile-register.ts";
import { type ScenarioQuestion, scenarioOn, scenarioUnless } from "./run-scenario.ts";

/*
 * A thread that keeps registers open and computes from them, one question at a time, so that whoever asks can go on
 * answering others. Small cells leave it only with the persons behind them.
 */

/** What can be asked of a register here. */
export const answers = {
  /** Every figure the goals of a plan need. */
  series: async (data: Data, { register, plan, asOf }: { register: string; plan: Plan; asOf: Day }) =>
    seriesFromRegister(data, plan, await openedRegister(data.folders, register), asOf, { full: false }),
  /** How the people of a register may flow on until a plan ends: for the goals of it that are under way. */
  "run-on": async (data: Data, { register, plan, asOf }: { register: string; plan: Plan; asOf: Day }) => {
    const key = [register, formatDay(asOf), plan.municipalities.join("+"), plan.period.id].join(" ");
    return runs(key, async () => runOnFrom(data, plan, await openedRegister(data.folders, register), asOf));
  },
  /** An indicator in any breakdown. */
  indicator: async (data: Data, { register, indicator, asOf, question }: IndicatorAsked) => {
    const reading = await openedReading(data.folders, register, asOf);
    const law = readLaw(data.folders.data, data.vocabulary);
    return computeRead(getIndicator(data.indicators, indicator), reading, { ...question, law });
  },
  /** An indicator with who is behind each figure, small ones too: for those who may see the persons themselves. */
  persons: async (data: Data, { register, indicator, asOf, question }: IndicatorAsked) => {
    const reading = await openedReading(data.folders, register, asOf);
    const law = readLaw(data.folders.data, data.vocabulary);
    return computeRead(getIndicator(data.indicators, indicator), reading, {
      ...{ ...question, law, full: true, persons: true },
    });
  },
  /** Why a figure moved. */
  moved: async (data: Data, { register, question }: Of<MoveQuestion>) =>
    explainMove(data, await openedReading(data.folders, register), question),
  /** When spells of groups are expected to end. */
  expectedEnd: async (data: Data, { register, question }: Of<ExpectedEndQuestion>) =>
    expectedEndsIn(data, await openedReading(data.folders, register), question),
  /** What a scenario is expected to change, at once. */
  look: async (data: Data, { register, asOf, question }: Of<ScenarioQuestion> & { readonly asOf?: Day }) => {
    const reading = await openedReading(data.folders, register, asOf);
    return scenarioOn(data, reading, { ...question, draws: 0 });
  },
  /** What a scenario changes, with intervals and chances. */
  scenario: async (data: Data, { register, asOf, question }: Of<ScenarioQuestion> & { readonly asOf?: Day }) => {
    const reading = await openedReading(data.folders, register, asOf);
    return givingWay((isCancelled) => scenarioUnless(data, reading, question, isCancelled));
  },
  /** Own figures beside the published ones. */
  reconciled: async (
    data: Data,
    { register, request }: { register: string; request: Omit<ReconcileRequest, "register"> },
  ) => reconcileOpened(data, await openedRegister(data.folders, register), request),
} as const;

/** How many looks are asked for and not yet answered, as whoever asks counts them: a message is not seen while one computes. */
const looks: Int32Array = workerData ?? new Int32Array(1);
const isLookWaiting = () => Atomics.load(looks, 0) > 0;

/** Runs to the end what may be cancelled; it begins again after each look that was asked for meanwhile. */
async function givingWay<R>(run: (isCancelled: () => boolean) => R | undefined): Promise<R> {
  for (;;) {
    while (isLookWaiting()) await nextTurn();
    const result = run(isLookWaiting);
    if (result !== undefined) return result;
  }
}

type Of<Question> = { readonly register: string; readonly question: Question };

/** What was let run on is kept: it takes seconds, and every look at the plan asks for it again. */
const runs = memory<RunOn | Text>(8);

type IndicatorAsked = {
  readonly register: string;
  readonly indicator: string;
  readonly asOf: Day | undefined;
  readonly question: Omit<Question, "law" | "asOf" | "full" | "persons">;
};

/** A question as it is sent, and its answer. */
export type Sent = {
  readonly number: number;
  readonly folders: Folders;
  readonly kind: keyof typeof answers;
  readonly asked: never;
};
export type Returned = { readonly number: number } & (
  | { readonly answer: unknown }
  | { readonly faults: readonly Fault[] }
  | { readonly failed: string }
);

parentPort?.on("message", async ({ number, folders, kind, asked }: Sent) => {
  const tell = (told: Returned) => parentPort?.postMessage(told);
  try {
    tell({ number, answer: await answers[kind](openedData(folders), asked) });
  } catch (error) {
    if (error instanceof BrokenInput) tell({ number, faults: error.faults });
    else tell({ number, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    if (kind === "look") Atomics.sub(looks, 0, 1);
  }
});

/** The data folder as it was when the thread was first asked of it, as the program's own is. */
const opened = new Map<string, Data>();

function openedData(folders: Folders): Data {
  const key = JSON.stringify(folders);
  const data = opened.get(key) ?? openData(folders);
  opened.set(key, data);
  return data;
}
