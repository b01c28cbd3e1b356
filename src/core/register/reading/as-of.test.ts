import { expect, test } from "vitest";
import { OPEN_END, parseDay } from "../../calendar/day.ts";
import { registerFromRows } from "../from-rows.ts";
import { readAsOf } from "./as-of.ts";

const register = registerFromRows({
  extracted: "2018-12-31",
  tables: {
    benefits: [
      { person_id: "a", benefit: "dagpenge", from: "2018-01-01", to: "2018-06-30" },
      { person_id: "a", benefit: "dagpenge", from: "2018-01-01", to: "2018-09-30" },
      { person_id: "a", benefit: "dagpenge", from: "2018-07-01", to: "2018-07-31" },
      { person_id: "b", benefit: "dagpenge", from: "2018-02-01", to: "2018-02-28" },
    ],
    residence: [{ person_id: "a", municipality: "165", from: "2010-01-01", to: "2018-08-31", end: "flyttet" }],
    job_orders: [
      {
        job_order_id: "j",
        p_number: "p",
        occupation: "1",
        positions: 1,
        received: "2018-01-05",
        closed: "2018-09-01",
        outcome: "besat",
        municipality: "165",
      },
    ],
    inquiries: [{ received: "2018-05-01T08:00", answered: "2018-07-01T00:30" }],
    survey_answers: [
      { survey: "s", date: "2018-05-01", question: "q", score: 4 },
      { survey: "s", date: "2018-05-01", question: "q", score: 4 },
    ],
  },
});
const read = readAsOf(register, parseDay("2018-06-30")).register.tables;

test("rows from after the day are unread, and an end after it is read as running", () => {
  // The first two rows differ only in an end: the earlier is on the day itself, and stands.
  expect([...read.benefits!.columns.to]).toEqual([parseDay("2018-07-01"), OPEN_END, parseDay("2018-03-01")]);
});

test("what is only known at the end is not known before it", () => {
  expect([...read.residence!.columns.end]).toEqual([0]);
  expect([...read.job_orders!.columns.outcome]).toEqual([0]);
  expect([...read.inquiries!.columns.answered]).toEqual([Number.NaN]);
});

test("rows that are then equal are one, but two equal answers are two", () => {
  const earlier = readAsOf(register, parseDay("2018-05-31")).register.tables;
  expect(earlier.benefits!.count).toBe(2);
  expect(earlier.survey_answers!.count).toBe(2);
});

test("no day is later than that of extraction", () => {
  expect(readAsOf(register, parseDay("2019-06-30")).asOf).toBe(parseDay("2018-12-31"));
});

test("a register that says nothing after the day is read as it is", () => {
  expect(readAsOf(register, parseDay("2018-12-31")).register.tables.benefits).toBe(register.tables.benefits);
});
