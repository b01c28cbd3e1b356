import { expect, test } from "vitest";
import { findUnit, parseUnit, units, unitWords } from "./unit.ts";

test.each([
  ["fuldtidspersoner", "full-time-persons", 0],
  ["helårspersoner", "full-time-persons", 0],
  ["borgere", "persons", 0],
  ["Unge", "persons", 0],
  ["sygedagpengemodtagere", "persons", 0],
  ["jobparate kontanthjælpsmodtagere", "persons", 0],
  ["virksomheder", "companies", 0],
  ["kr.", "DKK", 0],
  ["t.kr.", "DKK", 3],
  ["mio. kr.", "DKK", 6],
  ["mia.  kr", "DKK", 9],
  ["%", "share", -2],
  ["pct.", "share", -2],
  ["procentpoint", "share-points", -2],
  ["pct.point", "share-points", -2],
  ["pct. point", "share-points", -2],
  ["pp", "share-points", -2],
  ["uger", "weeks", 0],
  ["år", "years", 0],
  ["forløb", "count", 0],
  ["praktikforløb", "count", 0],
  ["rekrutteringer", "count", 0],
  ["plads", "rank", 0],
])("«%s» is %s, times ten to the %i", (printed, unit, exponent) => {
  expect(findUnit(printed)).toEqual({ unit, exponent });
});

test.each(["", "halvtidspersoner", "constructor", "modtagere af", "euro"])("«%s» is no unit", (printed) => {
  expect(findUnit(printed)).toBeUndefined();
});

test("an unknown unit is refused with the nearest known one", () => {
  expect(() => parseUnit("fuldtidsprsoner")).toThrow("Mente du «fuldtidspersoner»?");
  expect(() => parseUnit("xyzzy")).toThrow("Skriv fx personer");
});

test("the heading of every unit that is printed as a word reads as that unit", () => {
  for (const unit of units.filter((one) => one !== "rank"))
    expect(findUnit(unitWords[unit].name.da)?.unit, unit).toBe(unit);
});
