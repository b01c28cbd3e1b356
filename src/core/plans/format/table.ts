import { z } from "zod";
import type { Printed } from "../../figures/printed.ts";
import { flag, id, period, text, unit, where } from "../../format/scalars.ts";
import { readPrinted, source } from "./print.ts";

/** What kind of figure a column holds. */
export const status = z.enum(["actual", "forecast", "budget", "expected", "target"]);
export type Status = z.output<typeof status>;

/**
 * What a row or column is of the others; each implies its check.
 * `total`: the sum of `of` (else of all lines without a role). `part-of`: adds up to another with its fellows,
 * unless `exhaustive: false`. `difference-of`: first minus second. `percent-of`: first in per cent of second.
 */
export const role = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("total"), of: z.array(id).optional() }),
  z.strictObject({ is: z.literal("part-of"), of: id, exhaustive: flag.default(true) }),
  z.strictObject({ is: z.literal("difference-of"), of: z.tuple([id, id]) }),
  z.strictObject({ is: z.literal("percent-of"), of: z.tuple([id, id]) }),
  z.strictObject({ is: z.literal("share-of-total") }),
]);
export type Role = z.output<typeof role>;

const line = {
  id,
  label: text,
  unit: unit.optional(),
  role: role.optional(),
  indicator: z.string().optional(),
  where: where.optional(),
  area: z.string().optional(),
  period: period.optional(),
  status: status.optional(),
};

const column = z.strictObject(line);
const row = z.strictObject({ ...line, cells: z.string() });

/** One cell: its figure, or undefined where the table prints a dash or a dot. */
export type Cell = Printed | undefined;
export type Column = z.output<typeof column>;
export type Row = Omit<z.output<typeof row>, "cells"> & { readonly cells: readonly Cell[] };

/**
 * A table of the plan. `cells` of a row are written in one line, separated by `|`: `17.820 | 17.713 | –`.
 * A bare number takes the unit of its row, else its column, else the table.
 */
export const table = z
  .strictObject({
    id,
    title: text,
    source,
    unit: unit.optional(),
    rounded: flag.default(false),
    owner: z.string().optional(),
    note: text.optional(),
    area: z.string().optional(),
    columns: z.array(column).min(1),
    rows: z.array(row).min(1),
  })
  .transform((written, context) => ({
    ...written,
    rows: written.rows.map((one, index): Row => {
      const cells = one.cells.split("|").map((cell) => cell.trim());
      if (cells.length !== written.columns.length)
        context.addIssue({
          code: "custom",
          path: ["rows", index, "cells"],
          message: "wrong-cell-count",
          params: { fault: "wrong-cell-count", parameters: { cells: cells.length, columns: written.columns.length } },
        });
      return {
        ...one,
        cells: cells.map((cell, at): Cell => {
          if (/^[.–—-]?$/.test(cell)) return undefined;
          const fallback = one.unit ?? written.columns[at]?.unit ?? written.unit;
          return readPrinted(cell, within(context, ["rows", index, "cells"]), fallback);
        }),
      };
    }),
  }));
export type Table = z.output<typeof table>;

/** The same context, with issues placed at a path below it. */
function within(context: z.core.$RefinementCtx, path: PropertyKey[]): z.core.$RefinementCtx {
  return { ...context, addIssue: (issue) => context.addIssue(typeof issue === "string" ? issue : { ...issue, path }) };
}
