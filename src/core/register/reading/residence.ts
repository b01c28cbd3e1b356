import { OPEN_END } from "../../calendar/day.ts";
import { findNumber } from "../dictionary.ts";
import type { TableName } from "../schema.ts";
import { add, endOfPerson, type Stretches, sorted, startList, withCodes } from "../stretches/list.ts";
import { decide, type Steps } from "../stretches/steps.ts";
import { findRows, getColumn, type Reading, remember, stretchesOf } from "./reading.ts";

/**
 * What a column of a table says of a person, day by day. Of several rows on a day the one that began last decides; of
 * those that began together the first in the alphabet.
 */
export function latestSteps(reading: Reading, table: TableName, column: string, words: readonly string[]): Steps {
  return remember(reading, `steps ${table} ${column}`, () => {
    if (findRows(reading, table) === undefined) return startList(0);
    const rows = stretchesOf(reading, table);
    const codes = getColumn(reading, table, column);
    const coded = withCodes(rows, (i) => codes[rows.row[i]]);
    const isFirst = (i: number, j: number) =>
      coded.from[i] > coded.from[j] || (coded.from[i] === coded.from[j] && words[coded.code[i]] < words[coded.code[j]]);
    return asStretches(decide(coded, isFirst));
  });
}

/** The municipality a person lives in, day by day. */
export function residenceSteps(reading: Reading): Steps {
  return latestSteps(reading, "residence", "municipality", reading.register.dictionaries.municipality.words);
}

/** How a person has left: the order in which the ways decide, and their words. */
const departures = ["doed", "udvandret", "flyttet"] as const;
export type Departure = (typeof departures)[number];

/**
 * The days a person is dead, emigrated or moved away to a municipality outside the register, as stretches whose code is
 * the number of the departure, from 1. Dead is for good; the others until the person lives somewhere again, and it is
 * the residence that ended last that tells which.
 */
export function departureDays(reading: Reading): Stretches {
  return remember(reading, "departures", () => {
    const gone = startList();
    if (findRows(reading, "residence") === undefined) return gone;
    const rows = stretchesOf(reading, "residence");
    const ends = getColumn(reading, "residence", "end");
    const list = reading.register.dictionaries["residence-end"];
    const ways = departures.map((word) => findNumber(list, word) ?? -1);
    for (let start = 0; start < rows.count; ) {
      const end = endOfPerson(rows, start);
      for (let i = start; i < end; i++) {
        const way = ways.indexOf(ends[rows.row[i]]);
        if (way < 0 || rows.to[i] === OPEN_END) continue;
        const until = way === 0 ? OPEN_END : nextResidence(rows, start, end, rows.to[i]);
        if (until <= rows.to[i] || (way > 0 && !isLast(rows, ends, ways, start, end, i))) continue;
        const part = add(gone, rows.person[i], rows.to[i], until, 1, rows.row[i], 0);
        gone.code[part] = way + 1;
      }
      start = end;
    }
    return sorted(gone);
  });
}

/** The first day from a given one on which the person lives somewhere. */
function nextResidence({ from, to }: Stretches, start: number, end: number, day: number): number {
  let next: number = OPEN_END;
  for (let i = start; i < end; i++) if (to[i] > day) next = Math.min(next, Math.max(day, from[i]));
  return next;
}

/** Of residences that end on the same day, the one whose way out comes first in `departures` tells. */
function isLast(rows: Stretches, ends: ArrayLike<number>, ways: number[], start: number, end: number, i: number) {
  const rank = (j: number) => ways.indexOf(ends[rows.row[j]]);
  for (let j = start; j < end; j++)
    if (j !== i && rows.to[j] === rows.to[i] && rank(j) >= 0 && (rank(j) < rank(i) || (rank(j) === rank(i) && j < i)))
      return false;
  return true;
}

function asStretches(steps: Steps): Stretches {
  return { ...startList(0), ...steps };
}
