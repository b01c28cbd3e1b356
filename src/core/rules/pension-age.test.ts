import { expect, test } from "vitest";
import { formatDay, parseDay } from "../calendar/day.ts";
import { pensionAgeFile, pensionDay } from "./pension-age.ts";

const { pensionAges } = pensionAgeFile.parse({
  pensionAges: [
    { bornFrom: "1900-01-01", months: "780", source: "test" },
    { bornFrom: "1954-01-01", months: "786", source: "test" },
  ],
});

test("the age follows the day of birth", () => {
  expect(formatDay(pensionDay(pensionAges, parseDay("1953-12-31")))).toBe("2018-12-31");
  expect(formatDay(pensionDay(pensionAges, parseDay("1954-01-01")))).toBe("2019-07-01");
});

test("who was born on 29 February has it on the last day of the month where there is none", () => {
  expect(formatDay(pensionDay(pensionAges, parseDay("1952-02-29")))).toBe("2017-02-28");
});
