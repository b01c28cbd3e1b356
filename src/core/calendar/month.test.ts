import fc from "fast-check";
import { expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import { addDays, formatDay, isDay, parseDay } from "./day.ts";
import {
  addToMonth,
  daysIn,
  findMonth,
  firstDay,
  firstDayAfter,
  formatMonth,
  isMonth,
  monthFrom,
  monthOf,
  parseMonth,
  sayMonth,
} from "./month.ts";

const month = fc.integer({ min: 1900 * 12, max: 2100 * 12 + 11 }).filter(isMonth);

test("a month is written and read again", () => {
  fc.assert(
    fc.property(month, (at) => {
      expect(parseMonth(formatMonth(at))).toBe(at);
    }),
  );
});

test("the days of a month lie from its first to its last", () => {
  fc.assert(
    fc.property(month, (at) => {
      expect(monthOf(firstDay(at))).toBe(at);
      expect(monthOf(addDays(firstDayAfter(at), -1))).toBe(at);
      expect(firstDayAfter(at)).toBe(firstDay(addToMonth(at, 1)));
      expect(firstDayAfter(at) - firstDay(at)).toBe(daysIn(at));
    }),
  );
});

test("a day lies in the month its date names", () => {
  const anyDay = fc.integer({ min: parseDay("1900-01-01"), max: parseDay("2100-12-31") }).filter(isDay);
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(formatMonth(monthOf(day))).toBe(formatDay(day).slice(0, 7));
    }),
  );
});

test.each(["2018-13", "2018-00", "2018-9", "2018M09", "09-2018", ""])("«%s» is not a month", (text) => {
  expect(findMonth(text)).toBeUndefined();
  expect(() => parseMonth(text)).toThrow(BrokenInput);
});

test("a year has twelve months", () => {
  expect(() => monthFrom(2018, 13)).toThrow(BrokenInput);
  expect(monthFrom(2019, 1) - monthFrom(2018, 12)).toBe(1);
});

test("a month is said in both languages", () => {
  expect([sayMonth(parseMonth("2018-05"), "da"), sayMonth(parseMonth("2018-05"), "en")]).toEqual([
    "maj 2018",
    "May 2018",
  ]);
});
