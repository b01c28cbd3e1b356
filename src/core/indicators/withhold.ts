import { isSmall, isSmallShare, type Sum, withhold } from "../figures/suppress.ts";
import type { Words } from "./read-cell.ts";
import type { FullRow } from "./row.ts";

/**
 * Rows with the small cells withheld, and further ones until nobody can work a small one out from the others and from
 * the figures of any coarser breakdown, which may be asked for too.
 *
 * @param rowsBy the rows of a coarser breakdown
 */
export function withholdSmall(
  rows: readonly FullRow[],
  by: readonly string[],
  rowsBy: (by: readonly string[]) => readonly FullRow[],
  limit: number,
): FullRow[] {
  const tables = subsets(by).map((dimensions) => ({
    dimensions,
    rows: dimensions.length === by.length ? rows : rowsBy(dimensions),
  }));
  const hidden = new Map<string, Set<string>>();
  for (const id of new Set(rows.map(({ period }) => period.id))) hidden.set(id, hiddenIn(tables, id, limit));
  return rows.map((row) => (isHidden(row, hidden, limit) ? withheldRow(row) : row));
}

type Table = { readonly dimensions: readonly string[]; readonly rows: readonly FullRow[] };

function isHidden({ period, dims, behind }: FullRow, hidden: ReadonlyMap<string, Set<string>>, limit: number): boolean {
  if (behind === undefined) return false;
  const { numerator, denominator } = behind;
  if (
    denominator === undefined || denominator === 0
      ? isSmall(numerator, limit)
      : isSmallShare(numerator, denominator, limit)
  )
    return true;
  return parts.some((part) => hidden.get(period.id)?.has(keyOf(part, dims)));
}

function withheldRow({ period, dims }: FullRow): FullRow {
  return { period, dims, missing: "withheld" };
}

/** What is known of a cell: who is behind its numerator, behind its denominator, and behind the rest of that. */
const parts = ["numerator", "denominator", "rest"] as const;
type Part = (typeof parts)[number];

function keyOf(part: Part, dims: Words): string {
  return JSON.stringify([part, dims]);
}

function countsOf({ behind }: FullRow): readonly (readonly [Part, number])[] {
  if (behind === undefined) return [];
  const { numerator, denominator } = behind;
  if (denominator === undefined || denominator === 0 || denominator < numerator) return [["numerator", numerator]];
  return [
    ["numerator", numerator],
    ["denominator", denominator],
    ["rest", denominator - numerator],
  ];
}

/** The cells of a period to hide, over all its tables. */
function hiddenIn(tables: readonly Table[], periodId: string, limit: number): Set<string> {
  const counts = new Map<string, number>();
  const sums: Sum[] = [];
  const there = tables.map(({ dimensions, rows }) => ({
    dimensions,
    rows: rows.filter(({ period, behind }) => period.id === periodId && behind !== undefined),
  }));
  for (const { rows } of there)
    for (const row of rows) {
      for (const [part, count] of countsOf(row)) counts.set(keyOf(part, row.dims), count);
      const keys = parts.map((part) => keyOf(part, row.dims));
      if (counts.has(keys[2])) sums.push({ total: keys[1], parts: [keys[0], keys[2]] });
    }
  if (![...counts.values()].some((count) => isSmall(count, limit))) return new Set();
  for (const coarse of there)
    for (const fine of there)
      if (
        fine.dimensions.length === coarse.dimensions.length + 1 &&
        coarse.dimensions.every((one) => fine.dimensions.includes(one))
      )
        sums.push(...sumsOf(coarse, fine, counts));
  return withhold(counts, sums, limit);
}

/** The sums that hold: a person who is in two of the parts is counted once in the total. */
function sumsOf(coarse: Table, fine: Table, counts: ReadonlyMap<string, number>): Sum[] {
  const byCoarse = new Map<string, Words[]>();
  for (const { dims } of fine.rows) {
    const key = JSON.stringify(coarse.dimensions.map((one) => dims[one]));
    byCoarse.set(key, [...(byCoarse.get(key) ?? []), dims]);
  }
  return coarse.rows.flatMap(({ dims }) =>
    parts.flatMap((part): Sum[] => {
      const own = byCoarse.get(JSON.stringify(coarse.dimensions.map((one) => dims[one]))) ?? [];
      const keys = own.map((one) => keyOf(part, one)).filter((key) => counts.has(key));
      const sum = keys.reduce((total, key) => total + (counts.get(key) ?? 0), 0);
      const total = keyOf(part, dims);
      return keys.length > 0 && counts.get(total) === sum ? [{ total, parts: keys }] : [];
    }),
  );
}

/** Every part of a list, the empty one and the whole included, in its order. */
function subsets(of: readonly string[]): string[][] {
  const [first, ...rest] = of;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((part) => [part, [first, ...part]]);
}
