import { z } from "zod";
import { conditionDays, conditionDimension, onDaysOf, wholeWindows } from "../reading/condition.ts";
import { condition } from "../reading/selection.ts";
import { selectUnits, units } from "../reading/units.ts";
import { during, type Measure } from "./measure.ts";

/** Different persons with a day in the period, of whom something else holds in the same period. */
const spec = units.extend({
  measure: z.literal("share-of-persons"),
  /** One of these must hold on some day of the period. */
  having: z.array(condition).min(1),
});

export const shareOfPersons: Measure<typeof spec> = {
  spec,
  table: ({ table }) => table,
  needs: ({ table, having }) => [table, ...having.map((one) => one.table)].map(during),
  count: (reading, { having, ...of }, asked) => {
    const by = conditionDimension(reading, of.table, having, asked);
    const periods = wholeWindows(reading, conditionDays(reading, having, { by }));
    return { stretches: onDaysOf(selectUnits(reading, of), periods, by), own: by && [by], value: "persons" };
  },
};
