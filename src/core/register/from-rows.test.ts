import { expect, test } from "vitest";
import { OPEN_END, parseDay } from "../calendar/day.ts";
import { UNKNOWN_DAY } from "./columns.ts";
import { registerFromRows } from "./from-rows.ts";

const register = registerFromRows({
  extracted: "2018-12-31",
  covers: { benefits: ["2014-01-01", "2018-12-31"] },
  tables: {
    benefits: [
      { person_id: "b", benefit: "dagpenge", from: "2018-02-01", to: "2018-02-28" },
      { person_id: "a", benefit: "kontanthjaelp", from: "2018-01-01", degree: 0.5, municipality: "0851" },
      { person_id: "b", benefit: "dagpenge", from: "2018-01-01", to: "2018-01-31" },
    ],
    persons: [{ person_id: "a" }],
  },
});
const benefits = register.tables.benefits!.columns;

test("the last day of a file becomes the day after, and an empty one runs on", () => {
  expect([...benefits.to]).toEqual([parseDay("2018-02-01"), parseDay("2018-03-01"), OPEN_END]);
  expect(register.covers.benefits!.to).toBe(parseDay("2019-01-01"));
});

test("rows are sorted by person and then by first day", () => {
  expect([...benefits.person_id]).toEqual([1, 1, 2]);
  expect(register.dictionaries.person.words).toEqual(["", "b", "a"]);
  expect(benefits.from[0]).toBe(parseDay("2018-01-01"));
});

test("an empty cell is unknown, or its default", () => {
  expect([...benefits.degree]).toEqual([1, 1, 0.5]);
  expect(benefits.municipality[0]).toBe(0);
  expect(register.tables.persons!.columns.birth_date[0]).toBe(UNKNOWN_DAY);
});

test("a municipality is three digits, however it was written", () => {
  expect(register.dictionaries.municipality.words[benefits.municipality[2]]).toBe("851");
});

test("ids are shared between tables", () => {
  expect(register.tables.persons!.columns.person_id[0]).toBe(benefits.person_id[2]);
});

test("a table or column outside the format is refused", () => {
  expect(() => registerFromRows({ extracted: "2018-12-31", tables: { benefit: [] } })).toThrow("benefit");
  expect(() => registerFromRows({ extracted: "2018-12-31", tables: { benefits: [{ person: "a" }] } })).toThrow(
    "benefits.person",
  );
});
