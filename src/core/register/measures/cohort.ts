import { z } from "zod";
import { addDays } from "../../calendar/day.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { monthsAfter, statusAfter } from "../reading/outcome.ts";
import { rankOf, statuses } from "../reading/status.ts";
import { selectUnits, units } from "../reading/units.ts";
import { addPart, startList, weigh } from "../stretches/list.ts";
import type { Measure } from "./measure.ts";
import { flagWord, statusWords } from "./options.ts";
import { statusNeeds } from "./status-after.ts";

/**
 * Persons who entered so long before, on the day that it has passed: those with one of the statuses on it. Whoever has
 * died or moved away by then is left out, and counted apart.
 */
const spec = units.extend({
  measure: z.literal("cohort"),
  years: wholeNumber.default(0),
  days: wholeNumber.default(0),
  status: statusWords.default(new Set()),
  everyone: flagWord,
  hours: wholeNumber.default(20),
});

export const cohort: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, years, days, status }) => [
    {
      table,
      from: (period) => monthsAfter(addDays(period.from, -days), -12 * years),
      to: (period) => monthsAfter(addDays(period.to, -days), -12 * years),
    },
    ...statusNeeds(status, (period) => period.to),
  ],
  count: (reading, { years, days, status, everyone, hours, ...of }) => {
    const entries = weigh(selectUnits(reading, of), () => 1);
    const counted = startList(entries.count);
    const apart = { doed: startList(), fraflyttet: startList() };
    const after = statusAfter(reading, hours);
    const wanted = new Set([...status].map(rankOf));
    for (let i = 0; i < entries.count; i++) {
      const on = monthsAfter(entries.from[i], 12 * years) + days;
      if (on > reading.asOf) continue;
      const then = after(entries.person[i], entries.from[i], on);
      const word = statuses[then - 1];
      if (word === "doed" || word === "fraflyttet") addPart(apart[word], entries, i, on, on + 1);
      else if (everyone || wanted.has(then)) addPart(counted, entries, i, on, on + 1);
    }
    return { stretches: counted, value: "persons", outcomes: true, apart };
  },
};
