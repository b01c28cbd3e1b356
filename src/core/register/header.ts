import { didYouMean } from "../text/nearest.ts";
import type { Misread } from "./cell.ts";
import type { FileMapping } from "./mapping.ts";
import { type Column, columnsOf, type TableName } from "./schema.ts";

/** Where the cells of one of our columns stand in a file: a place in each row, one value for all, or nowhere. */
export type PlacedColumn = {
  readonly name: string;
  readonly column: Column;
  readonly at?: number;
  readonly constant?: string;
  readonly cpr?: boolean;
};

/** A header understood: our columns in the order of the format, theirs that are not read, and what is wrong with it. */
export type PlacedColumns = {
  readonly columns: readonly PlacedColumn[];
  readonly unread: readonly string[];
  readonly faults: readonly HeaderFault[];
};

/** What is wrong with a header, and the number of the cell it is about. */
export type HeaderFault = Misread & { readonly at?: number };

/**
 * Places the columns of a table in a file by its header. A column that is not known is a fault, since it may be a
 * misspelt one; unless a mapping says which columns are wanted.
 */
export function placeColumns(table: TableName, header: readonly string[], mapping?: FileMapping): PlacedColumns {
  const given = header.map(headerKey);
  const isAgain = (i: number) => given[i] !== "" && given.indexOf(given[i]) < i;
  const faults = given.flatMap((column, at): HeaderFault[] =>
    isAgain(at) ? [{ code: "column-twice", parameters: { column }, at }] : [],
  );
  const columns = columnsOf(table).map(([name, column]): PlacedColumn => {
    const source = mapping?.columns[name] ?? { from: name };
    if ("constant" in source) return { name, column, constant: source.constant };
    const at = given.indexOf(headerKey(source.from));
    const wanted = column.required || mapping?.columns[name] !== undefined;
    if (at < 0 && wanted) faults.push({ code: "missing-column", parameters: { table, column: source.from } });
    if (at < 0) return { name, column };
    return source.cpr === undefined ? { name, column, at } : { name, column, at, cpr: source.cpr };
  });
  const read = new Set(columns.map(({ at }) => at));
  const others = [...header.keys()].filter((i) => given[i] !== "" && !read.has(i) && !isAgain(i));
  if (mapping !== undefined) return { columns, unread: others.map((i) => header[i]), faults };
  const absent = columns.filter(({ at }) => at === undefined).map(({ name }) => name);
  for (const at of others) {
    const hint = didYouMean(header[at].trim(), absent, leaveOut);
    faults.push({ code: "unknown-column", parameters: { column: header[at], hint }, at });
  }
  return { columns, unread: [], faults };
}

const leaveOut = {
  da: "Fjern den, eller lav en mapping.yaml, der nævner de kolonner, der skal læses.",
  en: "Remove it, or make a mapping.yaml that names the columns to be read.",
};

/** Headers are compared without regard to case and the space around them. */
export function headerKey(name: string): string {
  return name.trim().toLowerCase();
}
