import { expect, test } from "vitest";
import { parsePeriod } from "#core/calendar/period.ts";
import { asMonths, findWrittenPeriod } from "./period.ts";

test("periods are read as offices write them", () => {
  const written = {
    "2018M09": "2018-09",
    "2022QMAT04": "2022QMAT04",
    "2018K3": "2018Q3",
    "september 2018": "2018-09",
    "Sep. 2018": "2018-09",
    "sep-18": "2018-09",
    "May 2018": "2018-05",
    "2018 maj": "2018-05",
    "3. kvartal 2018": "2018Q3",
    "3. kv. 2018": "2018Q3",
    "2018 kv3": "2018Q3",
    "1. halvår 2018": "2018H1",
    "9/2018": "2018-09",
    "30-09-2018": "2018-09-30",
  };
  for (const [text, id] of Object.entries(written)) expect(findWrittenPeriod(text)?.id, text).toBe(id);
});

test("what is no period is none", () => {
  for (const text of ["", "I alt", "13/2018", "5. kvartal 2018", "mar", "september", "31-02-2018"])
    expect(findWrittenPeriod(text), text).toBeUndefined();
});

test("a column of first days of months stands for the months", () => {
  const read = (ids: string[]) => asMonths(ids.map(parsePeriod)).map(({ id }) => id);
  expect(read(["2018-08-01", "2018-09-01"])).toEqual(["2018-08", "2018-09"]);
  expect(read(["2018-08-01", "2018-09-02"])).toEqual(["2018-08-01", "2018-09-02"]);
  expect(read(["2018-08-01"])).toEqual(["2018-08-01"]);
});
