import { type Entity, isAsked } from "./evaluate.ts";
import type { Value } from "./expression.ts";
import type { Options, Query } from "./query.ts";

/** The most rows of one answer; the rest are had by its link to the next page. */
export const PAGE = 2000;

/** One page of an answer. */
export type Page = {
  readonly rows: readonly Entity[];
  /** How many rows the filter leaves, when that was asked. */
  readonly count?: number;
  /** How many rows have been given with this page, when there are more. */
  readonly next?: number;
};

/** The page of rows that a query asks for. Rows that its order does not tell apart keep theirs, so that pages fit. */
export function pageOf(rows: readonly Entity[], query: Query, size = PAGE): Page {
  const { filter, orderBy, top, skip, given, count } = query;
  const found = rows.filter((row) => isAsked(filter, row));
  const sorted = orderBy.length === 0 ? found : found.toSorted((a, b) => inOrder(a, b, orderBy));
  const wanted = sorted.slice(skip, top === undefined ? undefined : skip + top);
  const end = given + size;
  return {
    rows: wanted.slice(given, end).map((row) => selected(row, query.select)),
    ...(count && { count: found.length }),
    ...(wanted.length > end && { next: end }),
  };
}

function inOrder(a: Entity, b: Entity, orderBy: Query["orderBy"]): number {
  for (const { name, descending } of orderBy) {
    const order = compare(a[name] ?? null, b[name] ?? null);
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

/** Nothing comes before everything. */
function compare(a: Value, b: Value): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a > b ? 1 : -1;
}

function selected(row: Entity, select: Query["select"]): Entity {
  return select === undefined ? row : Object.fromEntries(select.map((name) => [name, row[name] ?? null]));
}

/** The address of the next page: the same question, with how much of the answer has been given. */
export function nextLink(address: string, options: Options, next: number): string {
  const kept = Object.entries({ ...options, $skiptoken: String(next) });
  const pairs = kept.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return `${address}?${pairs.join("&")}`;
}
