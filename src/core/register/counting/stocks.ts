import type { AsOf } from "../reading/as-of.ts";
import { benefitDays } from "../reading/benefits.ts";
import type { Law } from "../reading/law.ts";
import { everyone, type PersonRange, readings } from "../reading/readings.ts";
import { type CountTable, countInto, startTable } from "./table.ts";
import type { Windows } from "./windows.ts";

/**
 * Full-time persons and persons on benefits in one count: by cell and period, days times degree in `tally.sums` and
 * different persons in `tally.persons`. A range of the persons can be counted by itself, and the counts added.
 */
export function countStocks(
  read: AsOf,
  law: Law,
  windows: Windows,
  by: readonly string[],
  range: PersonRange = everyone(read),
): CountTable {
  const table = startTable(windows.periods.length, "benefits");
  for (const persons of readings(read, law, range)) {
    const reading = { ...persons, windows };
    countInto(table, reading, { stretches: benefitDays(reading), value: "days" }, { where: {}, by, persons: false });
  }
  return table;
}
