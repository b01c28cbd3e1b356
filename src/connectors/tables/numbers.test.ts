import fc from "fast-check";
import { expect, test } from "vitest";
import { findNumber } from "#core/figures/read-number.ts";
import { dialectOf } from "./numbers.ts";

test("one cell that can be read in one way only settles the column", () => {
  expect(dialectOf(["1.234", "9,08"])).toEqual({ dialect: "da" });
  expect(dialectOf(["1,234", "9.08"])).toEqual({ dialect: "en" });
  expect(dialectOf(["1.234", "12.345.678"])).toEqual({ dialect: "da" });
});

test("a column whose cells mean something else in each dialect is refused", () => {
  expect(dialectOf(["17", "1.234"])).toEqual({ ambiguous: "1.234" });
});

test("whole numbers without marks need no dialect", () => {
  expect(dialectOf(["17", "0", "43070"])).toEqual({ dialect: "da" });
});

test("what was written in a dialect is either read back as written or refused, never read as another number", () => {
  const columns = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(columns, fc.constantFrom("da", "en"), fc.integer({ min: 0, max: 4 }), (column, dialect, digits) => {
      const format = new Intl.NumberFormat(dialect === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: digits });
      const cells = column.map((value) => format.format(value).replace("-0", "0"));
      const settled = dialectOf(cells);
      if ("ambiguous" in settled) return;
      for (const cell of cells) expect(findNumber(cell, settled.dialect)?.value).toBe(findNumber(cell, dialect)?.value);
    }),
  );
});
