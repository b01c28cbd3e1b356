import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDay } from "../calendar/day.ts";
import { cprFacts, findCpr, hideCpr, mentionsCpr } from "./cpr.ts";

// Every number here has 60 added to its day, as replacement numbers have: none is a living person's.

test("a CPR number is found with hyphen, without, without its leading zero and with letters", () => {
  for (const written of ["710190-1234", "7101901234", "710190 1234"]) expect(findCpr(written)).toBe("7101901234");
  expect(findCpr("101901234")).toBe("0101901234");
  expect(findCpr("710190-AB12")).toBe("710190AB12");
});

test("what is no day of any month is no CPR number", () => {
  for (const written of ["710090-1234", "711390-1234", "920190-1234", "910290-1234", "12345", "71019O-1234"])
    expect(findCpr(written), written).toBeUndefined();
});

test("the seventh digit tells the century", () => {
  const born = (digits: string) => formatDay(cprFacts(digits)!.birth).slice(0, 4);
  // The table of CPR-kontoret: 0-3, 4, 5-8, 9.
  expect([born("7101990004"), born("7101363004")]).toEqual(["1999", "1936"]);
  expect([born("7101364004"), born("7101374004"), born("7101369004"), born("7101379004")]).toEqual([
    "2036",
    "1937",
    "2036",
    "1937",
  ]);
  expect([born("7101575004"), born("7101588004")]).toEqual(["2057", "1858"]);
});

test("an even last digit is a woman's, and 60 is taken from the day", () => {
  expect(cprFacts("7301901234")).toEqual({ birth: 7317, sex: "kvinde" });
  expect(formatDay(cprFacts("7301901234")!.birth)).toBe("1990-01-13");
  expect(cprFacts("7301901233")?.sex).toBe("mand");
});

test("29 February of a common year gives no birthday", () => {
  expect(cprFacts("8902011234")).toBeUndefined();
});

test("CPR numbers are blotted out of a text, and other numbers are not", () => {
  expect(hideCpr("borger 710190-1234, sag 7101901234.")).toBe("borger [CPR], sag [CPR].");
  expect(hideCpr("p 9999999999 og 1234567 og 2018-09-30")).toBe("p 9999999999 og 1234567 og 2018-09-30");
  expect(hideCpr("101901234")).toBe("[CPR]");
  expect(mentionsCpr("sag 710190 - 1234")).toBe(true);
  expect(mentionsCpr("101901234")).toBe(false);
  expect(mentionsCpr("kontakt V1003309680-1")).toBe(false);
});

test("digits within the names the program makes are no CPR number", () => {
  const uuid = "19d30371-9497-4a02-88cf-312667477d5f";
  const hash = "7101901234".padEnd(64, "a");
  for (const name of [uuid, hash]) {
    expect(hideCpr(`kommentar ${name}, udgave 1`)).toBe(`kommentar ${name}, udgave 1`);
    expect(mentionsCpr(name)).toBe(false);
  }
  expect(hideCpr(`${uuid} 710190-1234`)).toBe(`${uuid} [CPR]`);
  expect(mentionsCpr(`${hash} 7101901234`)).toBe(true);
});

test("no ten digits that are a CPR number survive being hidden, whatever stands around them", () => {
  const digits = (low: number, high: number) => fc.integer({ min: low, max: high }).map((n) => `${n}`.padStart(2, "0"));
  const number = fc.tuple(
    digits(61, 88),
    digits(1, 12),
    digits(0, 99),
    fc.constantFrom("", "-", " "),
    fc.integer({ min: 1000, max: 9999 }),
  );
  fc.assert(
    fc.property(fc.string(), number, fc.string(), (before, [d, m, y, dash, serial], after) => {
      const text = `${before} ${d}${m}${y}${dash}${serial} ${after}`;
      expect(hideCpr(text)).not.toContain(`${d}${m}${y}${dash}${serial}`);
    }),
  );
});
