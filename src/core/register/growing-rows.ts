import { type Allocate, blankRows, findColumn, type NumberArray, type Rows, rowsOf } from "./columns.ts";
import { columnsOf, type TableName } from "./schema.ts";

/** Rows of a table being read: cells are added row by row, and the memory doubles when it is full. */
export type GrowingRows<T extends TableName> = {
  /** Adds one row; its numbers stand in the order of the table's columns. */
  readonly push: (cells: ArrayLike<number>) => void;
  /** How many rows were added so far. */
  readonly count: () => number;
  /** The rows added so far, without copying them. */
  readonly finish: () => Rows<T>;
};

export function growingRows<T extends TableName>(table: T, allocate?: Allocate): GrowingRows<T> {
  const names = columnsOf(table).map(([name]) => name);
  let [count, room] = [0, 1024];
  let arrays = arraysOf(blankRows(table, room, allocate), names);
  const grow = () => {
    room *= 2;
    const larger = arraysOf(blankRows(table, room, allocate), names);
    for (const [i, array] of larger.entries()) array.set(arrays[i]);
    arrays = larger;
  };
  return {
    push: (cells) => {
      if (count === room) grow();
      for (let i = 0; i < arrays.length; i++) arrays[i][count] = cells[i];
      count++;
    },
    count: () => count,
    finish: () =>
      rowsOf(table, count, Object.fromEntries(names.map((name, i) => [name, arrays[i].subarray(0, count)]))),
  };
}

function arraysOf(rows: Rows<TableName>, names: readonly string[]): NumberArray[] {
  return names.flatMap((name) => findColumn(rows, name) ?? []);
}
