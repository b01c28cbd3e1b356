import { UNKNOWN_DAY } from "./columns.ts";
import { columnsOf, type TableName } from "./schema.ts";

/** Two columns of a row of which the second may not be smaller; where they are days, `to` is the last one. */
export type RowRule = { readonly low: string; readonly high: string };

const rules: readonly RowRule[] = [
  { low: "from", high: "to" },
  { low: "received", high: "closed" },
  { low: "received", high: "answered" },
  { low: "age_from", high: "age_to" },
  { low: "score_min", high: "score" },
  { low: "score", high: "score_max" },
];

/** The rules that hold for the rows of a table. */
export function rowRulesOf(table: TableName): RowRule[] {
  const names = new Set(columnsOf(table).map(([name]) => name));
  return rules.filter(({ low, high }) => names.has(low) && names.has(high));
}

/** Whether a row breaks a rule. Days are half-open here: `to` is the day after the last. What is unknown breaks none. */
export function breaks({ high }: RowRule, lowValue: number, highValue: number): boolean {
  if (highValue === UNKNOWN_DAY) return false;
  return high === "to" ? highValue <= lowValue : highValue < lowValue;
}
