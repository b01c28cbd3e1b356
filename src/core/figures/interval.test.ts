import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, divide, type Interval, intervalOf, meet, multiply, sayInterval, subtract } from "./interval.ts";
import { parsePrinted } from "./printed.ts";
import { shift, trusted } from "./round.ts";
import { writeFigure } from "./write.ts";

const INFINITE = Number.POSITIVE_INFINITY;

test.each([
  ["3.400 fuldtidspersoner", 3400, 3400],
  ["1.200 kr.", 1200, 1200],
  ["12,50 kr.", 12.495, 12.505],
  ["15 mio. kr.", 14_500_000, 15_500_000],
  ["1,2 mia. kr.", 1_150_000_000, 1_250_000_000],
  ["11,4 %", 0.1135, 0.1145],
  ["3 procentpoint", 0.025, 0.035],
  ["26 uger", 25.5, 26.5],
  ["300-320 forløb", 300, 320],
  ["10 – 20 %", 0.095, 0.205],
  ["en tredjedel", 1 / 3 - 0.005, 1 / 3 + 0.005],
  ["ca. 15 mio. kr.", 14_250_000, 15_750_000],
  ["ca. 4 %", 0.035, 0.045],
  ["ca. 1.200 flygtninge", 1140, 1260],
  ["ca. 300-320 forløb", 285, 336],
  ["knap 10 %", 0.095, 0.1],
  ["godt 38 %", 0.38, 0.399],
  ["mere end 5.000 personer", 5000, INFINITE],
  ["op mod halvdelen", -INFINITE, 0.5],
])("«%s» stands for %f to %f", (text, low, high) => {
  const interval = intervalOf(parsePrinted(text));
  expect([interval.low, interval.high]).toEqual([trusted(low), trusted(high)]);
});

test("a count of a rounded table stands for half a unit to either side", () => {
  expect(intervalOf(parsePrinted("3.400 personer"), { rounded: true })).toEqual({ low: 3399.5, high: 3400.5 });
});

test("a figure lies in the interval of its own print", () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, decimals) => {
      const { low, high } = intervalOf(parsePrinted(writeFigure({ value, unit: "share" }, "da", { decimals })));
      expect(meet({ low, high }, { low: value, high: value })).toBe(true);
    }),
  );
});

describe("arithmetic", () => {
  const end = fc.integer({ min: -50, max: 50 });
  const interval = fc.tuple(end, end).map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const inside = ({ low, high }: Interval, share: number) => low + (high - low) * share;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const operations = [
    [add, (a: number, b: number) => a + b],
    [subtract, (a: number, b: number) => a - b],
    [multiply, (a: number, b: number) => a * b],
    [divide, (a: number, b: number) => a / b],
  ] as const;

  test("of intervals holds the results of all figures in them", () => {
    fc.assert(
      fc.property(interval, interval, share, share, fc.constantFrom(...operations), (a, b, s, t, [wide, plain]) => {
        const result = plain(inside(a, s), inside(b, t));
        fc.pre(Number.isFinite(result));
        expect(meet(wide(a, b), { low: result, high: result })).toBe(true);
      }),
    );
  });

  test("of intervals reaches no further than the figures at their ends", () => {
    fc.assert(
      fc.property(interval, interval, fc.constantFrom(...operations), (a, b, [wide, plain]) => {
        fc.pre(wide !== divide || b.low > 0 || b.high < 0);
        const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => plain(x, y)));
        const { low, high } = wide(a, b);
        expect(Math.abs(low - Math.min(...ends))).toBeLessThan(1e-9);
        expect(Math.abs(high - Math.max(...ends))).toBeLessThan(1e-9);
      }),
    );
  });

  test("has no bounds where one may divide by 0, and never fails at infinity", () => {
    expect(divide({ low: 1, high: 2 }, { low: 0, high: 1 })).toEqual({ low: -INFINITE, high: INFINITE });
    expect(multiply({ low: 0, high: 1 }, { low: 2, high: INFINITE })).toEqual({ low: 0, high: INFINITE });
    expect(divide({ low: 1, high: 2 }, { low: 4, high: INFINITE })).toEqual({ low: 0, high: 0.5 });
  });
});

describe("meeting", () => {
  test("intervals that touch meet, though floating point puts a hair between them", () => {
    const [a, b] = [intervalOf(parsePrinted("11,4 %")), intervalOf(parsePrinted("11,5 %"))];
    expect([meet(a, b), meet(b, a)]).toEqual([true, true]);
    expect(meet({ low: 0, high: 0.1 + 0.2 }, { low: 0.3, high: 1 })).toBe(true);
    expect(meet({ low: 0.1 + 0.2, high: 1 }, { low: 0, high: 0.3 })).toBe(true);
  });

  test("intervals apart do not", () => {
    expect(meet(intervalOf(parsePrinted("11,4 %")), intervalOf(parsePrinted("11,6 %")))).toBe(false);
    expect(meet({ low: 3, high: 3 }, { low: 4, high: INFINITE })).toBe(false);
  });

  // Aalborg's plan of 2018, §5.2.1: 10.0 % is the share of 413 in 4,360 − 241, uncorrected 9.5 %.
  test("a printed share meets the share of its counts", () => {
    const share = (n: number, of: number) => divide({ low: n, high: n }, { low: of, high: of });
    expect(meet(intervalOf(parsePrinted("10,0 %")), share(413, 4360 - 241))).toBe(true);
    expect(meet(intervalOf(parsePrinted("10,0 %")), share(413, 4360))).toBe(false);
  });
});

test.each([
  ["11,4 %", "fra 11,35 % til 11,45 %", "from 11.35% to 11.45%"],
  ["3.400 fuldtidspersoner", "3.400 fuldtidspersoner", "3,400 full-time persons"],
  ["15 mio. kr.", "fra 14.500.000 kr. til 15.500.000 kr.", "from DKK 14,500,000 to DKK 15,500,000"],
  ["op mod halvdelen", "højst 50 %", "at most 50%"],
  ["over 80 %", "mindst 80 %", "at least 80%"],
])("what «%s» stands for is said «%s» and «%s»", (text, da, en) => {
  const printed = parsePrinted(text);
  expect(sayInterval(intervalOf(printed), printed.unit)).toEqual({ da, en });
});

test("no bounds at all is any figure", () => {
  expect(sayInterval({ low: -INFINITE, high: INFINITE }, "DKK").en).toBe("any figure");
  expect(shift(0.1, 2)).toBe(10);
});
