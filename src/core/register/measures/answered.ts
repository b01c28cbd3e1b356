import { z } from "zod";
import { type Day, isDay } from "../../calendar/day.ts";
import { addWorkdays, workdaysBetween } from "../../calendar/holidays.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { getColumn } from "../reading/reading.ts";
import { select, selection } from "../reading/selection.ts";
import { addPart, startList } from "../stretches/list.ts";
import { during, type Measure } from "./measure.ts";

/** Inquiries received in the period that were answered in time; or all that could have been; or how long it took. */
const spec = selection.extend({
  measure: z.literal("answered"),
  /** The working days within which an answer is in time. */
  workdays: wholeNumber.default(0),
  /**
   * `in-time`; `due`: all but those that are open and not yet past the day; `workdays`: the working days until the
   * answer, of those that have one.
   */
  count: z.enum(["in-time", "due", "workdays"]),
});

/** The kind of inquiries that are open and can still be answered in time; of others it is 0. */
const STILL_OPEN = 1;

export const answered: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table }) => [during(table)],
  count: (reading, { workdays, count, ...of }) => {
    const rows = select(reading, of);
    const counted = startList(rows.count);
    const dueOf = new Map<number, Day>();
    const answers = rows.count === 0 ? [] : getColumn(reading, of.table, "answered");
    for (let i = 0; i < rows.count; i++) {
      const [received, minute] = [rows.from[i], answers[rows.row[i]]];
      const answer = Number.isNaN(minute) ? undefined : Math.floor(minute / 1440);
      if (!isDay(received)) continue;
      const due = dueOf.get(received) ?? addWorkdays(received, workdays);
      dueOf.set(received, due);
      if (answer === undefined && due >= reading.asOf) counted.kind[addPart(counted, rows, i)] = STILL_OPEN;
      else if (count === "due" || (count === "in-time" && answer !== undefined && answer <= due))
        addPart(counted, rows, i);
      else if (count === "workdays" && answer !== undefined && isDay(answer)) {
        const part = addPart(counted, rows, i);
        counted.weight[part] = workdaysBetween(received, answer);
      }
    }
    const kinds = { counted: Uint8Array.from([1, 0]), apart: { "not-yet-published": STILL_OPEN } };
    return { stretches: counted, value: count === "workdays" ? "median" : "sum", kinds };
  },
};
