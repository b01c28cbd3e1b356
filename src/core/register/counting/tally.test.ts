import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMonth } from "../../calendar/month.ts";
import { add, sorted, startList } from "../stretches/list.ts";
import { count, personsAt, startTally, sumAt } from "./tally.ts";
import { seriesOf, windowsOf } from "./windows.ts";

const windows = windowsOf(seriesOf(parseMonth("2016-01"), parseMonth("2016-06"), "month")[0]);
const [begin] = windows.bounds;

const rows = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 4 }),
    from: fc.integer({ min: -40, max: 200 }),
    days: fc.integer({ min: 1, max: 120 }),
    cell: fc.integer({ min: 0, max: 2 }),
    eighths: fc.integer({ min: 1, max: 8 }),
  }),
  { maxLength: 15 },
);
type Rows = typeof rows extends fc.Arbitrary<infer R> ? R : never;

function listOf(given: Rows) {
  const list = startList();
  for (const { person, from, days, cell, eighths } of given) {
    const at = add(list, person, begin + from, begin + from + days, eighths / 8, 0, 0);
    list.cell[at] = cell;
  }
  return sorted(list);
}

/** Days times weight, and the persons, of each cell and window, counted day by day. */
function byHand(given: Rows) {
  const sums = new Array(18).fill(0);
  const persons = Array.from({ length: 18 }, () => new Set<number>());
  for (const { person, from, days, cell, eighths } of given)
    for (let day = from; day < from + days; day++) {
      const w = windows.at[day];
      if (w === undefined) continue;
      sums[cell * 6 + w] += eighths / 8;
      persons[cell * 6 + w].add(person);
    }
  return { sums, persons: persons.map((one) => one.size) };
}

test("days times weight and different persons are those one counts day by day", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const tally = startTally(6);
      count(tally, listOf(given), 3, windows);
      const counts = (at: typeof sumAt) =>
        [0, 1, 2].flatMap((cell) => windows.periods.map((_, w) => at(tally, cell, w)));
      expect({ sums: counts(sumAt), persons: counts(personsAt) }).toEqual(byHand(given));
    }),
  );
});
