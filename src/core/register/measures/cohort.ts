import { z } from "zod";
import { addDays } from "../../calendar/day.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { statusNeeds } from "../reading/needs.ts";
import { kindsOf, leavingKinds, monthsAfter, statusAfter } from "../reading/outcome.ts";
import { type Reading, remember } from "../reading/reading.ts";
import type { Status } from "../reading/status.ts";
import { selectUnits, units } from "../reading/units.ts";
import { filter, type Stretches } from "../stretches/list.ts";
import type { Measure } from "./measure.ts";
import { flagWord, statusWords, staying } from "./options.ts";

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
  count: (reading, { status, everyone, ...asked }) => {
    const counted = kindsOf(reading, everyone ? staying : stayingOf(status));
    const kinds = { counted, apart: leavingKinds };
    return { stretches: onTheDay(reading, asked), kinds, value: "persons", outcomes: true };
  },
};

type Entered = Omit<z.output<typeof spec>, "measure" | "status" | "everyone">;

/** For each who entered so long before: the day on which it has passed, and the status on it. */
function onTheDay(reading: Reading, { years, days, hours, ...of }: Entered): Stretches {
  return remember(reading, `cohort ${JSON.stringify({ years, days, hours, of })}`, () => {
    const entries = selectUnits(reading, of);
    const { count, person, from } = entries;
    const weight = new Float64Array(count).fill(1);
    const [on, after, kind] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
    const statusThen = statusAfter(reading, hours);
    for (let i = 0; i < count; i++) {
      on[i] = (years > 0 ? monthsAfter(from[i], 12 * years) : from[i]) + days;
      after[i] = on[i] + 1;
      kind[i] = statusThen(person[i], from[i], on[i]);
    }
    const then = { ...entries, from: on, to: after, weight, kind };
    return filter(then, (i) => on[i] <= reading.asOf);
  });
}

/** Of statuses those that keep a person in the denominator. */
function stayingOf(statuses: ReadonlySet<Status>): ReadonlySet<Status> {
  return new Set([...statuses].filter((one) => staying.has(one)));
}
