import { expect, test } from "vitest";
import { addToMonth, parseMonth } from "../../calendar/month.ts";
import { inFull, lateBy } from "./late.ts";

const first = parseMonth("2016-01");
const newest = { last: addToMonth(first, 35), fullTime: [new Float64Array(36).fill(1000)] };

/** An extract that knew so many months, of the last ones 80, 95 and 99 of 100. */
function extract(months: number) {
  const fullTime = new Float64Array(months).fill(1000);
  fullTime.set([990, 950, 800], months - 3);
  return { last: addToMonth(first, months - 1), fullTime: [fullTime] };
}

test("what older extracts lacked of their last months is expected to be lacking of the newest", () => {
  const late = lateBy(newest, first, [extract(20), extract(24)]);
  expect(late?.extracts).toBe(2);
  expect(late?.factors[0]).toBeCloseTo(2020 / 1620, 10);
  expect(late?.factors[1]).toBeCloseTo(2020 / 1920, 10);
  expect(late?.factors[4]).toBe(1);
  const told = late && inFull(Float64Array.of(500, 500, 500, 500, 500, 500, 500, 400), late);
  expect(told?.at(-1)).toEqual({ at: 7, expected: 400 * (2020 / 1620) });
  expect(told).toHaveLength(6);
});

test("nothing is guessed from one extract, nor from one so new that its months are not told in full", () => {
  expect(lateBy(newest, first, [])).toBeUndefined();
  expect(lateBy(newest, first, [extract(33)])).toBeUndefined();
});
