import { z } from "zod";
import { findNumber } from "../dictionary.ts";
import { benefitOf, benefitSpells } from "../reading/benefits.ts";
import { getColumn, type Reading } from "../reading/reading.ts";
import { select, selection } from "../reading/selection.ts";
import { addPart, type Stretches, startList, weigh } from "../stretches/list.ts";
import { during, type Measure } from "./measure.ts";

/** Rows with a date in the period, or what a column of theirs adds up to. */
const spec = selection.extend({
  measure: z.literal("events"),
  count: z.string().default("rows"),
  /** Only the first in each spell on a benefit. */
  firstIn: z.string().optional(),
});

export const events: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: ({ table, firstIn }) => [during(table), ...(firstIn === undefined ? [] : [during("benefits")])],
  count: (reading, { count, firstIn, ...of }) => {
    const all = select(reading, of);
    const rows = firstIn === undefined ? all : firstOfSpell(reading, firstIn, all);
    if (count === "rows" || rows.count === 0) return { stretches: rows, value: "sum" };
    const amounts = getColumn(reading, of.table, count);
    // An amount that is not known adds nothing.
    return { stretches: weigh(rows, (i) => amounts[rows.row[i]] || 0), value: "sum" };
  },
};

/** The first event of a person in each spell on the benefit. */
function firstOfSpell(reading: Reading, benefit: string, rows: Stretches): Stretches {
  const code = findNumber(reading.register.dictionaries.benefit, benefit);
  const benefits = benefitOf(reading);
  const spells = benefitSpells(reading);
  const first = startList(rows.count);
  let start = 0;
  let taken = new Set<number>();
  for (let i = 0; i < rows.count; i++) {
    if (i === 0 || rows.person[i] !== rows.person[i - 1]) {
      taken = new Set();
      while (start < spells.count && spells.person[start] < rows.person[i]) start++;
    }
    let isFirst = false;
    for (let k = start; k < spells.count && spells.person[k] === rows.person[i]; k++) {
      const inSpell = spells.from[k] <= rows.from[i] && rows.from[i] < spells.to[k];
      if (benefits[spells.row[k]] !== code || !inSpell || taken.has(k)) continue;
      taken.add(k);
      isFirst = true;
    }
    if (isFirst) addPart(first, rows, i);
  }
  return first;
}
