import { addMonths, type Day } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import type { MissingReason } from "../figures/figure.ts";
import type { Unit } from "../figures/unit.ts";
import type { Register } from "../register/columns.ts";
import { type CountTable, cellsOf, countInto, keyOf, startTable } from "../register/counting/table.ts";
import { seriesOf, type Windows, windowsOf } from "../register/counting/windows.ts";
import { addsUp } from "../register/measures/additivity.ts";
import type { ReadyMeasure } from "../register/measures/table.ts";
import { type AsOf, readAsOf } from "../register/reading/as-of.ts";
import { needsOfDimensions, whyMissing } from "../register/reading/needs.ts";
import { isOfPersons, type Reading } from "../register/reading/reading.ts";
import { readings } from "../register/reading/readings.ts";
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

/** As `computeIndicator`, from a register that is already read as of a day: for several indicators at a time. */
export function computeRead(indicator: Indicator, read: AsOf, question: Question): IndicatorResult {
  const ready = readyQuestion(indicator, question);
  const { register, asOf } = read;
  const tablesBy = (by: readonly string[]) => tablesOf(indicator, read, question, { ...ready, by });
  const rowsBy = (by: readonly string[]) => tablesBy(by).flatMap((table) => table.rows);
  const tables = tablesBy(ready.by);
  const rows = tables.flatMap((table) => table.rows).toSorted(byPeriod);
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

/** The rows of one series of periods that follow each other, and over which dimensions their counts add up. */
type SeriesTable = { readonly rows: readonly FullRow[]; readonly addsUp: (dimension: string) => boolean };

function tablesOf(indicator: Indicator, read: AsOf, question: Question, ready: ReadyQuestion): SeriesTable[] {
  return seriesOf(question.from, question.to, question.unit).map((periods) =>
    tableOf(indicator, read, question, ready, windowsOf(periods)),
  );
}

function tableOf(
  indicator: Indicator,
  read: AsOf,
  question: Question,
  ready: ReadyQuestion,
  windows: Windows,
): SeriesTable {
  const missing = windows.periods.map((period) => whyNone(indicator, read, ready, period));
  if (missing.every((reason) => reason !== undefined))
    return {
      rows: windows.periods.map((period, w) => ({ period, dims: {}, missing: missing[w] })),
      addsUp: () => false,
    };

  const counts = countAll(read, question, ready, windows);
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
    measure === undefined ? [] : [...measure.needs(asked), ...needsOfDimensions(measure.table, asked.keys())],
  );
  const reason = whyMissing(read, needs, period);
  if (reason !== undefined) return reason;
  if (denominator?.table !== "populations") return undefined;
  const cannotTell = [...asked.keys()].some((one) => personal.has(one) && one !== "sex" && one !== "age");
  return cannotTell || read.register.tables.populations === undefined ? "no-denominator" : undefined;
}

/** Counts numerator and denominator, some persons at a time. */
function countAll(
  { register, asOf }: AsOf,
  { law, persons = false }: Question,
  { numerator, denominator, asked, where, by }: ReadyQuestion,
  windows: Windows,
): Counts {
  const tableFor = (measure: ReadyMeasure) => startTable(windows.periods.length, measure.table);
  const counts = {
    windows,
    register,
    numerator: tableFor(numerator),
    denominator: denominator && tableFor(denominator),
  };
  const into = (measure: ReadyMeasure | undefined, table: CountTable | undefined, reading: Reading) => {
    if (measure === undefined || table === undefined) return;
    if (!isOfPersons(table.table) && reading.persons.from > 0) return;
    countInto(table, reading, measure.count(reading, asked), { where, by, persons });
  };
  for (const reading of readings({ register, asOf }, law, windows)) {
    into(numerator, counts.numerator, reading);
    into(denominator, counts.denominator, reading);
  }
  return counts;
}
