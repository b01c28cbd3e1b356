import { z } from "zod";
import { conditionDays, conditionDimension, onDaysOf } from "../reading/condition.ts";
import { condition } from "../reading/selection.ts";
import { selectUnits, units } from "../reading/units.ts";
import { during, type Measure } from "./measure.ts";

/** Different persons with at least one day in the period. */
const spec = units.extend({
  measure: z.literal("persons-with"),
  /** Only days on which one of these holds too. */
  while: z.array(condition).default([]),
});

export const personsWith: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, while: conditions }) => [table, ...conditions.map((one) => one.table)].map(during),
  count: (reading, of, asked) => {
    const days = selectUnits(reading, of);
    if (of.while.length === 0) return { stretches: days, value: "persons" };
    const by = conditionDimension(reading, of.table, of.while, asked);
    return {
      stretches: onDaysOf(days, conditionDays(reading, of.while, { by }), by),
      own: by && [by],
      value: "persons",
    };
  },
};
