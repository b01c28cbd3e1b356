import { tableNames } from "../canonical.ts";
import type { Register } from "../columns.ts";
import type { TableName } from "../schema.ts";
import { type BenefitDays, compareBenefits } from "./benefit-days.ts";
import { windowOf } from "./compare.ts";
import { type MatchedRows, matchRows } from "./matched-rows.ts";
import { compareStocks, daysSinceLastRow, type Stock } from "./stock.ts";

/** What became of the rows of a table at import. */
export type TableCounts = {
  readonly table: TableName;
  readonly rowsIn: number;
  readonly rejected: number;
  readonly duplicates: number;
};

/** A register to be compared, and the key of its pseudonyms. */
export type Keyed = { readonly register: Register; readonly key?: string | undefined };

/** A delivery beside the snapshot before it: all that the rules look at. */
export type Comparison = {
  readonly before: Register;
  readonly after: Register;
  readonly keys: { readonly before: string | undefined; readonly after: string | undefined };
  /** Undefined when there is no day that both tell of. */
  readonly benefits: BenefitDays | undefined;
  /** Every other table that both have. */
  readonly tables: readonly MatchedRows[];
  readonly missing: readonly TableName[];
  /** Days at the beginning that a table no longer covers. */
  readonly coverageLost: readonly { readonly table: TableName; readonly days: number }[];
  readonly stocks: readonly Stock[];
  readonly sinceLastRow: { readonly before: number; readonly after: number };
  /** Months between the two extractions, at least one. */
  readonly months: number;
};

/** Days back from an extraction to where its stock is counted, since the last days are not all registered yet. */
const STOCK_LAG = 14;

/** Compares a delivery with the snapshot before it; what began within `settleDays` before that may still change. */
export function compare(was: Keyed, is: Keyed, settleDays: number): Comparison {
  const pair = { before: was.register, after: is.register };
  const { before, after } = pair;
  const names = tableNames().filter((table) => before.tables[table] !== undefined);
  const window = windowOf(pair, "benefits", settleDays);
  return {
    ...pair,
    keys: { before: was.key, after: is.key },
    benefits: window && compareBenefits(pair, window),
    tables: names
      .filter((table) => table !== "benefits")
      .flatMap((table) => matchRows(pair, table, windowOf(pair, table, settleDays)) ?? []),
    missing: names.filter((table) => after.tables[table] === undefined),
    coverageLost: names.flatMap((table) => {
      const [old, young] = [before.covers[table], after.covers[table]];
      return old && young ? [{ table, days: Math.max(0, young.from - old.from) }] : [];
    }),
    stocks: compareStocks(pair, STOCK_LAG),
    sinceLastRow: { before: daysSinceLastRow(before), after: daysSinceLastRow(after) },
    months: Math.max(1, (after.extracted - before.extracted) / 30.4),
  };
}
