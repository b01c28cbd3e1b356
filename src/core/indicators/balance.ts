import { addDays, OPEN_END } from "../calendar/day.ts";
import { type Period, periodAround } from "../calendar/period.ts";
import { cellsOf, countInto, startTable } from "../register/counting/table.ts";
import { sumAt } from "../register/counting/tally.ts";
import { seriesOf, type Windows, windowsOf } from "../register/counting/windows.ts";
import { firstDays } from "../register/measures/begun.ts";
import { endDays } from "../register/measures/ended.ts";
import type { AsOf } from "../register/reading/as-of.ts";
import { benefitSpells } from "../register/reading/benefits.ts";
import type { Law } from "../register/reading/law.ts";
import type { Reading } from "../register/reading/reading.ts";
import { addPart, filter, type Stretches, startList } from "../register/stretches/list.ts";
import type { Question } from "./question.ts";
import type { Words } from "./read-cell.ts";

/** The running spells of a cell from one period to the next. */
export type BalanceRow = {
  readonly period: Period;
  readonly dims: Words;
  /** Spells that were running on the day before the period, and go on. */
  readonly before: number;
  readonly begun: number;
  readonly ended: number;
  /** Spells that came from other cells of the breakdown, less those that went to them. */
  readonly moved: number;
  /** Spells that are running on the last day, and go on. */
  readonly after: number;
};

/** What is asked of the balance. */
export type BalanceQuestion = Pick<Question, "from" | "to" | "unit" | "by" | "where">;

/**
 * Spells on benefits before each period, begun in it, ended in it, moved between cells, and after it. By benefit and
 * municipality nothing moves, for a spell is of one of each: before + begun − ended = after, to the person. By what can
 * change within a spell a third term stands beside.
 */
export function spellBalance(read: AsOf, law: Law, question: BalanceQuestion): BalanceRow[] {
  return seriesOf(question.from, question.to, question.unit).flatMap((periods) => {
    // The day before the first period is a window of its own: what goes on after it is there before the period.
    const windows = windowsOf([periodAround(addDays(periods[0].from, -1), "day"), ...periods]);
    const persons = { from: 0, to: read.register.dictionaries.person.words.length };
    const reading: Reading = { ...read, law, windows, persons, known: new Map() };
    const spells = benefitSpells(reading);
    const after = counter(reading, question, goingOn(spells, windows));
    const begun = counter(reading, question, firstDays(spells));
    const ended = counter(reading, question, endDays(filter(spells, (i) => spells.to[i] !== OPEN_END)));
    const cells = new Map([after, begun, ended].flatMap((count) => [...count.cells]));
    return periods.flatMap((period, k) =>
      [...cells].map(([key, dims]): BalanceRow => {
        const [was, came, went, is] = [
          after.at(key, k),
          begun.at(key, k + 1),
          ended.at(key, k + 1),
          after.at(key, k + 1),
        ];
        return { period, dims, before: was, begun: came, ended: went, moved: is - was - came + went, after: is };
      }),
    );
  });
}

/** The last day of each window for the spells that run on it and go on after it. */
function goingOn(spells: Stretches, { bounds }: Windows): Stretches {
  const points = startList(spells.count);
  for (let i = 0; i < spells.count; i++)
    for (let w = 1; w < bounds.length; w++)
      if (spells.from[i] < bounds[w] && spells.to[i] > bounds[w]) addPart(points, spells, i, bounds[w] - 1, bounds[w]);
  return points;
}

/** Counts stretches by cell and window: the cells there are, and the count of each. */
function counter(reading: Reading, { by = [], where = {} }: BalanceQuestion, stretches: Stretches) {
  const table = startTable(reading.windows.periods.length, "benefits");
  countInto(table, reading, { stretches, value: "sum" }, { by, where, persons: false });
  const known = cellsOf(table);
  return {
    cells: new Map([...known].map(([key, { words }]): [string, Words] => [key, words])),
    at: (key: string, w: number) => sumAt(table.tally, known.get(key)?.cell ?? -1, w),
  };
}
