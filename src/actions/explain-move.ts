import { readLaw } from "#connectors/data-files/law.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import { BrokenInput } from "#core/faults/fault.ts";
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

/** Why a figure of a register moved. @throws BrokenInput not-a-period, unknown-code */
export function explainMove(
  data: Data,
  read: AsOf,
  { stock, measure, limit, ...periods }: MoveQuestion,
): ExplainedMove {
  const faults = faultsOfWhere({ benefit: stock.benefits.join("+") }, data.vocabulary);
  if (faults.length > 0) throw new BrokenInput(faults);
  const [before, after] = [parsePeriod(periods.before), parsePeriod(periods.after)];
  const law = readLaw(data.folders.data, data.vocabulary);
  const move = explain(read, law, { stock, measure, before, after, limit });
  return "missing" in move ? move : { ...move, says: sayMove(move, before, after, measure) };
}
