import { ALL, type Held } from "#core/access/decide.ts";
import { formatDay } from "#core/calendar/day.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import type { IndicatorResult } from "#core/indicators/compute.ts";
import { getIndicator, type Indicator } from "#core/indicators/indicator.ts";
import type { Question } from "#core/indicators/question.ts";
import { faultsOfQuestion } from "#core/indicators/question-faults.ts";
import type { Reconciled } from "#core/indicators/reconcile.ts";
import type { Rows } from "#store/connection.ts";
import { action, type Call } from "./action.ts";
import { askRegister } from "./ask-register.ts";
import { memory } from "./memory.ts";
import type { Data } from "./open-data.ts";

import { programVersion } from "./register-setting.ts";
import { getSeenRegister, listNewSnapshots, ownersOfWanted, type SeenRegister } from "./seen-registers.ts";

/** A register that an indicator is asked of. */
type OfRegister = { readonly data: Data; readonly indicator: string; readonly register: string };

/** What is asked of an indicator and a register: never small cells, and never who is behind a figure. */
export type Exploring = OfRegister & Omit<Question, "law" | "full" | "persons">;

/** The figures of an indicator, and the register they were computed from. */
export type Explored = { readonly result: IndicatorResult; readonly seen: SeenRegister };

/** How many dimensions may be crossed, and how many figures are given at once. */
const MOST = { dimensions: 4, rows: 20_000 };

/**
 * Computes an indicator from a register, in any breakdown. Small cells are withheld for everybody. A result is kept under
 * all it depends on.
 *
 * @throws BrokenInput unknown-snapshot, withdrawn-snapshot, unknown-reference, unknown-code, wrong-use
 */
export const exploreIndicator = action<Exploring, Explored>({
  act: "explore-register",
  on: registerSubject,
  does: async ({ rows }, asked) => {
    const seen = await getSeenRegister(rows, asked.data.folders, asked.register);
    return { result: await exploredOnce({ ...asked, register: seen.id }), seen };
  },
  tells: ({ indicator, register, by = [], where = {} }, { result }) => ({
    subject: `indicator ${indicator} of register ${register}`,
    query: [...by, ...Object.entries(where).map(([dimension, codes]) => `${dimension}=${codes}`)].join(" "),
    count: result.rows.length,
  }),
});

/** A register belongs to its municipalities together. */
async function registerSubject({ data, register }: OfRegister, rows: Rows, call: Call): Promise<Held> {
  await listNewSnapshots(data.folders, call);
  const municipalities = await ownersOfWanted(rows, data.folders, register);
  // Of a register that nobody has, it is said that it is not there to those who may see any.
  return { municipalities: municipalities.length > 0 ? municipalities : ownOf(call) };
}

function ownOf({ actor }: Call): string[] {
  return actor.grants.map(({ municipality }) => municipality).filter((one) => one !== ALL);
}

const kept = memory<IndicatorResult>(60);

function exploredOnce(asked: Exploring): Promise<IndicatorResult> {
  const { data, indicator: id, register, from, to, unit, asOf, by = [], where = {}, parameters = {} } = asked;
  const indicator = getIndicator(data.indicators, id);
  checkAsked(asked, indicator);
  // The definition stands in the key itself: its file can be edited while the program runs.
  const question = { from, to, unit, asOf: asOf === undefined ? null : formatDay(asOf), by, where, parameters };
  const key = JSON.stringify([programVersion(), data.folders, indicator, register, question]);
  return kept(key, async () => {
    const asking = { register, indicator: id, asOf, question: { from, to, unit, by, where, parameters } };
    const result = await askRegister(data.folders, "indicator", asking);
    if (result.rows.length > MOST.rows) throw tooMany(result.rows.length);
    return result;
  });
}

/** @throws BrokenInput when a filter or a parameter has a code that its list has not, or more is crossed than anybody can read */
function checkAsked({ data, by = [], ...question }: Exploring, indicator: Indicator): void {
  const faults = faultsOfQuestion(indicator, question, data.vocabulary);
  if (faults.length > 0) throw new BrokenInput(faults);
  if (by.length > MOST.dimensions)
    throw broken("wrong-use", {
      why: {
        da: `højst ${MOST.dimensions} opdelinger kan krydses`,
        en: `at most ${MOST.dimensions} dimensions can be crossed`,
      },
      hint: { da: "Vælg færre opdelinger, eller afgræns med dem.", en: "Choose fewer dimensions, or filter by them." },
    });
}

function tooMany(rows: number) {
  return broken("wrong-use", {
    why: {
      da: `der er ${rows} tal, flere end nogen kan læse`,
      en: `there are ${rows} figures, more than anybody can read`,
    },
    hint: { da: "Vælg færre opdelinger eller en kortere periode.", en: "Choose fewer dimensions or a shorter span." },
  });
}

/** Lays the register's own figures of an indicator beside the published ones. @throws BrokenInput as `exploreIndicator` */
export const reconcileIndicator = action<OfRegister & { readonly area?: string }, Reconciled[]>({
  act: "explore-register",
  on: registerSubject,
  does: async ({ rows }, { data, indicator, register, area }) => {
    const { id } = await getSeenRegister(rows, data.folders, register);
    getIndicator(data.indicators, indicator);
    const key = JSON.stringify([programVersion(), data.folders, indicator, id, area ?? null]);
    return reconciledFor(data)(key, () =>
      askRegister(data.folders, "reconciled", { register: id, request: { indicator, area } }),
    );
  },
  tells: ({ indicator, register }, found) => ({
    subject: `indicator ${indicator} of register ${register} beside published`,
    count: found.length,
  }),
});

/** What is laid beside published series goes with them. */
const reconciled = new WeakMap<object, ReturnType<typeof memory<Reconciled[]>>>();

function reconciledFor(data: Data) {
  const series = data.series();
  const own = reconciled.get(series) ?? memory<Reconciled[]>(20);
  reconciled.set(series, own);
  return own;
}
