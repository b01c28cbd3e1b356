import type { Allocate, Rows } from "./columns.ts";
import { growingRows } from "./growing-rows.ts";
import { equality } from "./keys.ts";
import { columnOf, orderBy, sortColumns, takeRows } from "./order.ts";
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
  const distinct = rule === "all" ? { rows, duplicates: 0 } : dropDuplicates(rows);
  const { rows: united, joined } =
    rule === "days" || rule === "spans" ? uniteSpans(distinct.rows, rule) : { rows: distinct.rows, joined: 0 };
  const sorted = takeRows(united, orderBy(united, sortColumns(rows.table)), allocate);
  return { rows: sorted, duplicates: distinct.duplicates, joined };
}

function dropDuplicates<T extends TableName>(rows: Rows<T>) {
  const order = orderBy(rows, sortColumns(rows.table));
  const equal = equality(columnsOf(rows.table).map(([name]) => columnOf(rows, name)));
  const kept = order.filter((row, i) => i === 0 || !equal(order[i - 1], row));
  const duplicates = rows.count - kept.length;
  return { rows: duplicates === 0 ? rows : takeRows(rows, kept.sort()), duplicates };
}

function uniteSpans<T extends TableName>(rows: Rows<T>, rule: "days" | "spans") {
  const names = columnsOf(rows.table).map(([name]) => name);
  const columns = names.map((name) => columnOf(rows, name));
  const at = { from: names.indexOf("from"), to: names.indexOf("to"), weight: names.indexOf("degree") };
  const alike = names.filter((_, i) => i !== at.from && i !== at.to && (rule === "spans" || i !== at.weight));
  const order = orderBy(rows, [...alike, "from", "to"]);
  const united = growingRows(rows.table);
  let joined = 0;
  for (const run of runsOf(order, equality(alike.map((name) => columnOf(rows, name))))) {
    const spans = Array.from(run, (row) => ({
      from: columns[at.from][row],
      to: columns[at.to][row],
      weight: rule === "days" ? columns[at.weight][row] : 1,
    }));
    const parts = spans.length === 1 ? spans : unite(spans);
    const cells = columns.map((column) => column[run[0]]);
    for (const { from, to, weight } of parts) {
      [cells[at.from], cells[at.to]] = [from, to];
      if (rule === "days") cells[at.weight] = weight;
      united.push(cells);
    }
    joined += spans.length === 1 ? 0 : missing(spans, parts);
  }
  return { rows: united.finish(), joined };
}

/** The stretches of an order whose rows are all alike. */
function* runsOf(order: Uint32Array, alike: (a: number, b: number) => boolean): Generator<Uint32Array> {
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && alike(order[start], order[end])) end++;
    yield order.subarray(start, end);
  }
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
