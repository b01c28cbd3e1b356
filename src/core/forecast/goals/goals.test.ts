import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePeriod } from "../../calendar/period.ts";
import { chanceAccuracyOf, type Given } from "./calibration.ts";
import { chanceOf, chanceText } from "./chance.ts";
import { type Course, type NeededKind, neededPerMonth, turnOf } from "./course.ts";
import { expectedAround, expectedOf } from "./expected.ts";
import { firstOf, type PathQuestion, type Paths } from "./paths.ts";
import { neededText, turnText } from "./say.ts";
import { fallenBelow } from "./warning.ts";

const atMost = (high: number) => ({ low: Number.NEGATIVE_INFINITY, high, unit: "persons", strict: false }) as const;
const atLeast = (low: number) => ({ low, high: Number.POSITIVE_INFINITY, unit: "count", strict: false }) as const;
const months = ["2024-10", "2024-11", "2024-12"].map(parsePeriod);
const course = (more: Partial<Course>): Course => ({
  ...{ demand: atMost(100), taken: "value", sofar: [], latest: 110 },
  ...more,
});
const ways = (...all: number[][]) => all.map((one) => Float64Array.from(one));

test("a chance is shown in whole per cent, and never as none or certain", () => {
  const shown = [0, 0.004, 0.005, 0.126, 0.994, 0.996, 1].map((chance) => chanceText(chance).da);
  expect(shown).toEqual(["< 1 %", "< 1 %", "1 %", "13 %", "99 %", "> 99 %", "> 99 %"]);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
      expect(chanceText(chance).da).not.toMatch(/^(0|100) %$/);
    }),
  );
});

test("a chance is the part of the ways in which it holds", () => {
  expect(chanceOf([true, false, false, true, false])).toBe(0.4);
});

test("what is expected is the mean and the quantiles of what was drawn", () => {
  const { mean, lo80, hi80, lo95, hi95 } = expectedOf(Array.from({ length: 1001 }, (_, i) => (i * 10) % 1001));
  expect([mean, lo80, hi80, lo95, hi95]).toEqual([500, 100, 900, 25, 975]);
});

test("an interval reaches to what is expected, also where nearly all futures lie on one side of it", () => {
  const few = Array.from({ length: 100 }, (_, i) => (i === 7 ? 12 : 0));
  expect(expectedOf(few)).toEqual({ mean: 0.12, lo80: 0, hi80: 0.12, lo95: 0, hi95: 0.12 });
  expect(expectedAround(5, [1, 2, 3])).toMatchObject({ mean: 5, hi80: 5, hi95: 5 });
  expect(expectedAround(5, [])).toEqual({ mean: 5, lo80: 5, hi80: 5, lo95: 5, hi95: 5 });
});

test("a target turns when from then on at least half of the ways are on the other side", () => {
  const drawn = ways([105, 99, 98], [104, 97, 96], [103, 101, 95], [106, 104, 103]);
  expect(turnOf(course({}), months, drawn)).toEqual({ period: months[1], into: "met", chance: 0.5 });
  expect(turnOf(course({ latest: 90 }), months, drawn)).toBeUndefined();
  expect(turnOf(course({ latest: 90 }), months, ways([99, 101, 102], [98, 103, 104]))).toEqual({
    period: months[1],
    into: "lost",
    chance: 1,
  });
});

test("a sum that must be reached is met the month it is; a mean turns by the mean so far; each is lost at the first that breaks", () => {
  const sum = course({ demand: atLeast(100), taken: "sum", sofar: [40, 30] });
  expect(turnOf(sum, months, ways([20, 20, 20], [10, 30, 5]))).toEqual({ period: months[1], into: "met", chance: 1 });
  const mean = course({ taken: "mean", sofar: [90, 96], latest: 96 });
  expect(turnOf(mean, months, ways([110, 130, 140]))?.period.id).toBe("2024-11");
  const each = course({ taken: "each", sofar: [90], latest: 90 });
  expect(turnOf(each, months, ways([99, 101, 90]))).toEqual({ period: months[1], into: "lost", chance: 1 });
});

test("a target of each figure is not lost before its first one, however the last one before it was", () => {
  const each = course({ taken: "each", latest: 110 });
  expect(turnOf(each, months, ways([99, 98, 97], [99, 98, 101], [99, 99, 99]))).toBeUndefined();
  expect(turnOf(each, months, ways([105, 98, 97]))).toEqual({ period: months[0], into: "lost", chance: 1 });
});

test("what it takes a month, or leaves room for, ends just at the bound", () => {
  const needed = (more: Partial<Course>, left = 3, before = 0, months = 1) =>
    neededPerMonth(course(more), { left, before }, months);
  expect(needed({}, 5)).toEqual({ value: -2, kind: "change" });
  expect(needed({}, 1, 4)).toEqual({ value: -2, kind: "change" });
  expect(needed({ latest: 90 }, 2, 0, 3)).toEqual({ value: expect.closeTo(10 / 6, 12), kind: "room" });
  expect(needed({ demand: atLeast(100), latest: 94 })).toEqual({ value: 2, kind: "change" });
  expect(needed({ demand: atLeast(100) })).toEqual({ value: expect.closeTo(-10 / 3, 12), kind: "room" });
  expect(needed({ taken: "each" })).toBeUndefined();
  const between = { low: 100, high: 120, unit: "persons", strict: false } as const;
  expect(needed({ demand: between })).toBeUndefined();
  expect(needed({ demand: between, latest: 94 })).toEqual({ value: 2, kind: "change" });
  expect(needed({ demand: between, latest: 126 })).toEqual({ value: -2, kind: "change" });
});

test("of a sum it is how many a month, and nothing where it is reached or lost", () => {
  const needed = (demand: Course["demand"], known: number) =>
    neededPerMonth(course({ demand, taken: "sum", sofar: [known] }), { left: 3, before: 0 }, 1);
  expect(needed(atLeast(100), 40)).toEqual({ value: 20, kind: "amount" });
  expect(needed(atMost(100), 40)).toEqual({ value: 20, kind: "room-for" });
  expect(needed(atLeast(100), 120)).toBeUndefined();
  expect(needed(atMost(100), 120)).toBeUndefined();
});

test("an even change by what it takes makes the mean of the period the bound", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 50, max: 200 }), { maxLength: 11 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
      (sofar, left, gap) => {
        const latest = sofar.at(-1) ?? 130;
        const before = sofar.length === 0 ? gap : 0;
        const a = neededPerMonth(course({ taken: "mean", sofar, latest }), { left, before }, 1)?.value ?? Number.NaN;
        const coming = Array.from({ length: left }, (_, i) => latest + a * (before + i + 1));
        const mean = [...sofar, ...coming].reduce((sum, one) => sum + one, 0) / (sofar.length + left);
        expect(mean).toBeCloseTo(100, 6);
      },
    ),
  );
});

test("Brier's score is the mean square of chance minus what came, and is set beside that of the rate alone", () => {
  // Worked by hand: (0.2² + 0.4² + 0.9² + 0.1²) ÷ 4 = 1.02 ÷ 4; half came true, so the rate's is 0.25.
  const given: Given[] = [
    { chance: 0.8, met: true },
    { chance: 0.4, met: false },
    { chance: 0.1, met: true },
    { chance: 0.1, met: false },
  ];
  const { brier, brierOfRate, skill, bands } = chanceAccuracyOf(given);
  expect([brier, brierOfRate]).toEqual([expect.closeTo(0.255, 12), 0.25]);
  expect(skill).toBeCloseTo(-0.02, 12);
  expect(bands.map(({ from, count, met }) => [from, count, met])).toEqual([
    [0.1, 2, 0.5],
    [0.4, 1, 0],
    [0.8, 1, 1],
  ]);
  expect(chanceAccuracyOf([{ chance: 1, met: true }]).bands[0]).toMatchObject({ from: 0.9, to: 1 });
});

test("only goals that fell below the limit since last time are warned of, the furthest fallen first", () => {
  const before = new Map(Object.entries({ a: 0.4, b: 0.9, c: 0.2, d: 0.5, same: 0.35, reads35: 0.4 }));
  const now = new Map(Object.entries({ a: 0.3, b: 0.1, c: 0.1, d: 0.36, same: 0.35, reads35: 0.346, new: 0.1 }));
  expect(fallenBelow(0.35, before, now)).toEqual([
    { goal: "b", before: 0.9, now: 0.1 },
    { goal: "a", before: 0.4, now: 0.3 },
  ]);
});

test("the first source with paths answers; with none, the last one's reason", () => {
  const question: PathQuestion = JSON.parse("{}");
  const [no, never] = ["no", "never"].map((words) => ({ da: words, en: words }));
  const paths: Paths = { periods: [], ways: [], method: no };
  expect(firstOf([() => no, () => paths, () => never])(question)).toBe(paths);
  expect(firstOf([() => no, () => never])(question)).toBe(never);
});

test("a turn and what it takes are said in words", () => {
  expect(turnText({ period: months[0], into: "met", chance: 0.564 }).da).toBe(" Ventes nået i oktober 2024 (56 %).");
  const monthly = (kind: NeededKind, value: number) => neededText({ kind, figure: { value, unit: "persons" } });
  expect(monthly("change", -12.4)).toEqual({ da: "netto −12 personer om måneden", en: "net −12 persons a month" });
  expect(monthly("room", 12).da).toBe("netto +12 personer om måneden");
  expect([monthly("amount", 12).en, monthly("room-for", 12).en]).toEqual(["12 persons a month", "12 persons a month"]);
});
