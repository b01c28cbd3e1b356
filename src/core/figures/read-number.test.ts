import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import { type Dialect, findNumber, readNumber } from "./read-number.ts";
import { writeNumber } from "./write.ts";

describe("in Danish", () => {
  test.each([
    ["2.860", 2860, 0],
    ["1,234", 1.234, 3],
    ["1.234,50", 1234.5, 2],
    ["12.345.678", 12_345_678, 0],
    ["3400", 3400, 0],
    ["0,5", 0.5, 1],
    ["-5", -5, 0],
    ["−4,2", -4.2, 1],
    ["+3,1", 3.1, 1],
    ["-0", 0, 0],
  ])("%s is %f with %i decimals", (text, value, decimals) => {
    expect(readNumber(text, "da")).toEqual({ value, decimals });
  });

  test.each([
    "1.23",
    "1.2345",
    "12.34.567",
    "1234.567",
    "0.123",
    "1,2,3",
    "1.234.",
    ",5",
    "5,",
    "3 400",
    "1e3",
    "–5",
    "",
    "-",
    "NaN",
    "٣",
  ])("«%s» is refused", (text) => {
    expect(findNumber(text, "da")).toBeUndefined();
    expect(() => readNumber(text, "da")).toThrow(BrokenInput);
  });
});

describe("in English", () => {
  test.each([
    ["2,860", 2860, 0],
    ["1.234", 1.234, 3],
    ["1,234.50", 1234.5, 2],
  ])("%s is %f with %i decimals", (text, value, decimals) => {
    expect(readNumber(text, "en")).toEqual({ value, decimals });
  });

  test.each(["1,23", "1.234,5", "1.234.567"])("«%s» is refused", (text) => {
    expect(findNumber(text, "en")).toBeUndefined();
  });
});

test("the fault says what is wrong with the number", () => {
  expect(() => readNumber("1.23", "da")).toThrow("der skal tre cifre efter hvert «.»");
  expect(() => readNumber("1,2,3", "da")).toThrow("«,» står forkert");
  expect(() => readNumber("12 st", "da")).toThrow("andet end cifre");
});

test("a written number is read again, in the dialect it was written in", () => {
  const dialect = fc.constantFrom<Dialect>("da", "en");
  const number = fc
    .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 4 }))
    .map(([digits, decimals]) => ({ value: Number(`${digits}e-${decimals}`), decimals }));
  fc.assert(
    fc.property(number, dialect, fc.boolean(), ({ value, decimals }, language, sign) => {
      expect(readNumber(writeNumber(value, { language, decimals, sign }), language)).toEqual({ value, decimals });
      expect(readNumber(writeNumber(value, { language }), language).value).toBe(value);
    }),
  );
});

test("what a dialect reads it reads as digits and marks say, and as nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,-+"), maxLength: 9 }), (text) => {
      const number = findNumber(text, "da");
      if (number === undefined) return;
      const plain = text.replaceAll(".", "").replace(",", ".");
      expect(number.value).toBe(Number(plain) + 0);
      expect(text.replace(/^[+-]/, "").split(",")[0]).toMatch(/^(\d+|\d{1,3}(\.\d{3})+)$/);
    }),
    { numRuns: 1000 },
  );
});
