import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BrokenInput } from "../faults/fault.ts";
import type { Figure } from "./figure.ts";
import { findPrinted, parsePrinted } from "./printed.ts";
import { type Unit, units } from "./unit.ts";
import { writeFigure } from "./write.ts";

test.each([
  ["3.400 fuldtidspersoner", 3400, "full-time-persons", 1],
  ["3400 fuldtidspersoner", 3400, "full-time-persons", 1],
  ["11,4 %", 0.114, "share", 0.001],
  ["11,4%", 0.114, "share", 0.001],
  ["11,4 pct.", 0.114, "share", 0.001],
  ["16,9 procent", 0.169, "share", 0.001],
  ["3 procentpoint", 0.03, "share-points", 0.01],
  ["+3,1 procentpoint", 0.031, "share-points", 0.001],
  ["1,2 mia. kr.", 1_200_000_000, "DKK", 100_000_000],
  ["−4,2 mio. kr.", -4_200_000, "DKK", 100_000],
  ["kr. 500.000", 500_000, "DKK", 1],
  ["12,50 kr.", 12.5, "DKK", 0.01],
  ["-5 personer", -5, "persons", 1],
  ["2.860 borgere", 2860, "persons", 1],
  ["fire samtaler", 4, "count", 1],
  ["tolv uger", 12, "weeks", 1],
  ["halvdelen", 0.5, "share", 0.01],
  ["hver femte", 0.2, "share", 0.01],
  ["en tredjedel", 1 / 3, "share", 0.01],
  ["5. plads", 5, "rank", 1],
  ["nr. 5", 5, "rank", 1],
  [" 26   uger ", 26, "weeks", 1],
] as const)("«%s» is %f %s, to %f", (text, value, unit, step) => {
  expect(parsePrinted(text)).toEqual({ value, unit, printed: text, step });
});

test.each([
  ["300-320 forløb", 300, 320, "count", 1],
  ["10 – 20 %", 0.1, 0.2, "share", 0.01],
  ["3 til 6 måneder", 3, 6, "months", 1],
  ["9,5-10 %", 0.095, 0.1, "share", 0.01],
  ["100.000-200.000 kr.", 100_000, 200_000, "DKK", 1],
] as const)("«%s» reaches from %f to %f %s, to %f", (text, value, upper, unit, step) => {
  expect(parsePrinted(text)).toEqual({ value, upper, unit, printed: text, step });
});

test.each([
  ["ca. 15 mio. kr.", 15_000_000, "about"],
  ["Ca. 800 dagpengemodtagere", 800, "about"],
  ["knap 10%", 0.1, "just-under"],
  ["godt 38%", 0.38, "just-over"],
  ["over 6.000 personer", 6000, "above"],
  ["flere end 80 procent", 0.8, "above"],
  ["mindst 5 år", 5, "at-least"],
  ["op mod halvdelen", 0.5, "up-to"],
  ["under 1 %", 0.01, "below"],
  ["højst 3.400 fuldtidspersoner", 3400, "at-most"],
] as const)("«%s» is %f, %s", (text, value, hedge) => {
  expect(parsePrinted(text)).toMatchObject({ value, hedge });
});

describe("a number without unit", () => {
  test.each([
    ["2.860", "persons", 2860, 1],
    ["11,4", "share", 0.114, 0.001],
    ["-0,5", "share-points", -0.005, 0.001],
    ["fire", "count", 4, 1],
    ["8-10", "persons", 8, 1],
  ] as const)("«%s» takes the unit %s", (text, fallback, value, step) => {
    expect(parsePrinted(text, "da", fallback)).toMatchObject({ value, unit: fallback, step });
  });

  test("takes the unit of a heading, with its scale", () => {
    const heading = { unit: "DKK", exponent: 6 } as const;
    expect(parsePrinted("1,5", "da", heading)).toMatchObject({ value: 1_500_000, unit: "DKK", step: 100_000 });
  });

  test("is refused when there is no unit to take", () => {
    expect(() => parsePrinted("2.860")).toThrow("«2.860» har ingen enhed");
    expect(() => parsePrinted("fire")).toThrow("«fire» har ingen enhed");
  });

  test("keeps the unit it is printed with", () => {
    expect(parsePrinted("12 %", "da", "persons").unit).toBe("share");
  });
});

test.each([
  ["", "tal med enhed"],
  [".", "tal med enhed"],
  ["–", "tal med enhed"],
  ["-", "tal med enhed"],
  ["%", "tal med enhed"],
  ["ca.", "tal med enhed"],
  ["mange personer", "tal med enhed"],
  ["-5-10 personer", "tal med enhed"],
  ["2018-19 personer", "tal med enhed"],
  ["20-10 %", "tal med enhed"],
  ["11,4 % i 2018", "tal med enhed"],
  ["1.23 %", "tre cifre"],
  ["1.2345 kr.", "tre cifre"],
  ["12 fuldtidsprsoner", "Mente du «fuldtidspersoner»?"],
])("«%s» is refused: %s", (text, why) => {
  expect(() => parsePrinted(text)).toThrow(BrokenInput);
  expect(() => parsePrinted(text)).toThrow(why);
  expect(findPrinted(text)).toBeUndefined();
});

test("what is written is read again, to the decimals it was written with", () => {
  const scaled = (unit: Unit) => unit === "share" || unit === "share-points";
  const figure = fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom(...units))
    .filter(([n, unit]) => unit !== "rank" || n > 0)
    .map(([n, unit]): Figure => ({ value: scaled(unit) ? Number(`${n}e-3`) : n, unit }));
  fc.assert(
    fc.property(figure, fc.constantFrom("da", "en"), (one, language) => {
      const read = parsePrinted(writeFigure(one, language), language, one.unit);
      expect([read.value, read.unit]).toEqual([one.value, one.unit]);
    }),
  );
});

test("millions are read as they are written", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom("da", "en"), (tenths, language) => {
      fc.pre(Math.abs(tenths) >= 10);
      const value = tenths * (Math.abs(tenths) >= 10_000 ? 100_000_000 : 100_000);
      expect(parsePrinted(writeFigure({ value, unit: "DKK" }, language), language).value).toBe(value);
    }),
  );
});
