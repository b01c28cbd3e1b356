import { z } from "zod";
import { wholeNumber } from "../../format/scalars.ts";
import { type Stretches, startList } from "../stretches/list.ts";
import { courseRule, joinAlike } from "../stretches/spells.ts";
import { benefitSpells } from "./benefits.ts";
import { getColumn, type Reading, stretchesOf } from "./reading.ts";
import { keepAny, select, selection } from "./selection.ts";

/**
 * What is counted of a table: its `rows`; the `spells` that benefit days form; or the `courses` that rows of one person
 * and type form when at most `gap` days lie between them.
 */
export const units = selection.extend({
  of: z.enum(["rows", "spells", "courses"]).default("rows"),
  gap: wholeNumber.default(7),
});
export type Units = z.output<typeof units>;

/** The units of a table that a selection selects. */
export function selectUnits(reading: Reading, { of, gap, ...selected }: Units): Stretches {
  switch (of) {
    case "rows":
      return select(reading, selected);
    case "spells":
      return keepAny(reading, selected.table, selected.where, benefitSpells(reading));
    case "courses": {
      const rows = select(reading, selected);
      if (stretchesOf(reading, selected.table).count === 0) return startList(0);
      return joinAlike(rows, getColumn(reading, selected.table, "type"), courseRule(gap), reading.asOf);
    }
  }
}
