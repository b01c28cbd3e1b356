import { z } from "zod";
import { addMonths, OPEN_END } from "../../calendar/day.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { endsWhenRegistered } from "../reading/benefits.ts";
import { statusNeeds } from "../reading/needs.ts";
import { destinations, monthsAfter, statusAfter, withBenefit } from "../reading/outcome.ts";
import { selectUnits, type Units, units } from "../reading/units.ts";
import { filter, type Stretches, weigh } from "../stretches/list.ts";
import { type Asked, during, type Measure, type Need } from "./measure.ts";
import { staying, words } from "./options.ts";

/** Spells, courses or rows that end in the period, on their last day; or the weeks they lasted. */
const spec = units.extend({
  measure: z.literal("ended"),
  count: z.enum(["units", "weeks"]).default("units"),
  /** Where the person is so many months after: the dimensions `status` and `destination`. */
  months: wholeNumber.default(1),
  hours: wholeNumber.default(20),
  precedence: words.default([]),
});

export const ended: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: (of, asked) => [
    untilKnown(of, asked),
    ...(asksWhere(asked) ? statusNeeds(staying, ({ to }) => monthsAfter(to - 1, of.months) + 1) : []),
  ],
  count: (reading, { count, months, hours, precedence, ...of }, asked) => {
    const units = selectUnits(reading, of);
    const over = filter(units, (i) => units.to[i] !== OPEN_END);
    const ends = endDays(over);
    const weighed = weigh(ends, (i) => (count === "weeks" ? (over.to[i] - over.from[i]) / 7 : 1));
    if (!asksWhere(asked)) return { stretches: weighed, value: "sum" };
    const [after, kindOf] = [statusAfter(reading, hours), withBenefit(reading, precedence)];
    const kind = Int32Array.from({ length: ends.count }, (_, i) => {
      const on = monthsAfter(ends.from[i], months);
      return kindOf(after(ends.person[i], ends.from[i], on), ends.person[i], on);
    });
    return { stretches: { ...weighed, kind }, value: "sum", own: destinations(reading) };
  },
};

/** Whether it is asked where people are after the end. */
function asksWhere(asked: Asked): boolean {
  return asked.has("status") || asked.has("destination");
}

/** An end is known when the calendar month after it has passed; of what ends when registered, at once. */
export function untilKnown({ table, of, where }: Units, asked: Asked): Need {
  const filters = asked.has("benefit") ? [asked.get("benefit")] : where.map(({ benefit }) => benefit);
  const benefits = filters.flatMap((codes) => codes?.split("+") ?? [""]);
  if (of !== "spells" || endsWhenRegistered(benefits)) return during(table);
  return { table, from: (period) => period.from, to: (period) => addMonths(period.to, 1) };
}

/** The last day of each stretch. */
export function endDays(stretches: Stretches): Stretches {
  return { ...stretches, from: stretches.to.map((day) => day - 1) };
}
