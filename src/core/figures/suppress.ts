import { broken } from "../faults/fault.ts";
import { feasibleIntervals, type Relation } from "./feasible.ts";

/** The place of a cell that may not be shown: its own type, never a number. */
export type Withheld = { readonly missing: "withheld" };
export const withheld: Withheld = { missing: "withheld" };

/** A total and the parts it is the sum of, by the keys of their cells. */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

/** Whether so many persons (or companies) are too few to show: from 1 to one below the limit. */
export function isSmall(count: number, limit: number): boolean {
  return count >= 1 && count < limit;
}

/** Whether a share shows too few: in its numerator, its denominator, or those between them. */
export function isSmallShare(numerator: number, denominator: number, limit: number): boolean {
  return [numerator, denominator, denominator - numerator].some((count) => isSmall(count, limit));
}

/**
 * The cells to withhold so that nobody can work out a small one: those that are small, and the smallest further cells
 * of their sums until the interval in which a reader can place a withheld cell is nowhere narrower than the limit.
 *
 * The reader is taken to know every shown cell and every sum, over all tables of a report, and that a withheld cell is
 * never 0, since 0 is shown. A share is three cells: denominator = numerator + complement. A total of persons that
 * counts each once is no sum, and is left out of `sums`.
 *
 * @param counts persons (or companies) behind each cell, by key: whole numbers
 * @throws BrokenInput sum-does-not-hold
 * @example withhold(new Map([["men", 3], ["women", 9], ["all", 12]]), [{ total: "all", parts: ["men", "women"] }], 5)
 *   // men and women
 */
export function withhold(counts: ReadonlyMap<string, number>, sums: readonly Sum[], limit: number): Set<string> {
  checkSums(counts, sums);
  const hidden = new Set<string>();
  for (const [key, count] of counts) if (isSmall(count, limit)) hidden.add(key);
  const book: Book = { counts, sums, hidden, sumsOf: sumsByCell(sums) };
  for (;;) {
    hideBesideTheOnly(book);
    const exposed = exposedCells(book, limit);
    if (exposed.length === 0) return hidden;
    hideBesideEach(exposed, book);
  }
}

/** A further cell can always be found where the sums hold: when a whole report is hidden, nothing bounds it. */
function checkSums(counts: ReadonlyMap<string, number>, sums: readonly Sum[]): void {
  for (const { total, parts } of sums) {
    const sum = parts.reduce((sofar, key) => sofar + (counts.get(key) ?? Number.NaN), 0);
    if (sum !== counts.get(total)) throw broken("sum-does-not-hold", { total, sum, stated: counts.get(total) ?? "" });
  }
}

/** All that is counted, what is hidden of it so far, and the sums each cell stands in. */
type Book = {
  readonly counts: ReadonlyMap<string, number>;
  readonly sums: readonly Sum[];
  readonly hidden: Set<string>;
  readonly sumsOf: ReadonlyMap<string, readonly Sum[]>;
};

function sumsByCell(sums: readonly Sum[]): Map<string, Sum[]> {
  const byCell = new Map<string, Sum[]>();
  for (const sum of sums) for (const key of cellsOf(sum)) byCell.set(key, [...(byCell.get(key) ?? []), sum]);
  return byCell;
}

function cellsOf({ parts, total }: Sum): string[] {
  return [...parts, total];
}

function countOf(key: string, { counts }: Book): number {
  return counts.get(key) ?? 0;
}

function hiddenIn(sum: Sum, { hidden }: Book): string[] {
  return cellsOf(sum).filter((key) => hidden.has(key));
}

/** A cell that is the only one hidden in a sum is found by subtraction: the smallest further cell goes with it. */
function hideBesideTheOnly(book: Book): void {
  const queue = [...book.sums];
  for (const sum of queue) {
    if (hiddenIn(sum, book).length !== 1) continue;
    const next = smallestFurther(sum, book);
    if (next === undefined) continue;
    book.hidden.add(next);
    queue.push(...(book.sumsOf.get(next) ?? []));
  }
}

/** The hidden cells that a reader can place in an interval narrower than the limit. */
function exposedCells(book: Book, limit: number): string[] {
  // What is hidden is at least 1, so that every interval begins there.
  const truth = new Map([...book.hidden].map((key) => [key, countOf(key, book) - 1]));
  const relations = book.sums.map((sum): Relation<string> => {
    return new Map(hiddenIn(sum, book).map((key) => [key, key === sum.total ? -1 : 1]));
  });
  const intervals = feasibleIntervals(
    truth,
    relations.filter(({ size }) => size > 0),
    limit,
  );
  return [...intervals].flatMap(([key, { low, high }]) => (high - low < limit ? [key] : []));
}

/** Hides one further cell for each exposed one, in the nearest sum that has one: one a sum, for it may help several. */
function hideBesideEach(exposed: readonly string[], book: Book): void {
  const helped = new Set<Sum>();
  for (const key of exposed) {
    const [sum, next] = nearestFurther(key, book);
    if (sum === undefined || next === undefined || helped.has(sum)) continue;
    helped.add(sum);
    book.hidden.add(next);
  }
}

function nearestFurther(key: string, book: Book): [Sum, string] | [] {
  for (const sum of sumsAround(key, book)) {
    const next = smallestFurther(sum, book);
    if (next !== undefined) return [sum, next];
  }
  return [];
}

/** The sums a cell stands in, the one that holds it tightest first; then those of the cells hidden in these, and on. */
function* sumsAround(key: string, book: Book): Generator<Sum> {
  const seen = new Set<Sum>();
  const keys = new Set([key]);
  for (const at of keys) {
    const sums = (book.sumsOf.get(at) ?? []).filter((sum) => !seen.has(sum));
    for (const sum of sums.toSorted((a, b) => room(a, book) - room(b, book))) {
      seen.add(sum);
      yield sum;
      for (const hidden of hiddenIn(sum, book)) keys.add(hidden);
    }
  }
}

/** What the hidden parts of a sum add up to: no more than that fits into any of them. */
function room(sum: Sum, book: Book): number {
  if (book.hidden.has(sum.total)) return Number.POSITIVE_INFINITY;
  return sum.parts.reduce((room, key) => room + (book.hidden.has(key) ? countOf(key, book) : 0), 0);
}

/** The smallest cell of a sum that is still shown and not 0. */
function smallestFurther(sum: Sum, book: Book): string | undefined {
  let smallest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const key of cellsOf(sum)) {
    const count = countOf(key, book);
    if (!book.hidden.has(key) && count > 0 && count < least) [smallest, least] = [key, count];
  }
  return smallest;
}

/** A table of counts with its totals, each cell shown or withheld. */
export type SuppressedTable = {
  readonly cells: readonly (readonly (number | Withheld)[])[];
  readonly rowTotals: readonly (number | Withheld)[];
  readonly columnTotals: readonly (number | Withheld)[];
  readonly total: number | Withheld;
};

/**
 * A table of counts and its totals as they may be shown, by the rule of `withhold`.
 *
 * @example suppressTable([[3, 9], [20, 30]], 5).total // 62
 */
export function suppressTable(rows: readonly (readonly number[])[], limit: number): SuppressedTable {
  const sum = (numbers: readonly number[]) => numbers.reduce((sofar, n) => sofar + n, 0);
  const columns = rows[0]?.map((_, j) => rows.map((row) => row[j])) ?? [];
  const all = [...rows.map((row) => [...row, sum(row)]), [...columns.map(sum), sum(rows.map(sum))]];
  const key = (i: number, j: number) => `${i},${j}`;
  const counts = new Map(all.flatMap((row, i) => row.map((n, j): [string, number] => [key(i, j), n])));
  const sums = [
    ...all.map((_, i) => ({ total: key(i, columns.length), parts: columns.map((_, j) => key(i, j)) })),
    ...all[0].map((_, j) => ({ total: key(rows.length, j), parts: rows.map((_, i) => key(i, j)) })),
  ];
  const hidden = withhold(counts, sums, limit);
  const shown = all.map((row, i) => row.map((n, j) => (hidden.has(key(i, j)) ? withheld : n)));
  const last = shown[rows.length];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row[columns.length]),
    columnTotals: last.slice(0, -1),
    total: last[columns.length],
  };
}
