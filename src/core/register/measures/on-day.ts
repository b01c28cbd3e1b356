import { z } from "zod";
import { addDays, OPEN_END } from "../../calendar/day.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { benefitOf, benefitSpells } from "../reading/benefits.ts";
import { conditionDays, conditionDimension, onDaysOf } from "../reading/condition.ts";
import { daysLookedAt, isLongTerm, longTerm } from "../reading/long-term.ts";
import type { Reading } from "../reading/reading.ts";
import { condition } from "../reading/selection.ts";
import { selectUnits, units } from "../reading/units.ts";
import { addPart, filter, type Stretches, startList } from "../stretches/list.ts";
import { during, type Measure, type Need } from "./measure.ts";

/** Different persons, or spells, on the last day of the period. */
const spec = units.extend({
  measure: z.literal("on-day"),
  /** `persons`, the number of spells (`units`), or the weeks they have lasted. */
  count: z.enum(["persons", "units", "weeks"]).default("persons"),
  /** Only those whose spell has lasted more than so many days. */
  beyond: wholeNumber.optional(),
  /** Only those for whom it is long-term. */
  long: longTerm.optional(),
  /** Only those for whom one of these began, or happened, on the day or before. */
  having: z.array(condition).default([]),
});

export const onDay: Measure<typeof spec> = {
  spec,
  table: ({ table }) => table,
  needs: ({ table, long, having }) => [
    ...(long === undefined ? [during(table)] : [lookingBack(table, daysLookedAt(long))]),
    ...having.map((one) => during(one.table)),
  ],
  count: (reading, of, asked) => {
    const days = selectUnits(reading, of);
    let points = lastDays(reading, days);
    if (of.long !== undefined) {
      const isLong = isLongTerm(days, of.long);
      points = filter(points, (i) => isLong(points.person[i], points.from[i]));
    }
    if (of.beyond !== undefined) points = beyond(reading, points, of.beyond);
    const by = conditionDimension(reading, of.table, of.having, asked);
    if (of.having.length > 0) points = onDaysOf(points, forGood(conditionDays(reading, of.having, { by })), by);
    if (of.count === "weeks") points = { ...points, weight: weeksSoFar(reading, points) };
    return { stretches: points, own: by && [by], onLastDay: true, value: of.count === "persons" ? "persons" : "sum" };
  },
};

function lookingBack(table: Need["table"], days: number): Need {
  return { table, from: (period) => Math.min(period.from, addDays(period.to, -days)), to: (period) => period.to };
}

/** One day of each stretch for each window whose last day lies in it: that day. */
export function lastDays({ windows: { bounds, at } }: Reading, stretches: Stretches): Stretches {
  const [begin, end] = [bounds[0], bounds[bounds.length - 1]];
  const points = startList(stretches.count);
  for (let i = 0; i < stretches.count; i++) {
    const from = Math.max(stretches.from[i], begin);
    const to = Math.min(stretches.to[i], end);
    for (let w = from < to ? at[from - begin] : at.length; w + 1 < bounds.length && bounds[w + 1] <= to; w++)
      addPart(points, stretches, i, bounds[w + 1] - 1, bounds[w + 1]);
  }
  return points;
}

/** The points of benefit days on which the spell has lasted more than so many days. */
function beyond(reading: Reading, points: Stretches, days: number): Stretches {
  const lasted = daysSoFar(reading, points);
  return filter(points, (i) => lasted[i] > days);
}

function weeksSoFar(reading: Reading, points: Stretches): Float64Array {
  return Float64Array.from(daysSoFar(reading, points), (days) => days / 7);
}

/** How many days the spell of each point has lasted, the point's own included. */
function daysSoFar(reading: Reading, points: Stretches): Int32Array {
  const spells = benefitSpells(reading);
  const benefits = benefitOf(reading);
  const lasted = new Int32Array(points.count);
  for (let i = 0, start = 0; i < points.count; i++) {
    while (start < spells.count && spells.person[start] < points.person[i]) start++;
    for (let k = start; k < spells.count && spells.person[k] === points.person[i]; k++)
      if (
        benefits[spells.row[k]] === benefits[points.row[i]] &&
        spells.place[k] === points.place[i] &&
        spells.from[k] <= points.from[i] &&
        points.from[i] < spells.to[k]
      )
        lasted[i] = points.from[i] - spells.from[k] + 1;
  }
  return lasted;
}

/** What held once holds from then on. */
function forGood(days: Stretches): Stretches {
  return { ...days, to: new Int32Array(days.count).fill(OPEN_END) };
}
