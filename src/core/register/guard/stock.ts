import type { Register } from "../columns.ts";
import { findNumber } from "../dictionary.ts";
import type { Pair } from "./compare.ts";

/** Rows of a benefit that run on the same day before two extractions. */
export type Stock = { readonly benefit: string; readonly before: number; readonly after: number };

/**
 * The stock of each benefit some days before either extraction: late registration is as far behind in both, so that
 * only time and mistakes come between them.
 */
export function compareStocks({ before, after }: Pair, daysBefore: number): Stock[] {
  const [old, young] = [stockOn(before, before.extracted - daysBefore), stockOn(after, after.extracted - daysBefore)];
  const benefits = new Set([...before.dictionaries.benefit.words, ...after.dictionaries.benefit.words]);
  return [...benefits]
    .filter((benefit) => benefit !== "")
    .map((benefit) => ({
      benefit,
      before: old[findNumber(before.dictionaries.benefit, benefit) ?? 0],
      after: young[findNumber(after.dictionaries.benefit, benefit) ?? 0],
    }));
}

/** The days from the last benefit to begin until the extraction. */
export function daysSinceLastRow({ tables, extracted }: Register): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const from of tables.benefits?.columns.from ?? []) if (from <= extracted && from > last) last = from;
  return extracted - last;
}

function stockOn({ tables, dictionaries }: Register, day: number): Int32Array {
  const stock = new Int32Array(dictionaries.benefit.words.length);
  const { benefits } = tables;
  if (benefits === undefined) return stock;
  const { benefit, from, to } = benefits.columns;
  for (let i = 0; i < benefits.count; i++) if (from[i] <= day && day < to[i]) stock[benefit[i]]++;
  return stock;
}
