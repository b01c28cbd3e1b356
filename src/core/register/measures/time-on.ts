import { z } from "zod";
import { groupDays } from "../reading/benefits.ts";
import { conditionDays, conditionDimension, onDaysOf, weighByHours } from "../reading/condition.ts";
import type { Reading } from "../reading/reading.ts";
import { condition } from "../reading/selection.ts";
import { fleksjobRows } from "../reading/status.ts";
import { selectUnits, units } from "../reading/units.ts";
import { join, type Stretches } from "../stretches/list.ts";
import { asSteps, within } from "../stretches/steps.ts";
import { cover } from "../stretches/unite.ts";
import { during, type Measure } from "./measure.ts";
import { flagWord, hoursOrNone } from "./options.ts";

/** Days, each with its weight, per day of the period: full-time persons, running courses, shares of time. */
const spec = units.extend({
  measure: z.literal("time-on"),
  /** Only days on which one of these holds too. */
  while: z.array(condition).default([]),
  /** Only days on which none of these holds. */
  unless: z.array(condition).default([]),
  /** The mean over the days of the period, or the number of days. */
  count: z.enum(["mean", "days"]).default("mean"),
  /** What a day counts: the degree of the benefit, or 1; and the weekly hours of its offers out of `hours`, if given. */
  weight: z.enum(["degree", "days"]).default("degree"),
  hours: hoursOrNone,
  /** Employment in a flex job counts as days on that benefit too. */
  jobs: z.enum(["fleksjob"]).optional(),
  /** A person's day counts at most 1 in a cell. */
  once: flagWord,
});

export const timeOn: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, while: conditions, unless, jobs }) => [
    ...[table, ...[...conditions, ...unless].map((one) => one.table)].map(during),
    ...(jobs === undefined ? [] : [{ ...during("employment"), optional: true }]),
  ],
  count: (reading, { hours, weight, once, jobs, count, ...of }, asked) => {
    const units = jobs === undefined ? selectUnits(reading, of) : withJobs(reading, selectUnits(reading, of));
    const free =
      of.unless.length === 0 ? units : within(units, asSteps(cover(conditionDays(reading, of.unless))), true);
    const days = weight === "days" ? weighByHours(reading, of.table, free, hours) : free;
    const by = conditionDimension(reading, of.table, of.while, asked);
    const met = of.while.length === 0 ? days : onDaysOf(days, conditionDays(reading, of.while, { by, hours }), by);
    return {
      stretches: met,
      own: by && [by],
      value: count === "mean" ? "days" : "sum",
      ...(once && { once: onceBy[weight] }),
    };
  },
};

/** Degrees are added up; a day is a day however many benefits it has. */
const onceBy = { degree: "sum", days: "greatest" } as const;

/** Benefit days, and the days of employment in flex jobs, each once, that are not days on that benefit. */
function withJobs(reading: Reading, days: Stretches): Stretches {
  return join(days, within(cover(fleksjobRows(reading)), asSteps(groupDays(reading, "subsidised-work")), true));
}
