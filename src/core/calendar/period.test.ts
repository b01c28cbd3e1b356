import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import { addDays, formatDay, isDay, parseDay, partsOf, weekday } from "./day.ts";
import { formatMonth, parseMonth } from "./month.ts";
import {
  type CalendarKind,
  contains,
  endOf,
  endPeriod,
  findPeriod,
  isoWeek,
  lengthInDays,
  monthsOf,
  type Period,
  parsePeriod,
  periodAround,
  periodOfMonth,
  precedes,
  samePeriod,
  sayPeriod,
  shiftYears,
  splitInto,
} from "./period.ts";

const kinds: CalendarKind[] = ["year", "half", "quarter", "month", "week", "day"];
const day = fc.integer({ min: parseDay("1900-01-01"), max: parseDay("2100-12-31") }).filter(isDay);
const calendarPeriod = fc.tuple(day, fc.constantFrom(...kinds)).map(([at, kind]) => periodAround(at, kind));
const rangePeriod = fc
  .tuple(calendarPeriod, calendarPeriod)
  .filter(([a, b]) => precedes(a, b))
  .map(([a, b]) => parsePeriod(`${a.id}..${b.id}`));
const rollingPeriod = fc
  .tuple(fc.integer({ min: 1901, max: 2100 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, quarter]) => parsePeriod(`${year}QMAT0${quarter}`));
const stretch = fc.oneof(calendarPeriod, rangePeriod, rollingPeriod);
const period = fc.oneof(stretch, stretch.map(endOf));

function span({ from, to }: Period): string {
  return `${formatDay(from)} ${formatDay(addDays(to, -1))}`;
}

describe("reading", () => {
  test.each([
    ["2018", "year", "2018", "2018-01-01 2018-12-31"],
    ["2018H1", "half", "2018H1", "2018-01-01 2018-06-30"],
    ["2018H2", "half", "2018H2", "2018-07-01 2018-12-31"],
    ["2018Q3", "quarter", "2018Q3", "2018-07-01 2018-09-30"],
    ["2018-09", "month", "2018-09", "2018-09-01 2018-09-30"],
    ["2018-W36", "week", "2018-W36", "2018-09-03 2018-09-09"],
    ["2020-W53", "week", "2020-W53", "2020-12-28 2021-01-03"],
    ["2018-09-30", "day", "2018-09-30", "2018-09-30 2018-09-30"],
    ["2018Q2..2019Q1", "range", "2018Q2..2019Q1", "2018-04-01 2019-03-31"],
    ["2018M09..2019", "range", "2018-09..2019", "2018-09-01 2019-12-31"],
    ["2018..2018Y01", "year", "2018", "2018-01-01 2018-12-31"],
    ["end of 2018", "end", "end of 2018", "2018-12-31 2018-12-31"],
    ["end of 2018K2", "end", "end of 2018Q2", "2018-06-30 2018-06-30"],
    ["2018M09", "month", "2018-09", "2018-09-01 2018-09-30"],
    ["2018Q01", "quarter", "2018Q1", "2018-01-01 2018-03-31"],
    ["2018Y01", "year", "2018", "2018-01-01 2018-12-31"],
    ["2018K3", "quarter", "2018Q3", "2018-07-01 2018-09-30"],
    ["2022QMAT04", "rolling", "2022QMAT04", "2022-01-01 2022-12-31"],
    ["2022QMAT01", "rolling", "2022QMAT01", "2021-04-01 2022-03-31"],
  ])("%s is the %s %s", (text, kind, id, days) => {
    const read = parsePeriod(text);
    expect([read.kind, read.id, span(read)]).toEqual([kind, id, days]);
  });

  test.each([
    "",
    "18",
    "2018H3",
    "2018Q5",
    "2018Q0",
    "2018K03",
    "2018-13",
    "2018M9",
    "2018Y02",
    "2018-W54",
    "2018-W53",
    "2018-W00",
    "2019-02-29",
    "2022QMAT09",
    "2022MMAT04",
    "2018..",
    "..2018",
    "2019..2018",
    "2018..2018-06",
    "2018..2019..2020",
    "end of",
    "end of end of 2018",
    "ultimo 2018",
    " 2018",
  ])("«%s» is not a period", (text) => {
    expect(findPeriod(text)).toBeUndefined();
    expect(() => parsePeriod(text)).toThrow(BrokenInput);
  });

  test("the id of a period reads as the same period", () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(parsePeriod(one.id)).toEqual(one);
      }),
    );
  });
});

test.each([
  ["2018", "2018", "2018"],
  ["2018H1", "1. halvår 2018", "first half of 2018"],
  ["2018Q3", "3. kvartal 2018", "Q3 2018"],
  ["2018-09", "september 2018", "September 2018"],
  ["2018-W06", "uge 6, 2018", "week 6, 2018"],
  ["2018-09-30", "30. september 2018", "30 September 2018"],
  ["2018Q2..2019Q1", "2. kvartal 2018 - 1. kvartal 2019", "Q2 2018 - Q1 2019"],
  ["2022QMAT04", "de fire kvartaler til og med 4. kvartal 2022", "the four quarters to Q4 2022"],
  ["end of 2018", "ultimo 2018", "end of 2018"],
  ["end of 2018Q3", "ultimo 3. kvartal 2018", "end of Q3 2018"],
])("%s is said «%s» and «%s»", (id, da, en) => {
  expect([sayPeriod(parsePeriod(id), "da"), sayPeriod(parsePeriod(id), "en")]).toEqual([da, en]);
});

describe("weeks", () => {
  test("are numbered by the Thursday they hold", () => {
    fc.assert(
      fc.property(day, (at) => {
        const { year, week } = isoWeek(at);
        const thursday = addDays(at, 4 - weekday(at));
        const dayOfYear = thursday - parseDay(`${partsOf(thursday).year}-01-01`);
        expect([year, week]).toEqual([partsOf(thursday).year, 1 + Math.floor(dayOfYear / 7)]);
      }),
    );
  });

  test("are 53 in the years that begin on a Thursday, or in leap years on a Wednesday", () => {
    for (let year = 1900; year <= 2100; year++) {
      const begins = weekday(parseDay(`${year}-01-01`));
      const isLeap = findPeriod(`${year}-02-29`) !== undefined;
      expect(findPeriod(`${year}-W53`) !== undefined, String(year)).toBe(begins === 4 || (isLeap && begins === 3));
    }
  });

  // The rule's own corner cases, ISO 8601:2004 §3.2.2.
  test.each([
    ["2005-01-01", 2004, 53],
    ["2006-01-01", 2005, 52],
    ["2008-12-29", 2009, 1],
    ["2010-01-03", 2009, 53],
  ])("%s lies in %i week %i", (at, year, week) => {
    expect(isoWeek(parseDay(at))).toEqual({ year, week });
  });
});

describe("the end of a period", () => {
  test.each([
    ["2018", "day", "2018-12-31"],
    ["2018", "month", "2018-12"],
    ["2018", "quarter", "2018Q4"],
    ["2018", "half", "2018H2"],
    ["2018", "year", "2018"],
    ["end of 2018Q3", "month", "2018-09"],
    ["2018Q2..2019Q1", "quarter", "2019Q1"],
  ] as const)("%s by %s is %s", (id, frequency, end) => {
    expect(endPeriod(parsePeriod(id), frequency).id).toBe(end);
  });

  test("is its last day, and ends with it", () => {
    fc.assert(
      fc.property(stretch, (one) => {
        const end = endOf(one);
        expect([end.of, end.to, lengthInDays(end), contains(one, end)]).toEqual([one, one.to, 1, true]);
      }),
    );
  });
});

describe("parts", () => {
  test("a year is twelve months, four quarters and one year", () => {
    const year = parsePeriod("2018");
    expect(splitInto(year, "month").map(({ id }) => id)).toEqual(monthsOf(year).map(formatMonth));
    expect(splitInto(year, "quarter").map(({ id }) => id)).toEqual(["2018Q1", "2018Q2", "2018Q3", "2018Q4"]);
    expect(splitInto(year, "year").map(({ id }) => id)).toEqual(["2018"]);
  });

  test("only whole parts count, but months are touched by a day", () => {
    const range = parsePeriod("2018-02..2018-10");
    expect(splitInto(range, "quarter").map(({ id }) => id)).toEqual(["2018Q2", "2018Q3"]);
    expect(splitInto(range, "year")).toEqual([]);
    expect(monthsOf(parsePeriod("2018-W05")).map(formatMonth)).toEqual(["2018-01", "2018-02"]);
    expect(monthsOf(parsePeriod("end of 2018")).map(formatMonth)).toEqual(["2018-12"]);
  });

  test("the months of whole quarters tile them", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = [periodAround(a, "quarter"), periodAround(b, "quarter")];
        fc.pre(first.from <= last.from);
        const range = parsePeriod(`${first.id}..${last.id}`);
        const days = splitInto(range, "month").reduce((sum, month) => sum + lengthInDays(month), 0);
        expect(days).toBe(lengthInDays(range));
        expect(splitInto(range, "month").length).toBe(3 * splitInto(range, "quarter").length);
      }),
    );
  });
});

describe("years later", () => {
  test.each([
    ["2018Q3", 1, "2019Q3"],
    ["2018-09", -1, "2017-09"],
    ["2020-02-29", 1, "2021-02-28"],
    ["2020-W53", 1, "2021-W52"],
    ["2018-W36", 1, "2019-W36"],
    ["2018Q2..2019Q1", 1, "2019Q2..2020Q1"],
    ["end of 2018", -1, "end of 2017"],
    ["2022QMAT04", -1, "2021QMAT04"],
  ])("%s and %i is %s", (id, years, later) => {
    expect(shiftYears(parsePeriod(id), years).id).toBe(later);
  });

  test("there and back is where one was, but for leap days and 53rd weeks", () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -50, max: 50 }), (one, years) => {
        fc.pre(!/-02-29|-W53/.test(one.id));
        expect(shiftYears(shiftYears(one, years), -years)).toEqual(one);
      }),
    );
  });
});

test("periods are compared by their days", () => {
  const [year, months, quarter] = [parsePeriod("2018"), parsePeriod("2018-01..2018-12"), parsePeriod("2018Q1")];
  expect([samePeriod(year, months), samePeriod(year, quarter)]).toEqual([true, false]);
  expect([contains(year, quarter), contains(quarter, year)]).toEqual([true, false]);
  expect([precedes(quarter, parsePeriod("2018Q2")), precedes(quarter, year)]).toEqual([true, false]);
});

test("a month is a period", () => {
  expect(periodOfMonth(parseMonth("2018-09"))).toEqual(parsePeriod("2018-09"));
});
