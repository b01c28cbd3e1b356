import type { Allocate, NumberArray, Rows } from "./columns.ts";
import { growingRows } from "./growing-rows.ts";
import { equality } from "./keys.ts";
import { appendRows, columnOf, orderBy, sortColumns, takeRows } from "./order.ts";
import { columnsOf, type TableName } from "./schema.ts";

/**
 * How rows that say the same become one:
 * - `days`: rows of one person, benefit and municipality are united by day, the degree being the sum, at most 1;
 * - `spans`: rows alike but for their days become one where they overlap or touch;
 * - `distinct`: of rows alike in everything one is kept;
 * - `all`: rows alike in everything may be two events, and stay two.
 */
export type MergeRule = "days" | "spans" | "distinct" | "all";

export const mergeRules: Readonly<Record<TableName, MergeRule>> = {
  persons: "distinct",
  residence: "spans",
  benefits: "days",
  visitation: "spans",
  offers: "distinct",
  employment: "distinct",
  education: "spans",
  conversations: "distinct",
  recoveries: "distinct",
  sanctions: "distinct",
  cvs: "distinct",
  programmes: "spans",
  jobgoals: "distinct",
  progression: "distinct",
  assignments: "spans",
  companies: "distinct",
  company_contacts: "distinct",
  cooperations: "all",
  job_orders: "distinct",
  referrals: "distinct",
  agreements: "distinct",
  costs: "all",
  survey_answers: "all",
  inquiries: "all",
  populations: "distinct",
};

/** Rows after merging, sorted, with the count of rows that fell away or were joined with another. */
export type Merged<T extends TableName> = {
  readonly rows: Rows<T>;
  /** Rows alike in everything to one that was kept. */
  readonly duplicates: number;
  /** Rows that overlapped or touched another one, and became one with it or were cut where they meet. */
  readonly joined: number;
};

/** Merges the rows of a table by its rule and sorts them by person (or id), first day and all other columns. */
export function mergeRows<T extends TableName>(rows: Rows<T>, allocate?: Allocate): Merged<T> {
  const rule = mergeRules[rows.table];
  if (rule === "days" || rule === "spans") return mergeSpans(rows, rule, allocate);
  const order = orderBy(rows, sortColumns(rows.table));
  const kept = rule === "all" ? order : withoutRepeats(order, equality(allColumns(rows)));
  return { rows: takeRows(rows, kept, allocate), duplicates: rows.count - kept.length, joined: 0 };
}

function mergeSpans<T extends TableName>(
  rows: Rows<T>,
  rule: "days" | "spans",
  allocate: Allocate | undefined,
): Merged<T> {
  const alike = columnsOf(rows.table)
    .map(([name]) => name)
    .filter((name) => name !== "from" && name !== "to" && (rule === "spans" || name !== "degree"));
  const order = orderBy(rows, [...alike, "from", "to", ...(rule === "days" ? ["degree"] : [])]);
  const distinct = withoutRepeats(order, equality(allColumns(rows)));
  const { single, united, joined } = uniteRuns(
    rows,
    distinct,
    rule,
    equality(alike.map((name) => columnOf(rows, name))),
  );
  const all = united.count === 0 && single.length === rows.count ? rows : appendRows(takeRows(rows, single), united);
  const sorted = takeRows(all, orderBy(all, sortColumns(rows.table)), allocate);
  return { rows: sorted, duplicates: rows.count - distinct.length, joined };
}

/** The rows of an order that neither overlap nor touch one of their like, and those that the others become. */
function uniteRuns<T extends TableName>(
  rows: Rows<T>,
  order: Uint32Array,
  rule: "days" | "spans",
  isAlike: (a: number, b: number) => boolean,
) {
  const names = columnsOf(rows.table).map(([name]) => name);
  const at = { from: names.indexOf("from"), to: names.indexOf("to"), weight: names.indexOf("degree") };
  const columns = allColumns(rows);
  const [from, to] = [columns[at.from], columns[at.to]];
  const united = growingRows(rows.table);
  const single: number[] = [];
  let joined = 0;
  for (const run of runsOf(order, isAlike)) {
    if (areApart(run, from, to)) {
      for (const row of run) single.push(row);
      continue;
    }
    const spans = Array.from(run, (row) => ({
      from: from[row],
      to: to[row],
      weight: rule === "days" ? columns[at.weight][row] : 1,
    }));
    const cells = columns.map((column) => column[run[0]]);
    const parts = unite(spans);
    for (const part of parts) {
      [cells[at.from], cells[at.to]] = [part.from, part.to];
      if (rule === "days") cells[at.weight] = part.weight;
      united.push(cells);
    }
    joined += missing(spans, parts);
  }
  return { single, united: united.finish(), joined };
}

/** The stretches of an order whose rows are all alike. */
function* runsOf(order: Uint32Array, isAlike: (a: number, b: number) => boolean): Generator<Uint32Array> {
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && isAlike(order[start], order[end])) end++;
    yield order.subarray(start, end);
  }
}

/** Whether rows in the order of their first day neither overlap nor touch. */
function areApart(run: Uint32Array, from: NumberArray, to: NumberArray): boolean {
  for (let i = 1; i < run.length; i++) if (from[run[i]] <= to[run[i - 1]]) return false;
  return true;
}

function allColumns(rows: Rows<TableName>): NumberArray[] {
  return columnsOf(rows.table).map(([name]) => columnOf(rows, name));
}

/** An order without the rows that equal the one before them. */
function withoutRepeats(order: Uint32Array, isEqual: (a: number, b: number) => boolean): Uint32Array {
  return order.filter((row, i) => i === 0 || !isEqual(order[i - 1], row));
}

/** Days from `from` until the day before `to`, each counting `weight`. */
export type WeightedSpan = { readonly from: number; readonly to: number; readonly weight: number };

/**
 * Spans as spans that neither overlap nor touch one of the same weight. A day's weight is the sum over the spans that
 * hold it, at most 1, rounded to a millionth so that thirds add up.
 *
 * @example unite([{ from: 1, to: 5, weight: 0.5 }, { from: 3, to: 9, weight: 0.5 }])
 * // 1-3 at 0.5, 3-5 at 1, 5-9 at 0.5
 */
export function unite(spans: readonly WeightedSpan[]): WeightedSpan[] {
  const change = new Map<number, number>();
  const add = (day: number, weight: number) => change.set(day, (change.get(day) ?? 0) + weight);
  for (const { from, to, weight } of spans) {
    add(from, weight);
    add(to, -weight);
  }
  const parts: WeightedSpan[] = [];
  let [from, sum] = [0, 0];
  for (const day of [...change.keys()].sort((a, b) => a - b)) {
    const weight = rounded(sum);
    const last = parts.at(-1);
    if (last?.to === from && last.weight === weight) parts[parts.length - 1] = { ...last, to: day };
    else if (weight > 0) parts.push({ from, to: day, weight });
    sum += change.get(day) ?? 0;
    from = day;
  }
  return parts;
}

function rounded(weight: number): number {
  return Math.min(1, Math.round(weight * 1e6) / 1e6);
}

/** How many spans are not among the parts as they were. */
function missing(spans: readonly WeightedSpan[], parts: readonly WeightedSpan[]): number {
  return spans.filter(
    (span) => !parts.some((part) => part.from === span.from && part.to === span.to && part.weight === span.weight),
  ).length;
}
