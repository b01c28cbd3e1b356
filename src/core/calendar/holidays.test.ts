import { expect, test } from "vitest";
import { addDays, formatDay, parseDay } from "./day.ts";
import { addWorkdays, easterSunday, isHoliday, isWorkday, workdaysBetween } from "./holidays.ts";

// Dates of Easter as printed in Danish almanacs.
test.each([
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2018, "2018-04-01"],
  [2019, "2019-04-21"],
  [2024, "2024-03-31"],
  [2026, "2026-04-05"],
  [2038, "2038-04-25"],
])("Easter of %i is on %s", (year, date) => {
  expect(formatDay(easterSunday(year))).toBe(date);
});

test("the holidays of 2018", () => {
  const days = ["01-01", "03-29", "03-30", "04-02", "04-27", "05-10", "05-21", "12-25", "12-26"];
  const found: string[] = [];
  for (let day = parseDay("2018-01-01"); day <= parseDay("2018-12-31"); day = addDays(day, 1))
    if (isHoliday(day)) found.push(formatDay(day).slice(5));
  expect(found).toEqual(days);
});

test("store bededag was a holiday for the last time in 2023", () => {
  expect(isHoliday(parseDay("2023-05-05"))).toBe(true);
  expect(isHoliday(parseDay("2024-04-26"))).toBe(false);
});

test("working days step over weekends and holidays", () => {
  expect(isWorkday(parseDay("2018-03-29"))).toBe(false);
  expect(formatDay(addWorkdays(parseDay("2018-03-28"), 1))).toBe("2018-04-03");
  expect(workdaysBetween(parseDay("2018-03-28"), parseDay("2018-04-03"))).toBe(1);
  expect(workdaysBetween(parseDay("2018-04-03"), parseDay("2018-04-03"))).toBe(0);
});
