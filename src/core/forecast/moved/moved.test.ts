import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatDay } from "../../calendar/day.ts";
import { addToMonth, firstDay, formatMonth, parseMonth } from "../../calendar/month.ts";
import { parsePeriod } from "../../calendar/period.ts";
import { type PlainRow, registerFromRows } from "../../register/from-rows.ts";
import { readAsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { randomFrom } from "../../stats/random.ts";
import { explainMove, type Move, type MoveAsked, moveParts } from "./moved.ts";
import { type Factors, partsOfChange } from "./parts.ts";
import { roundedParts, sayMove } from "./words.ts";

const law: Law = { benefitGroups: new Map([["dagpenge", "support"]]), pensionAges: [], contacts: [] };

/** People of a cohort: so many who come on the first of a month, stay some whole months, and are born in a year. */
type Coming = { readonly month: string; readonly people: number; readonly stay: number; readonly born?: number };

let number = 0;
function rowsOf({ month, people, stay, born = 1990 }: Coming, degree = 1) {
  return Array.from({ length: people }, () => {
    const person_id = `p${++number}`;
    const from = parseMonth(month);
    const to = formatDay(firstDay(addToMonth(from, stay)));
    return {
      person: { person_id, birth_date: `${born}-06-15` },
      benefit: { person_id, benefit: "dagpenge", from: `${month}-01`, to: dayBefore(to), degree, municipality: "851" },
    };
  });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** The same coming every month from 2016 to 2019, but what is told of a month. */
function registerOf(coming: (month: string) => readonly Coming[], degreeOf: (month: string) => number = () => 1) {
  const rows = Array.from({ length: 48 }, (_, m) => formatMonth(addToMonth(parseMonth("2016-01"), m))).flatMap(
    (month) => coming(month).flatMap((one) => rowsOf(one, degreeOf(month))),
  );
  const tables: Record<string, PlainRow[]> = {
    persons: rows.map(({ person }) => person),
    benefits: rows.map(({ benefit }) => benefit),
  };
  return registerFromRows({ extracted: "2019-12-31", covers: { benefits: ["2016-01-01", "2019-12-31"] }, tables });
}

function explained(register: ReturnType<typeof registerOf>, asked: Partial<MoveAsked> = {}): Move {
  const move = explainMove(readAsOf(register, register.extracted), law, {
    stock: { benefits: ["dagpenge"] },
    measure: "full-time-persons",
    before: parsePeriod("2018-03"),
    after: parsePeriod("2019-03"),
    limit: 5,
    ...asked,
  });
  if ("missing" in move) throw new Error(move.missing);
  return move;
}

const rounded = (move: Move) =>
  Object.fromEntries(moveParts.map((part) => [part, Number(move.parts[part].toFixed(9))]));

describe("A change planted in one part only goes to that part", () => {
  test("only inflow raised: 20 come a month instead of 10, each for four months", () => {
    const register = registerOf((month) => [{ month, people: month < "2018-06" ? 10 : 20, stay: 4 }]);
    const move = explained(register);
    expect([move.before, move.after]).toEqual([40, 80]);
    expect(rounded(move)).toEqual({ inflow: 40, mix: 0, duration: 0, degree: 0, earlier: 0 });
  });

  test("only duration raised: six months instead of four", () => {
    const register = registerOf((month) => [{ month, people: 10, stay: month < "2018-06" ? 4 : 6 }]);
    expect(rounded(explained(register))).toEqual({ inflow: 0, mix: 0, duration: 20, degree: 0, earlier: 0 });
  });

  test("only the mix: as many come, but more of them of an age that stays long", () => {
    const register = registerOf((month) => [
      { month, people: month < "2018-06" ? 10 : 5, stay: 2, born: 1995 },
      { month, people: month < "2018-06" ? 5 : 10, stay: 8, born: 1965 },
    ]);
    expect(rounded(explained(register))).toEqual({ inflow: 0, mix: 30, duration: 0, degree: 0, earlier: 0 });
  });

  test("only the degree: all are on the benefit half the time", () => {
    const register = registerOf(
      (month) => [{ month, people: 10, stay: 4 }],
      (month) => (month < "2018-06" ? 1 : 0.5),
    );
    expect(rounded(explained(register))).toEqual({ inflow: 0, mix: 0, duration: 0, degree: -20, earlier: 0 });
  });

  test("who was there before anybody's coming is looked at is told apart", () => {
    const register = registerOf((month) => (month === "2016-01" ? [{ month, people: 30, stay: 40 }] : []));
    const move = explained(register, { measure: "persons" });
    // They came 26 months before March 2018, 38 months before March 2019; 26 months back are known.
    expect(move).toMatchObject({ before: 30, after: 30, change: 0, months: 26 });
  });
});

test("two parts together are worked by hand: 10 × 4 months become 20 × 6", () => {
  const register = registerOf((month) => {
    const isNew = month >= "2018-06";
    return [{ month, people: isNew ? 20 : 10, stay: isNew ? 6 : 4 }];
  });
  // Of the 80 more, 4 cohorts gain 10 each (40); the 5th and 6th go from 10 × 0 to 20 × 1: (20 + 10) ÷ 2 × 2 is duration's.
  expect(rounded(explained(register))).toEqual({ inflow: 50, mix: 0, duration: 30, degree: 0, earlier: 0 });
});

test("Of people who come and go by chance, inflow takes what only inflow was raised by, and duration what only exits were", () => {
  const random = randomFrom(7);
  const staying = (chance: number) => 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - chance));
  const coming = (raised: (month: string) => number, chance: (month: string) => number) =>
    registerOf((month) =>
      Array.from({ length: Math.round(60 * raised(month)) }, () => ({
        month,
        people: 1,
        stay: staying(chance(month)),
      })),
    );
  const since = (value: number, before: number) => (month: string) => (month < "2018-04" ? before : value);
  const more = explained(coming(since(1.5, 1), () => 0.2));
  expect(more.parts.inflow / more.change).toBeGreaterThan(0.8);
  expect(Math.abs(more.parts.inflow - 130)).toBeLessThan(25);
  const slower = explained(coming(() => 1, since(0.1, 0.2)));
  expect(slower.parts.duration / slower.change).toBeCloseTo(1, 9);
});

it("explains people as well as full-time persons, and each of them once", () => {
  const register = registerOf((month) => [{ month, people: month < "2018-06" ? 10 : 20, stay: 4 }]);
  const move = explained(register, { measure: "persons", before: parsePeriod("2017"), after: parsePeriod("2019") });
  expect([move.before, move.after]).toEqual([10 * 15, 20 * 15]);
  expect(rounded(move).inflow).toBe(150);
});

it("says nothing where few people are behind, or the register does not reach", () => {
  const few = registerOf((month) => (month === "2018-02" ? [{ month, people: 3, stay: 4 }] : []));
  const of = (asked: Partial<MoveAsked>) =>
    explainMove(readAsOf(few, few.extracted), law, {
      ...{ stock: { benefits: ["dagpenge"] }, measure: "persons", limit: 5 },
      ...{ before: parsePeriod("2018-03"), after: parsePeriod("2019-03") },
      ...asked,
    });
  expect(of({})).toEqual({ missing: "withheld" });
  expect(of({ before: parsePeriod("2016-06") })).toEqual({ missing: "outside-coverage" });
  expect(of({ after: parsePeriod("2020-03") })).toEqual({ missing: "not-yet-published" });
});

describe("Parts of a change", () => {
  const factors = fc.integer({ min: 1, max: 5 }).chain((n) => {
    const list = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: n, maxLength: n });
    return fc.record({ before: list, after: list });
  });
  const product = (numbers: readonly number[]) => numbers.reduce((all, one) => all * one, 1);
  /** What rounding may take: a part of the most that any order of changing the factors comes by. */
  const roundingOf = ({ before, after }: Factors) =>
    1e-300 + 1e-13 * product(before.map((one, k) => Math.max(one, after[k])));

  test("add up to it, whatever the factors", () => {
    fc.assert(
      fc.property(factors, (both) => {
        const change = product(both.after) - product(both.before);
        const sum = partsOfChange(both).reduce((all, one) => all + one, 0);
        expect(Math.abs(sum - change)).toBeLessThan(roundingOf(both));
      }),
    );
  });

  test("are 0 of a factor that stays, and change sign when before and after are exchanged", () => {
    fc.assert(
      fc.property(factors, ({ before, after }) => {
        expect(partsOfChange({ before, after: [before[0], ...after.slice(1)] })[0]).toBe(0);
        const [there, back] = [partsOfChange({ before, after }), partsOfChange({ before: after, after: before })];
        const rounding = roundingOf({ before, after });
        for (const [k, part] of there.entries()) expect(Math.abs(part + back[k])).toBeLessThan(rounding);
      }),
    );
  });

  test("of two factors are the change of each times the mean of the other: Kitagawa's", () => {
    expect(partsOfChange({ before: [0.2, 30], after: [0.3, 50] })).toEqual([
      expect.closeTo(0.1 * 40, 12),
      expect.closeTo(20 * 0.25, 12),
    ]);
  });

  test("are rounded so that they still add up", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 5, maxLength: 5 }), (five) => {
        const parts = Object.fromEntries(moveParts.map((part, k) => [part, five[k]])) as Move["parts"];
        const sum = (all: Move["parts"]) => moveParts.reduce((total, part) => total + all[part], 0);
        const shown = roundedParts(parts, 1);
        expect(Math.abs(sum(shown) - sum(parts))).toBeLessThan(0.0501);
        for (const part of moveParts) expect(Math.abs(shown[part] - parts[part])).toBeLessThan(0.1 + 1e-9);
      }),
    );
  });
});

test("A move is told in a sentence of each language, the largest part first", () => {
  const register = registerOf((month) => {
    const isNew = month >= "2018-06";
    return [{ month, people: isNew ? 20 : 10, stay: isNew ? 6 : 4 }];
  });
  expect(sayMove(explained(register), parsePeriod("2018-03"), parsePeriod("2019-03"), "full-time-persons")).toEqual({
    da: "+80 fuldtidspersoner fra marts 2018 til marts 2019: +50 fordi flere kom til, +30 fordi de er der længere.",
    en: "+80 full-time persons from March 2018 to March 2019: +50 because more came, +30 because they stay longer.",
  });
});
