import { z } from "zod";
import { addDays } from "../../calendar/day.ts";
import { firstDay, monthOf } from "../../calendar/month.ts";
import { selectUnits, units } from "../reading/units.ts";
import type { Stretches } from "../stretches/list.ts";
import type { Measure } from "./measure.ts";

/** Spells, courses or rows that begin in the period. */
const spec = units.extend({ measure: z.literal("begun") });

export const begun: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, of, gap }) => [
    { table, from: (period) => whatCameBefore(period.from, of, gap), to: (period) => period.to },
  ],
  count: (reading, of) => ({
    stretches: firstDays(selectUnits(reading, of)),
    value: "sum",
  }),
};

/** The day from which must be known what went before, to say that something begins. */
function whatCameBefore(day: Parameters<typeof monthOf>[0], of: "rows" | "spells" | "courses", gap: number): number {
  if (of === "rows") return day;
  return of === "courses" ? addDays(day, -gap) : firstDay(monthOf(addDays(day, -1)));
}

/** The first day of each stretch. */
export function firstDays(stretches: Stretches): Stretches {
  return {
    ...stretches,
    to: stretches.from.map((day) => day + 1),
    weight: new Float64Array(stretches.count).fill(1),
  };
}
