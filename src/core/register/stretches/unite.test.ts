import fc from "fast-check";
import { expect, test } from "vitest";
import { add, type Stretches, sorted, startList } from "./list.ts";
import { cover, unite } from "./unite.ts";

/** Rows of a person from a day and so many days on, of a kind, with a weight in quarters. */
const rows = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 2 }),
    from: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 15 }),
    kind: fc.integer({ min: 1, max: 2 }),
    quarters: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 12 },
);
type Row = (typeof rows extends fc.Arbitrary<infer R> ? R : never)[number];

function stretchesOf(given: readonly Row[]): Stretches {
  const list = startList();
  for (const [row, { person, from, days, quarters }] of given.entries())
    add(list, person, from, from + days, quarters / 4, row, 0);
  return sorted(list);
}

/** The weight of each person, kind and day, counted day by day. */
function byDay(stretches: Stretches, kinds: readonly number[]): Map<string, number> {
  const days = new Map<string, number>();
  for (let i = 0; i < stretches.count; i++)
    for (let day = stretches.from[i]; day < stretches.to[i]; day++) {
      const key = `${stretches.person[i]} ${kinds[stretches.row[i]]} ${day}`;
      days.set(key, (days.get(key) ?? 0) + stretches.weight[i]);
    }
  return days;
}

test("what overlaps is united by day: the weights added, at most to 1, and every other day as it was", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const kinds = given.map(({ kind }) => kind);
      const stretches = stretchesOf(given);
      const expected = [...byDay(stretches, kinds)].map(([key, weight]): [string, number] => [
        key,
        Math.min(1, weight),
      ]);
      expect(new Map([...byDay(unite(stretches, kinds), kinds)].sort())).toEqual(new Map(expected.sort()));
    }),
  );
});

test("united stretches of a kind never share a day, and come in the order of their first days", () => {
  fc.assert(
    fc.property(rows, (given) => {
      const kinds = given.map(({ kind }) => kind);
      const united = unite(stretchesOf(given), kinds);
      const total = Array.from({ length: united.count }, (_, i) => united.to[i] - united.from[i]);
      expect(byDay(united, kinds).size).toBe(total.reduce((sum, days) => sum + days, 0));
      expect(sorted(united)).toBe(united);
    }),
  );
});

test("a gap of so many days is bridged, one of a day more is not", () => {
  const list = startList();
  add(list, 1, 0, 5, 1, 0, 0);
  add(list, 1, 12, 15, 1, 1, 0);
  add(list, 1, 23, 24, 1, 2, 0);
  const covered = cover(list, 7);
  expect([...covered.from.subarray(0, covered.count)]).toEqual([0, 23]);
  expect([...covered.to.subarray(0, covered.count)]).toEqual([15, 24]);
});
