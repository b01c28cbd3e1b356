import type { Day } from "../calendar/day.ts";
import type { Month } from "../calendar/month.ts";
import { broken } from "../faults/fault.ts";
import type { Where } from "../format/scalars.ts";
import type { SeriesUnit } from "../register/counting/windows.ts";
import type { ReadyMeasure } from "../register/measures/table.ts";
import type { Law } from "../register/reading/law.ts";
import { didYouMean } from "../text/nearest.ts";
import { type Formula, type ParameterValues, readyMeasure } from "./formula.ts";
import type { Indicator } from "./indicator.ts";

/** What is asked of an indicator. */
export type Question = {
  readonly law: Law;
  /** The first and the last month; whole periods between them are given. */
  readonly from: Month;
  readonly to: Month;
  readonly unit: SeriesUnit;
  /** The day the register is read as of; the day it was extracted where none is given. */
  readonly asOf?: Day;
  /** Dimensions to break down by, in the order of the rows. */
  readonly by?: readonly string[];
  readonly where?: Where;
  /** Other values than the indicator's own. */
  readonly parameters?: ParameterValues;
  /** Small cells too. */
  readonly full?: boolean;
  /** The persons behind each cell too. */
  readonly persons?: boolean;
};

/** A question with everything filled in. */
export type ReadyQuestion = {
  readonly numerator: ReadyMeasure;
  readonly denominator: ReadyMeasure | undefined;
  readonly parameters: ParameterValues;
  readonly by: readonly string[];
  readonly where: Where;
  readonly asked: ReadonlyMap<string, string | undefined>;
};

/**
 * The measures an indicator is computed by, with the parameters and filters that hold.
 *
 * @throws BrokenInput wrong-use where the indicator is not computed from a register, unknown-reference, invalid-value
 */
export function readyQuestion(
  indicator: Indicator,
  { by = [], where = {}, ...question }: Pick<Question, "by" | "where" | "parameters">,
): ReadyQuestion {
  const parameters = valuesOf(indicator, question.parameters ?? {});
  const formulas = indicator.variants.find(({ when }) => holds(when, parameters)) ?? indicator;
  const { numerator, denominator } = formulas;
  if (numerator === undefined) throw notFromRegister(indicator);
  const asked = new Map([...by.map((one): [string, undefined] => [one, undefined]), ...Object.entries(where)]);
  for (const dimension of asked.keys())
    if (!dimensionsOf(indicator).includes(dimension)) throw noSuchDimension(indicator, dimension);
  return {
    numerator: measureOf(numerator, parameters),
    denominator: denominator && measureOf(denominator, parameters),
    parameters,
    by,
    where,
    asked,
  };
}

function valuesOf({ parameters }: Indicator, given: ParameterValues): ParameterValues {
  const own = parameters.map(({ id, value }) => [id, value] as const);
  const ids = own.map(([id]) => id);
  for (const id of Object.keys(given))
    if (!ids.includes(id)) {
      const all = ids.join(", ");
      const hint = didYouMean(id, ids, { da: `Der er: ${all || "ingen"}.`, en: `There are: ${all || "none"}.` });
      throw broken("unknown-reference", { kind: { da: "parameter", en: "parameter" }, id, hint });
    }
  return { ...Object.fromEntries(own), ...given };
}

function holds(when: ParameterValues, parameters: ParameterValues): boolean {
  return Object.entries(when).every(([id, value]) => parameters[id] === value);
}

function measureOf(formula: Formula, parameters: ParameterValues): ReadyMeasure {
  const { data, error } = readyMeasure(formula, parameters);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw broken("invalid-value", {
    value: String(issue.path.at(-1) ?? formula.measure),
    why: { da: issue.message, en: issue.message },
  });
}

/** What an indicator can be broken down by; the municipality goes without saying. */
function dimensionsOf({ dimensions }: Indicator): readonly string[] {
  return ["municipality", ...dimensions];
}

function noSuchDimension(indicator: Indicator, id: string) {
  const all = dimensionsOf(indicator);
  const hint = didYouMean(id, all, { da: `Vælg en af: ${all.join(", ")}.`, en: `Choose one of: ${all.join(", ")}.` });
  return broken("unknown-reference", { kind: { da: "opdeling", en: "dimension" }, id, hint });
}

function notFromRegister({ id }: Indicator) {
  return broken("wrong-use", {
    why: { da: `${id} beregnes ikke af et register`, en: `${id} is not computed from a register` },
    hint: { da: "Tallet findes kun i offentliggjorte serier.", en: "Only published series have it." },
  });
}
