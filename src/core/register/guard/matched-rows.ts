import { listOf, type NumberArray, type Rows, UNKNOWN_DAY } from "../columns.ts";
import { beginning } from "../coverage.ts";
import { columnOf, orderBy } from "../order.ts";
import { columnsOf, type TableName } from "../schema.ts";
import { type Pair, startsOf, translation, type Window } from "./compare.ts";

/** How the settled rows of a table compare, matched by whose they are and the day they begin. */
export type MatchedRows = {
  readonly table: TableName;
  /** Whether its rows have a first day; else rows of every age are compared, and new ones are a matter of course. */
  readonly isDated: boolean;
  readonly before: number;
  readonly after: number;
  readonly matched: number;
  /** By column, the matched rows that say something else than what was known before. */
  readonly changed: ReadonlyMap<string, number>;
};

/**
 * Compares the rows of a table that begin in the settled days of a window; all of them where rows have no first day.
 * Rows that are nobody's are counted and not matched. Undefined when either delivery lacks the table.
 */
export function matchRows(pair: Pair, table: TableName, window: Window | undefined): MatchedRows | undefined {
  const [old, young] = [sideOf(pair.before.tables[table], window), sideOf(pair.after.tables[table], window)];
  if (old === undefined || young === undefined) return undefined;
  const counts = { table, isDated: old.first !== undefined, before: old.order.length, after: young.order.length };
  const owner = ownerOf(old.rows);
  if (owner === undefined) return { ...counts, matched: Math.min(counts.before, counts.after), changed: new Map() };
  const pairs = pairsOf(old, young, ownerWords(pair, owner), owner);
  return { ...counts, matched: pairs.length, changed: changedCells(pair, old.rows, young.rows, pairs, window) };
}

type Side = { readonly rows: Rows<TableName>; readonly order: Uint32Array; readonly first: NumberArray | undefined };

/** The rows within a window, sorted by whose they are and the day they begin. */
function sideOf(rows: Rows<TableName> | undefined, window: Window | undefined): Side | undefined {
  if (rows === undefined) return undefined;
  const owner = ownerOf(rows);
  const first = beginning(rows);
  const others = columnsOf(rows.table).map(([name]) => name);
  const order = orderBy(rows, [...new Set([owner ?? others[0], ...(first ? [first.name] : []), ...others])]);
  if (first === undefined) return { rows, order, first: undefined };
  const { column, perDay } = first;
  const isWithin = (day: number) =>
    day === UNKNOWN_DAY || (window !== undefined && day >= window.from * perDay && day < window.settled * perDay);
  return { rows, order: order.filter((row) => isWithin(column[row])), first: column };
}

/** The column that says whose a row is; undefined for tables of nobody's rows. */
function ownerOf(rows: Rows<TableName>): "person_id" | "p_number" | undefined {
  const required = columnsOf(rows.table).filter(([, column]) => column.required);
  const names = required.map(([name]) => name);
  if (names.includes("person_id")) return "person_id";
  return names.includes("p_number") ? "p_number" : undefined;
}

function ownerWords({ before, after }: Pair, owner: "person_id" | "p_number"): Int32Array {
  const list = owner === "person_id" ? "person" : "company";
  return translation(before.dictionaries[list], after.dictionaries[list]);
}

/** The rows of the two sides that belong together, one after the other. */
function pairsOf(old: Side, young: Side, words: Int32Array, owner: string): (readonly [was: number, is: number])[] {
  const [whose, theirs] = [columnOf(old.rows, owner), columnOf(young.rows, owner)];
  const starts = startsOf(
    Int32Array.from(young.order, (row) => theirs[row]),
    largest(theirs) + 1,
  );
  const next = starts.slice();
  const pairs: (readonly [was: number, is: number])[] = [];
  for (const was of old.order) {
    const now = words[whose[was]];
    if (now <= 0 || now >= starts.length - 1) continue;
    const day = old.first?.[was] ?? 0;
    while (next[now] < starts[now + 1] && (young.first?.[young.order[next[now]]] ?? 0) < day) next[now]++;
    if (next[now] === starts[now + 1] || (young.first?.[young.order[next[now]]] ?? 0) > day) continue;
    pairs.push([was, young.order[next[now]++]]);
  }
  return pairs;
}

function changedCells(
  pair: Pair,
  old: Rows<TableName>,
  young: Rows<TableName>,
  pairs: readonly (readonly [was: number, is: number])[],
  window: Window | undefined,
): Map<string, number> {
  const changed = new Map<string, number>();
  for (const [name, kind] of columnsOf(old.table)) {
    const [was, is] = [columnOf(old, name), columnOf(young, name)];
    const list = listOf(kind);
    const words = list && translation(pair.before.dictionaries[list], pair.after.dictionaries[list]);
    const known = knownBefore(kind.type, name, window);
    const count = pairs.filter(([a, b]) => known(was[a]) && (words === undefined ? was[a] : words[was[a]]) !== is[b]);
    changed.set(name, count.length);
  }
  return changed;
}

/** Whether a number was already known, and settled, before; what becomes known later is no change. */
function knownBefore(type: string, name: string, window: Window | undefined): (value: number) => boolean {
  if (type === "number" || type === "datetime") return (value) => !Number.isNaN(value);
  if (type !== "day") return (value) => value !== 0;
  const last = name === "to" ? (window?.settled ?? 0) : Number.POSITIVE_INFINITY;
  return (value) => value !== UNKNOWN_DAY && value <= last;
}

function largest(column: NumberArray): number {
  let most = 0;
  for (const number of column) if (number > most) most = number;
  return most;
}
