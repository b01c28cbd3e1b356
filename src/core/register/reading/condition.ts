import { findColumn } from "../columns.ts";
import type { Asked } from "../measures/measure.ts";
import type { TableName } from "../schema.ts";
import { filter, join, type Stretches, weigh, withCodes } from "../stretches/list.ts";
import { split } from "../stretches/steps.ts";
import { uniteAll } from "../stretches/unite.ts";
import { applies, mark, type OwnKind, wordsOfColumn } from "./dimensions.ts";
import { findRows, type Reading } from "./reading.ts";
import { type Condition, select } from "./selection.ts";

/** How conditions are read: told apart by a dimension, and weighed by hours a week out of so many. */
export type ConditionOptions = { readonly by?: OwnKind; readonly hours?: number };

/**
 * The days on which one of the conditions holds for a person, with the code of a dimension, if asked. Each counts 1, or
 * the weekly hours out of `hours`; hours that are not known count in full.
 */
export function conditionDays(
  reading: Reading,
  conditions: readonly Condition[],
  options: ConditionOptions = {},
): Stretches {
  return join(...conditions.map((one) => daysOf(reading, one, options)));
}

function daysOf(reading: Reading, condition: Condition, { by, hours }: ConditionOptions): Stretches {
  const days = weighByHours(reading, condition.table, select(reading, condition), hours);
  if (by === undefined) return days;
  if (applies(condition.table, by.dimension)) return mark(reading, condition.table, by.dimension, days).stretches;
  const code = by.words.indexOf(condition.as ?? "");
  return withCodes(days, () => code);
}

/** Stretches that count 1 a day, or of a table with weekly hours those hours out of so many. */
export function weighByHours(
  reading: Reading,
  table: TableName,
  days: Stretches,
  hours: number | undefined,
): Stretches {
  const rows = findRows(reading, table);
  const weekly = rows && findColumn(rows, "hours_per_week");
  if (hours === undefined || weekly === undefined) return weigh(days, () => 1);
  return weigh(days, (i) => (Number.isNaN(weekly[days.row[i]]) ? 1 : weekly[days.row[i]] / hours));
}

/**
 * The dimension that is asked for and that tells conditions apart, but not what they are conditions of: as offers, of
 * benefit days with an offer. Undefined when there is none.
 */
export function conditionDimension(
  reading: Reading,
  table: TableName,
  conditions: readonly Condition[],
  asked: Asked,
): OwnKind | undefined {
  for (const dimension of asked.keys()) {
    const teller = conditions.find((one) => !applies(table, dimension) && applies(one.table, dimension));
    if (teller === undefined) continue;
    const named = conditions.flatMap(({ as }) => as ?? []);
    const words = [...new Set([...wordsOfColumn(reading, teller.table, dimension), ...named])];
    return { dimension, words, codeOf: (kind) => kind };
  }
  return undefined;
}

/**
 * The parts of stretches on days that lie in the given ones, weighed by what the given days count, at most 1. Told apart
 * by a dimension, once for each code of it that the given days have, the code as `kind`.
 */
export function onDaysOf(stretches: Stretches, days: Stretches, by?: OwnKind): Stretches {
  if (by === undefined) return weighedOn(stretches, uniteAll(days));
  return join(
    ...by.words.map((_, code) => {
      const parts = weighedOn(stretches, uniteAll(filter(days, (i) => days.code[i] === code)));
      return { ...parts, kind: new Int32Array(parts.count).fill(code) };
    }),
  );
}

function weighedOn(stretches: Stretches, days: Stretches): Stretches {
  const numbered = withCodes(days, (i) => i + 1);
  const parts = filterOn(split(stretches, numbered));
  return weigh(parts, (i) => parts.weight[i] * days.weight[parts.code[i] - 1]);
}

function filterOn(parts: Stretches): Stretches {
  return filter(parts, (i) => parts.code[i] !== 0);
}

/** Days widened to the whole windows they touch. */
export function wholeWindows({ windows: { bounds, at } }: Reading, days: Stretches): Stretches {
  const [begin, end] = [bounds[0], bounds[bounds.length - 1]];
  const touching = filter(days, (i) => days.to[i] > begin && days.from[i] < end);
  const from = touching.from.map((day) => bounds[at[Math.max(day, begin) - begin]]);
  const to = touching.to.map((day) => bounds[at[Math.min(day, end) - 1 - begin] + 1]);
  return { ...touching, from, to };
}
