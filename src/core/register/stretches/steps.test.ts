import fc from "fast-check";
import { expect, test } from "vitest";
import { add, type Stretches, sorted, startList } from "./list.ts";
import { decide, lookAhead, lookUp, split, within } from "./steps.ts";

const spans = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 15 }),
    code: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 10 },
);
type Span = (typeof spans extends fc.Arbitrary<infer S> ? S : never)[number];

function stretchesOf(given: readonly Span[]): Stretches {
  const list = startList();
  for (const { person, from, days, code } of given) {
    const at = add(list, person, from, from + days, 1, list.count, 0);
    list.code[at] = code;
  }
  return sorted(list);
}

/** The least code on each day of each person. */
function leastByDay(stretches: Stretches): Map<string, number> {
  const days = new Map<string, number>();
  for (let i = 0; i < stretches.count; i++)
    for (let day = stretches.from[i]; day < stretches.to[i]; day++) {
      const key = `${stretches.person[i]} ${day}`;
      days.set(key, Math.min(days.get(key) ?? 9, stretches.code[i]));
    }
  return days;
}

test("one of several decides each day, and nobody has two values on a day", () => {
  fc.assert(
    fc.property(spans, (given) => {
      const stretches = stretchesOf(given);
      const steps = decide(stretches, (i, j) => stretches.code[i] < stretches.code[j]);
      const at = lookUp(steps);
      for (const [key, code] of leastByDay(stretches)) {
        const [person, day] = key.split(" ").map(Number);
        expect(at(person, day)).toBe(code);
      }
      expect(at(4, 3)).toBe(0);
    }),
  );
});

test("cut by steps, no day is lost and none is there twice", () => {
  fc.assert(
    fc.property(spans, spans, (given, other) => {
      const all = stretchesOf(other);
      const steps = decide(all, (i, j) => all.code[i] < all.code[j]);
      const stretches = stretchesOf(given);
      const [parts, inside, outside] = [
        split(stretches, steps),
        within(stretches, steps),
        within(stretches, steps, true),
      ];
      const days = ({ count, from, to }: Stretches) =>
        Array.from({ length: count }, (_, i) => to[i] - from[i]).reduce((sum, one) => sum + one, 0);
      expect(days(parts)).toBe(days(stretches));
      expect(days(inside) + days(outside)).toBe(days(stretches));
      const at = lookUp(steps);
      for (let i = 0; i < parts.count; i++) expect(at(parts.person[i], parts.from[i])).toBe(parts.code[i]);
    }),
  );
});

test("until the day that is looked ahead to, a person's value stays what it is", () => {
  fc.assert(
    fc.property(spans, (given) => {
      const steps = decide(stretchesOf(given), (i, j) => given[i].code < given[j].code);
      const [valueOn, until] = [lookUp(steps), lookAhead(steps)];
      for (const person of [1, 2, 3])
        for (let day = 0; day < 40; day++) {
          const next = until(person, day);
          const values = new Set<number>();
          for (let on = day; on < Math.min(next, 40); on++) values.add(valueOn(person, on));
          expect(values).toEqual(new Set([valueOn(person, day)]));
        }
    }),
  );
});
