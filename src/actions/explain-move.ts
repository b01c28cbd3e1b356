import { readLaw } from "#connectors/data-files/law.ts";
import { firstDay, monthOf } from "#core/calendar/month.ts";
import { monthsOf, type Period, parsePeriod } from "#core/calendar/period.ts";
import { BrokenInput, broken } from "#core/faults/fault.ts";
import type { MissingReason } from "#core/figures/figure.ts";
import type { StockMeasure } from "#core/forecast/moved/cohorts.ts";
import { explainMove as explain, type Move } from "#core/forecast/moved/moved.ts";
import type { Stock } from "#core/forecast/moved/stays.ts";
import { sayMove } from "#core/forecast/moved/words.ts";
import type { AsOf } from "#core/register/reading/as-of.ts";
import type { Text } from "#core/text/text.ts";
import { faultsOfWhere } from "#core/vocabulary/dimension.ts";
import type { Data } from "./open-data.ts";

/** Which figure moved: full-time persons or persons of some benefits, from one period to another of the same length. */
export type MoveQuestion = {
  readonly stock: Stock;
  readonly measure: StockMeasure;
  /** As `2017` or `2018-03`. */
  readonly before: string;
  readonly after: string;
  /** Fewer people than this behind a figure, and nothing is said of it. */
  readonly limit: number;
};

/** Why it moved, in figures and in a sentence; or why that cannot be told. */
export type ExplainedMove = (Move & { readonly says: Text }) | { readonly missing: MissingReason };

/** Why a figure of a register moved. @throws BrokenInput not-a-period, unknown-code, invalid-value for periods unlike each other */
export function explainMove(
  data: Data,
  read: AsOf,
  { stock, measure, limit, ...periods }: MoveQuestion,
): ExplainedMove {
  const faults = faultsOfWhere({ benefit: stock.benefits.join("+") }, data.vocabulary);
  if (faults.length > 0) throw new BrokenInput(faults);
  const [before, after] = [parsePeriod(periods.before), parsePeriod(periods.after)];
  checkAlike(before, after);
  const law = readLaw(data.folders.data, data.vocabulary);
  const move = explain(read, law, { stock, measure, before, after, limit });
  return "missing" in move ? move : { ...move, says: sayMove(move, before, after, measure) };
}

/** @throws BrokenInput invalid-value unless both are as many whole months, the first one first */
function checkAlike(before: Period, after: Period): void {
  const isWhole = ({ from, to }: Period) => from === firstDay(monthOf(from)) && to === firstDay(monthOf(to));
  const isAlike = isWhole(before) && isWhole(after) && monthsOf(before).length === monthsOf(after).length;
  if (isAlike && before.from < after.from) return;
  throw broken("invalid-value", { value: `${before.id} → ${after.id}`, why: unlike });
}

const unlike: Text = {
  da: "perioderne skal være lige mange hele måneder, den tidligste først",
  en: "the periods must be as many whole months, the earlier first",
};
