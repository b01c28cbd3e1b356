import { z } from "zod";
import { addMonths } from "../../calendar/day.ts";
import { companiesOf, companyBase, daysLookedAt } from "../reading/company-base.ts";
import type { Reading } from "../reading/reading.ts";
import { add, sorted, startList } from "../stretches/list.ts";
import type { Measure, Need } from "./measure.ts";

/** The companies of the period, each once. */
const spec = companyBase.extend({ measure: z.literal("companies") });

export const companies: Measure<typeof spec> = {
  spec,
  table: () => "companies",
  needs: ({ months }) => [companyNeed(months)],
  count: (reading, base) => {
    const list = startList();
    const companiesIn = companiesOf(reading, base);
    for (const w of reading.windows.periods.keys()) {
      const [from, to] = daysLookedAt(reading, w, base.months);
      for (const { id, place, row } of companiesIn(from, to)) add(list, id, ...windowDays(reading, w), 1, row, place);
    }
    return { stretches: sorted(list), value: "persons" };
  },
};

/** The first day of a window, and the day after the last. */
export function windowDays({ windows: { bounds } }: Reading, w: number): [number, number] {
  return [bounds[w], bounds[w + 1]];
}

/** The days of `companies` that a look back of so many months needs. */
export function companyNeed(months: number | undefined): Need {
  return { table: "companies", from: (period) => lookBack(period, months), to: (period) => period.to };
}

/** The first day looked at for the figure of a period. */
export function lookBack(period: Parameters<Need["from"]>[0], months: number | undefined): number {
  return months === undefined ? period.from : addMonths(period.to, -months);
}
