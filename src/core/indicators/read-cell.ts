import type { MissingReason } from "../figures/figure.ts";
import type { Register } from "../register/columns.ts";
import { median } from "../register/counting/entries.ts";
import { type CountTable, cellsOf, keyOf } from "../register/counting/table.ts";
import { personsAt, sumAt } from "../register/counting/tally.ts";
import type { Windows } from "../register/counting/windows.ts";
import type { Value } from "../register/measures/measure.ts";
import { isOfCompanies, isOfPersons } from "../register/reading/reading.ts";
import type { TableName } from "../register/schema.ts";
import type { Bounds } from "../stats/bounds.ts";
import { wilson } from "../stats/wilson.ts";

/** The counts of a series, and where they came from. */
export type Counts = {
  readonly windows: Windows;
  readonly register: Register;
  readonly numerator: CountTable;
  readonly denominator: CountTable | undefined;
};

/** The figure of one cell and window. */
export type CellFigure = {
  readonly value?: number;
  readonly missing?: MissingReason;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly apart?: Readonly<Record<string, number>>;
  /** Of a share of outcomes: Wilson's interval of 95 %. */
  readonly interval?: Bounds;
  /** How many persons (or companies) stand behind the numerator, and the denominator. */
  readonly behind: { readonly numerator: number; readonly denominator?: number };
};

export type Words = Readonly<Record<string, string>>;

/** Looks up the figures of cells by their words. */
export function figures({ windows, numerator, denominator }: Counts): (words: Words, w: number) => CellFigure {
  const above = cellReader(numerator, windows);
  const below = denominator && cellReader(denominator, windows);
  return (words, w) => {
    const top = above(words, w);
    if (below === undefined) {
      const behind = { numerator: top.persons };
      if (!top.isKnown) return { missing: "no-data", behind };
      if (Number.isNaN(top.value)) return { missing: "division-by-zero", n: top.persons, behind };
      return { value: top.value, n: top.persons, ...top.apart, behind };
    }
    const given = below(words, w);
    const base =
      denominator?.counted.plusNumerator && given.value > 0 ? { ...given, value: given.value + top.value } : given;
    const behind = { numerator: top.persons, denominator: base.persons };
    const counts = {
      numerator: top.value,
      denominator: base.value,
      n: base.persons || top.persons,
      ...base.apart,
      behind,
    };
    if (base.value === 0)
      return { missing: denominator?.table === "populations" ? "no-denominator" : "division-by-zero", ...counts };
    if (!top.isKnown) return { missing: "no-data", behind };
    // Of two counts of days, the days of the period are left out: they would only add rounding.
    const bothDays = numerator.counted.value === "days" && denominator?.counted.value === "days";
    const interval = numerator.counted.outcomes && { interval: wilson(top.value, base.value) };
    return { value: bothDays ? top.sum / base.sum : top.value / base.value, ...counts, ...interval };
  };
}

type Cell = {
  readonly value: number;
  readonly sum: number;
  readonly persons: number;
  /** Inhabitants are known only where a row says so; of all else a register knows where there is none. */
  readonly isKnown: boolean;
  readonly apart: { readonly apart?: Readonly<Record<string, number>> };
};

function cellReader(table: CountTable, windows: Windows): (words: Words, w: number) => Cell {
  const cells = cellsOf(table);
  const dimensions = table.levels.map(({ dimension }) => dimension);
  return (words, w) => {
    const key = keyOf(Object.fromEntries(dimensions.map((dimension) => [dimension, words[dimension]])));
    const cell = cells.get(key)?.cell ?? -1;
    const [sum, counted] = [sumAt(table.tally, cell, w), personsAt(table.tally, cell, w)];
    const isOfRows = table.table === "populations";
    const [persons, isKnown] = isOfRows ? [0, counted > 0] : [counted, true];
    const days = windows.bounds[w + 1] - windows.bounds[w];
    const value = readings[table.counted.value]({
      sum,
      persons,
      days,
      weights: table.weights.get(`${cell} ${w}`) ?? [],
    });
    const left = [...table.apart].map(([reason, tally]) => [reason, sumAt(tally, cell, w)] as const);
    const apart = Object.fromEntries(left.filter(([, count]) => count > 0));
    return { value, sum, persons, isKnown, apart: Object.keys(apart).length === 0 ? {} : { apart } };
  };
}

type Count = {
  readonly sum: number;
  readonly persons: number;
  readonly days: number;
  readonly weights: readonly number[];
};

const readings: Readonly<Record<Value, (count: Count) => number>> = {
  days: ({ sum, days }) => sum / days,
  sum: ({ sum }) => sum,
  persons: ({ persons }) => persons,
  mean: ({ sum, persons }) => (persons === 0 ? Number.NaN : sum / persons),
  median: ({ weights }) => median(weights),
};

/** One person (or company) behind a figure, by the source system's own id, and what the person adds to it. */
export type Contribution = { readonly id: string; readonly amount: number };

/** Who is behind the numerator of a figure, and behind its denominator. */
export type PersonLists = {
  readonly numerator: readonly Contribution[];
  readonly denominator?: readonly Contribution[];
};

/**
 * Looks up who is behind a cell. The amounts of a list add up to the count of the cell; of a mean, they are what it is
 * the mean of.
 */
export function personLists({
  windows,
  register,
  numerator,
  denominator,
}: Counts): (words: Words, w: number) => PersonLists {
  const above = listReader(numerator, windows, register);
  const below = denominator && listReader(denominator, windows, register);
  return (words, w) => ({ numerator: above(words, w), ...(below && { denominator: below(words, w) }) });
}

function listReader(
  table: CountTable,
  windows: Windows,
  register: Register,
): (words: Words, w: number) => Contribution[] {
  const cells = cellsOf(table);
  const dimensions = table.levels.map(({ dimension }) => dimension);
  const idOf = idsOf(table.table, register);
  const lists = new Map<string, Contribution[]>();
  for (const { cell, window, person, amount } of table.entries) {
    const key = `${cell} ${window}`;
    const days = windows.bounds[window + 1] - windows.bounds[window];
    const own = table.counted.value === "persons" ? 1 : table.counted.value === "days" ? amount / days : amount;
    lists.set(key, [...(lists.get(key) ?? []), { id: idOf(person), amount: own }]);
  }
  return (words, w) => {
    const key = keyOf(Object.fromEntries(dimensions.map((dimension) => [dimension, words[dimension]])));
    return lists.get(`${cells.get(key)?.cell} ${w}`) ?? [];
  };
}

function idsOf(table: TableName, { dictionaries }: Register): (number: number) => string {
  if (isOfPersons(table)) return (number) => dictionaries.person.words[number];
  if (isOfCompanies(table)) return (number) => dictionaries.company.words[number];
  return (number) => String(number);
}
