import { addMonths, type Day } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import type { MissingReason } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import type { Register } from "../register/columns.ts";
import { cellsOf, keyOf, startTable } from "../register/counting/table.ts";
import { type Count, countTogether } from "../register/counting/together.ts";
import { seriesOf, type Windows, windowsOf } from "../register/counting/windows.ts";
import { addsUp } from "../register/measures/additivity.ts";
import type { ReadyMeasure } from "../register/measures/table.ts";
import { type AsOf, readAsOf } from "../register/reading/as-of.ts";
import type { Law } from "../register/reading/law.ts";
import { needsOfDimensions, whyMissing } from "../register/reading/needs.ts";
import type { ParameterValues } from "./formula.ts";
import type { Indicator } from "./indicator.ts";
import { type Question, type ReadyQuestion, readyQuestion } from "./question.ts";
import { type Counts, figures, personLists, type Words } from "./read-cell.ts";
import type { FullRow, IndicatorRow } from "./row.ts";
import { withholdSmall } from "./withhold.ts";

/** The figures of an indicator, and what they were computed from. */
export type IndicatorResult = {
  readonly indicator: string;
  readonly unit: Unit;
  readonly snapshot: string;
  readonly simulated: boolean;
  readonly asOf: Day;
  readonly parameters: ParameterValues;
  /** The dimensions over whose parts numerator and denominator add up to those of the whole; over others they do not. */
  readonly addsUp: readonly string[];
  readonly rows: readonly IndicatorRow[];
};

/**
 * An indicator computed from a register: a row for each period and, where it is broken down, each cell that anything
 * was counted in. A figure whose days the register does not cover is missing, never 0; a small cell is withheld unless
 * the question is for all of them in full.
 *
 * @throws BrokenInput wrong-use, unknown-reference, invalid-value where the question cannot be answered
 */
export function computeIndicator(indicator: Indicator, register: Register, question: Question): IndicatorResult {
  const { asOf = register.extracted } = question;
  return computeRead(indicator, readAsOf(register, asOf), question);
}

/** As `computeIndicator`, from a register that is already read as of a day. */
export function computeRead(indicator: Indicator, read: AsOf, { law, ...question }: Question): IndicatorResult {
  return computeTogether(read, law, [{ indicator, question }])[0];
}

/** An indicator, and what is asked of it together with others. */
export type AskedIndicator = { readonly indicator: Indicator; readonly question: Omit<Question, "law"> };

/** As `computeRead`, for several indicators in one pass over the register: far faster than one at a time. */
export function computeTogether(read: AsOf, law: Law, asked: readonly AskedIndicator[]): IndicatorResult[] {
  const prepared = asked.map((one) => {
    const ready = readyQuestion(one.indicator, one.question);
    return { ...one, ready, series: startSeries(read, one, ready) };
  });
  countTogether(
    read,
    law,
    prepared.flatMap(({ series, question, ready }) => countsOf(series, question, ready)),
  );
  return prepared.map(({ series, ready, ...one }) => resultOf(read, law, one, ready, series));
}

function resultOf(
  read: AsOf,
  law: Law,
  { indicator, question }: AskedIndicator,
  ready: ReadyQuestion,
  series: readonly SeriesToCount[],
): IndicatorResult {
  const { register, asOf } = read;
  const tables = series.map((one) => tableOf(indicator, read, question, one));
  const rows = tables.flatMap((table) => table.rows).toSorted(byPeriod);
  const rowsBy = (by: readonly string[]) => {
    const coarser = { ...ready, by };
    const counted = startSeries(read, { indicator, question }, coarser);
    countTogether(read, law, countsOf(counted, question, coarser));
    return counted.flatMap((one) => tableOf(indicator, read, question, one).rows);
  };
  return {
    indicator: indicator.id,
    unit: indicator.unit,
    snapshot: register.id,
    simulated: register.simulated,
    asOf,
    parameters: ready.parameters,
    addsUp: ready.by.filter((one) => tables.every((table) => table.addsUp(one))),
    rows: question.full ? rows.map(shown) : withholdSmall(rows, ready.by, rowsBy, indicator.smallestCount).map(shown),
  };
}

function shown({ behind: _, ...row }: FullRow): IndicatorRow {
  return row;
}

function byPeriod(a: FullRow, b: FullRow): number {
  if (a.period.to !== b.period.to) return a.period.to - b.period.to;
  const [one, other] = [keyOf(a.dims), keyOf(b.dims)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Periods that follow each other, why there is no figure for some, and the counts of the others. */
type SeriesToCount = {
  readonly windows: Windows;
  readonly missing: readonly (MissingReason | undefined)[];
  /** Undefined where no period has a figure. */
  readonly counts: Counts | undefined;
};

/** What is to be counted for each series of periods, before anything is. */
function startSeries({ register, asOf }: AsOf, { indicator, question }: AskedIndicator, ready: ReadyQuestion) {
  return seriesOf(question.from, question.to, question.unit).map((periods): SeriesToCount => {
    const windows = windowsOf(periods);
    const missing = periods.map((period) => whyNone(indicator, { register, asOf }, ready, period));
    if (missing.every((reason) => reason !== undefined)) return { windows, missing, counts: undefined };
    const tableFor = (measure: ReadyMeasure) => startTable(periods.length, measure.table);
    const numerator = tableFor(ready.numerator);
    const denominator = ready.denominator && tableFor(ready.denominator);
    return { windows, missing, counts: { windows, register, numerator, denominator } };
  });
}

function countsOf(
  series: readonly SeriesToCount[],
  { persons = false }: Pick<Question, "persons">,
  { numerator, denominator, asked, where, by }: ReadyQuestion,
): Count[] {
  const crossing = { where, by, persons };
  return series.flatMap(({ windows, counts }): Count[] => {
    if (counts === undefined) return [];
    const above = { measure: numerator, asked, windows, crossing, table: counts.numerator };
    if (denominator === undefined || counts.denominator === undefined) return [above];
    return [above, { measure: denominator, asked, windows, crossing, table: counts.denominator }];
  });
}

/** The rows of one series of periods, and over which dimensions their counts add up. */
type SeriesTable = { readonly rows: readonly FullRow[]; readonly addsUp: (dimension: string) => boolean };

function tableOf(
  indicator: Indicator,
  read: AsOf,
  question: Pick<Question, "persons">,
  { windows, missing, counts }: SeriesToCount,
): SeriesTable {
  if (counts === undefined)
    return {
      rows: windows.periods.map((period, w) => ({ period, dims: {}, missing: missing[w] })),
      addsUp: () => false,
    };
  const figureOf = figures(counts);
  const personsOf = personLists(counts);
  const isFinalOn = (period: Period) => addMonths(period.to, indicator.finalAfterMonths) <= read.asOf + 1;
  const rows = windows.periods.flatMap((period, w) =>
    cellsToShow(counts).map((dims): FullRow => {
      if (missing[w] !== undefined) return { period, dims, missing: missing[w] };
      return {
        period,
        dims,
        ...figureOf(dims, w),
        ...(!isFinalOn(period) && { preliminary: true }),
        ...(question.persons && { persons: personsOf(dims, w) }),
      };
    }),
  );
  return { rows, addsUp: (dimension) => areSums(counts, dimension) };
}

/** Whether the numerator's parts, and the denominator's where it is told apart too, add up over a dimension. */
function areSums({ numerator, denominator }: Counts, dimension: string): boolean {
  const isTold = denominator?.levels.some((level) => level.dimension === dimension);
  return (
    addsUp(numerator.table, numerator.counted, dimension) &&
    (denominator === undefined || !isTold || addsUp(denominator.table, denominator.counted, dimension))
  );
}

/** The cells of the numerator and, where it is broken down alike, of the denominator. */
function cellsToShow({ numerator, denominator }: Counts): Words[] {
  const isAlike = denominator?.levels.length === numerator.levels.length;
  const cells = [...cellsOf(numerator), ...(isAlike ? cellsOf(denominator) : [])];
  return [...new Map(cells.map(([key, { words }]) => [key, words])).values()];
}

/** What people are told apart by: a denominator that cannot be is none. */
const personal: ReadonlySet<string> = new Set(["sex", "age", "origin", "education"]);

function whyNone(
  indicator: Indicator,
  read: AsOf,
  { numerator, denominator, asked }: ReadyQuestion,
  period: Period,
): MissingReason | undefined {
  const { from, until } = indicator.valid;
  if ((from !== undefined && period.from < from) || (until !== undefined && period.to > until))
    return "outside-validity";
  const needs = [numerator, denominator].flatMap((measure) =>
    measure === undefined
      ? []
      : [...measure.needs(asked), ...needsOfDimensions(read.register, measure.table, asked.keys())],
  );
  const reason = whyMissing(read, needs, period);
  if (reason !== undefined) return reason;
  const isUnknown = read.register.tables.populations === undefined;
  if (denominator === undefined && numerator.table === "populations" && isUnknown) return "no-data";
  if (denominator?.table !== "populations") return undefined;
  const cannotTell = [...asked.keys()].some((one) => personal.has(one) && one !== "sex" && one !== "age");
  return cannotTell || isUnknown ? "no-denominator" : undefined;
}
