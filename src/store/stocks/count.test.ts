import { expect, test } from "vitest";
import { parseDay } from "#core/calendar/day.ts";
import { parseMonth } from "#core/calendar/month.ts";
import { countStocks } from "#core/register/counting/stocks.ts";
import { cellsOf } from "#core/register/counting/table.ts";
import { personsAt, sumAt } from "#core/register/counting/tally.ts";
import { seriesOf, windowsOf } from "#core/register/counting/windows.ts";
import { registerFromRows } from "#core/register/from-rows.ts";
import { readAsOf } from "#core/register/reading/as-of.ts";
import { countStocksTogether } from "./count.ts";

const benefits = ["dagpenge", "kontanthjaelp", "sygedagpenge"];
const register = registerFromRows({
  extracted: "2018-12-31",
  tables: {
    benefits: Array.from({ length: 200 }, (_, k) => ({
      person_id: `p${k % 37}`,
      benefit: benefits[k % 3],
      from: `2018-0${1 + (k % 9)}-${10 + (k % 19)}`,
      to: k % 5 === 0 ? "" : `2018-12-0${1 + (k % 9)}`,
      degree: k % 4 === 0 ? 0.5 : 1,
      municipality: k % 2 === 0 ? "165" : "",
    })),
    residence: [{ person_id: "p1", municipality: "851", from: "2010-01-01" }],
  },
});

test("several threads count what one does", async () => {
  const read = readAsOf(register, parseDay("2018-12-31"));
  const [periods] = seriesOf(parseMonth("2018-01"), parseMonth("2018-12"), "month");
  const by = ["benefit", "municipality"];
  const together = await countStocksTogether(read, periods, by, 3);
  const alone = countStocks(read, { benefitGroups: new Map(), pensionAges: [], contacts: [] }, windowsOf(periods), by);
  expect(together.cells).toHaveLength(cellsOf(alone).size);
  for (const { cell, words } of cellsOf(alone).values()) {
    const at = together.cells.findIndex((one) => JSON.stringify(one) === JSON.stringify(words)) * 12;
    expect([...together.persons.subarray(at, at + 12)]).toEqual(periods.map((_, w) => personsAt(alone.tally, cell, w)));
    expect([...together.days.subarray(at, at + 12)]).toEqual(periods.map((_, w) => sumAt(alone.tally, cell, w)));
  }
});
