import { expect, test } from "vitest";
import { addToMonth, parseMonth } from "../../calendar/month.ts";
import { inFull, lateBy } from "./late.ts";

const first = parseMonth("2016-01");
const newest = {
  last: addToMonth(first, 35),
  fullTime: [new Float64Array(36).fill(1000), new Float64Array(36).fill(50)],
};

/** An extract that knew so many months, of the last ones 80, 95 and 99 of 100 of the first benefit, of the other all. */
function extract(months: number, lacking = 0) {
  const fullTime = new Float64Array(months).fill(1000);
  fullTime.set([990, 950, 800 - lacking], months - 3);
  return { last: addToMonth(first, months - 1), fullTime: [fullTime, new Float64Array(months).fill(50)] };
}

test("what older extracts lacked of their last months is expected to be lacking of the newest, by benefit", () => {
  const late = lateBy(newest, first, [extract(20), extract(24)]);
  if (late === undefined) throw new Error("two extracts tell nothing");
  expect(late.extracts).toBe(2);
  // All benefits together: (20 + 2 × 1050) ÷ (20 + 2 × 850), lent to each as 20 persons.
  const shared = 2120 / 1720;
  const told = inFull(Float64Array.of(500, 500, 500, 500, 500, 500, 500, 400), late, 0);
  expect(told).toHaveLength(6);
  expect(told.at(-1)?.at).toBe(7);
  expect(told.at(-1)?.mean).toBeCloseTo((400 * (20 * shared + 2000)) / (20 + 1600), 9);
  expect(told.at(-2)?.mean).toBeCloseTo((500 * ((20 * 2120) / 2020 + 2000)) / (20 + 1900), 9);
  expect(told[0].mean).toBe(500);
  expect(inFull(Float64Array.of(40), late, 1)[0].mean).toBeCloseTo((40 * (20 * shared + 100)) / (20 + 100), 9);
});

test("an interval is as wide as what came strayed from what the other extracts say, and wider of few extracts", () => {
  const width = (...older: (typeof newest)[]) => {
    const late = lateBy(newest, first, older);
    const [, month] = late ? inFull(Float64Array.of(1000, 800), late, 0) : [];
    expect(month.lo95).toBeLessThan(month.lo80);
    expect(month.lo80).toBeLessThan(month.mean);
    expect(month.hi80 - month.mean).toBeCloseTo(month.mean - month.lo80, 9);
    return month.hi80 - month.lo80;
  };
  const alike = width(extract(20), extract(22), extract(24), extract(26));
  const unlike = width(extract(20, 60), extract(22, -60), extract(24, 40), extract(26, -40));
  expect(unlike).toBeGreaterThan(2 * alike);
  expect(width(extract(20))).toBeGreaterThan(unlike);
});

test("nothing is guessed from one extract, nor from one so new that its months are not told in full", () => {
  expect(lateBy(newest, first, [])).toBeUndefined();
  expect(lateBy(newest, first, [extract(33)])).toBeUndefined();
});
