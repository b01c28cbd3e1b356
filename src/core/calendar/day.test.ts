import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  endOfMonth,
  findDay,
  formatDay,
  isDay,
  OPEN_END,
  parseDanishDay,
  parseDay,
  partsOf,
  sayDay,
  weekday,
} from "./day.ts";

const FIRST = parseDay("1900-01-01");
const LAST = parseDay("2100-12-31");
const day = fc.integer({ min: FIRST, max: LAST }).filter(isDay);

/** The platform's own calendar, which core does not use. */
function platform(of: Day): Date {
  return new Date(of * 86_400_000);
}

test("every day from 1900 to 2100 agrees with the platform's calendar", () => {
  for (let at = FIRST; at <= LAST; at = addDays(at, 1)) {
    const date = platform(at);
    const { year, month, day: dayOfMonth } = partsOf(at);
    const agrees =
      year === date.getUTCFullYear() &&
      month === date.getUTCMonth() + 1 &&
      dayOfMonth === date.getUTCDate() &&
      weekday(at) === (date.getUTCDay() || 7) &&
      dayOf(year, month, dayOfMonth) === at &&
      findDay(formatDay(at)) === at;
    if (!agrees) expect.fail(`${formatDay(at)} is not ${date.toISOString()}`);
  }
});

test("days of any year agree with the platform's calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }).filter(isDay), (at) => {
      expect(formatDay(at)).toBe(platform(at).toISOString().slice(0, 10));
    }),
  );
});

describe("adding months", () => {
  test.each([
    ["2018-01-31", 3, "2018-04-30"],
    ["2018-01-31", 1, "2018-02-28"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2018-03-15", -3, "2017-12-15"],
    ["2018-12-31", 0, "2018-12-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(formatDay(addMonths(parseDay(from), months))).toBe(to);
  });

  test("lands in the month so many months later, on the same day or that month's last", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months);
        const [a, b] = [partsOf(from), partsOf(to)];
        expect(b.year * 12 + b.month - (a.year * 12 + a.month)).toBe(months);
        expect(b.day === a.day || (b.day < a.day && to === endOfMonth(to))).toBe(true);
      }),
    );
  });
});

test("what is open stays open, whatever is added", () => {
  expect([addDays(OPEN_END, -5), addMonths(OPEN_END, 3)]).toEqual([OPEN_END, OPEN_END]);
});

test("the last day of a month is followed by the first of the next", () => {
  fc.assert(
    fc.property(day, (at) => {
      const end = endOfMonth(at);
      expect(partsOf(end).month).toBe(partsOf(at).month);
      expect(partsOf(addDays(end, 1)).day).toBe(1);
    }),
  );
});

test.each([
  "2018-02-31",
  "2019-02-29",
  "1900-02-29",
  "2018-13-01",
  "2018-00-10",
  "2018-9-30",
  "201a-09-30",
  "2018-0a-30",
  "2018-09-3 ",
  "2018-09-+1",
  "2018/09/30",
  "30-09-2018",
  "2018-09-30 ",
  "",
])("«%s» is not an ISO date", (text) => {
  expect(findDay(text)).toBeUndefined();
  expect(() => parseDay(text)).toThrow(BrokenInput);
});

test("the Danish order puts the day first", () => {
  expect(parseDanishDay("30-09-2018")).toBe(parseDay("2018-09-30"));
  expect(() => parseDanishDay("31-02-2018")).toThrow(BrokenInput);
  expect(() => parseDanishDay("3a-09-2018")).toThrow(BrokenInput);
  expect(() => parseDanishDay("2018-09-30")).toThrow(BrokenInput);
});

test("a date that does not exist is named in the fault", () => {
  expect(() => dayOf(2018, 2, 31)).toThrow("2018-02-31");
  expect(() => dayOf(2018, 1.5, 3)).toThrow(BrokenInput);
});

test("a day is a whole number within 32 bits", () => {
  expect([isDay(0), isDay(-1), isDay(OPEN_END), isDay(OPEN_END + 1), isDay(0.5), isDay(Number.NaN)]).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a date is said in both languages", () => {
  const at = parseDay("2018-09-03");
  expect([sayDay(at, "da"), sayDay(at, "en")]).toEqual(["3. september 2018", "3 September 2018"]);
});
