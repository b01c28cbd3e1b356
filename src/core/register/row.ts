import type { Day } from "../calendar/day.ts";
import type { ColumnName, TableName, tables } from "./schema.ts";

type ColumnOf<T extends TableName, C extends ColumnName<T>> = (typeof tables)[T][C];

type Required<T extends TableName> = {
  [C in ColumnName<T>]: ColumnOf<T, C> extends { readonly required: true } ? C : never;
}[ColumnName<T>];

type Cell<K> = K extends { readonly type: "day" }
  ? Day
  : K extends { readonly type: "number" | "datetime" }
    ? number
    : string;

/**
 * One row of a table on its way out: words for ids and codes, days and numbers as they are, minutes since 1970 for
 * points of time. As everywhere inside the program `to` is the day after the last; `OPEN_END` still runs.
 */
export type Row<T extends TableName> = { readonly [C in Required<T>]: Cell<ColumnOf<T, C>> } & {
  readonly [C in Exclude<ColumnName<T>, Required<T>>]?: Cell<ColumnOf<T, C>> | undefined;
};

/** Takes the rows of a register one by one, in any order of tables. */
export type WriteRow = <T extends TableName>(table: T, row: Row<T>) => void;
