import { z } from "zod";
import { findRows, getColumn } from "../reading/reading.ts";
import { condition, select, selection } from "../reading/selection.ts";
import { filter } from "../stretches/list.ts";
import { during, type Measure } from "./measure.ts";

/** Rows with a date in the period that are named, by their id, in at least one row of another table. */
const spec = selection.extend({
  measure: z.literal("events-per"),
  /** The column that both tables have. */
  by: z.string(),
  having: condition,
});

export const eventsPer: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, having }) => [during(table), during(having.table)],
  count: (reading, { by, having, ...of }) => {
    const rows = select(reading, of);
    if (rows.count === 0) return { stretches: rows, value: "sum" };
    const others = select(reading, having);
    const named = new Set<number>();
    const names = findRows(reading, having.table) === undefined ? [] : getColumn(reading, having.table, by);
    for (let i = 0; i < others.count; i++) named.add(names[others.row[i]]);
    const ids = getColumn(reading, of.table, by);
    return { stretches: filter(rows, (i) => named.has(ids[rows.row[i]])), value: "sum" };
  },
};
