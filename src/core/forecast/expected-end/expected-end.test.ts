import { describe, expect, test } from "vitest";
import { addDays, formatDay, parseDay } from "../../calendar/day.ts";
import { type PlainRow, registerFromRows } from "../../register/from-rows.ts";
import { readAsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { randomFrom } from "../../stats/random.ts";
import { type ExpectedEndAsked, type ExpectedEnds, expectedEnds } from "./expected-end.ts";
import { sayBasis, sayWeeks } from "./words.ts";

const begin = parseDay("2013-01-01");
const extracted = parseDay("2019-12-31");

const law: Law = {
  benefitGroups: new Map([
    ["dagpenge", "support"],
    ["sygedagpenge", "support"],
  ]),
  pensionAges: [{ bornFrom: begin, months: 67 * 12, source: "" }],
  contacts: [],
};

/** A person who comes on a day, stays so many days on sickness benefit, and goes to work or nowhere known. */
type Life = { readonly from: number; readonly days: number; readonly toWork: boolean; readonly born: number };

function ends(lives: readonly Life[], asked: Partial<ExpectedEndAsked> = {}): ExpectedEnds {
  const tables: Record<string, PlainRow[]> = { persons: [], benefits: [], employment: [], residence: [] };
  for (const [i, { from, days, toWork, born }] of lives.entries()) {
    const person_id = `p${i}`;
    const [first, last] = [addDays(begin, from), addDays(begin, from + days - 1)];
    if (first > extracted) continue;
    const to = last > extracted ? "" : formatDay(last);
    tables.persons.push({ person_id, birth_date: `${born}-05-05` });
    tables.benefits.push({ person_id, benefit: "sygedagpenge", from: formatDay(first), to, municipality: "851" });
    if (toWork && to !== "")
      tables.employment.push({ person_id, from: formatDay(addDays(last, 1)), hours_per_week: 37, kind: "ordinaer" });
  }
  const covers = { benefits: [formatDay(begin), formatDay(extracted)] } as const;
  const register = registerFromRows({ extracted: formatDay(extracted), covers, tables });
  const found = expectedEnds(readAsOf(register, extracted), law, { hours: 20, precedence: [], limit: 5, ...asked });
  if ("missing" in found) throw new Error(found.missing);
  return found;
}

/** Somebody comes every day, and goes on with the same chance every day, whatever the time so far: half go in 20 weeks. */
function byChance(seed: number, halfLife: number, work: number): Life[] {
  const random = randomFrom(seed);
  return Array.from({ length: 2500 }, (_, from) => ({
    from,
    days: 1 + Math.floor((-Math.log(1 - random()) / Math.LN2) * halfLife),
    toWork: random() < work,
    born: 1980,
  }));
}

const groupOf = ({ groups }: ExpectedEnds, duration: string) => {
  const found = groups.find(({ group }) => group.duration === duration && group.age === "30-39");
  if (found === undefined || "missing" in found) throw new Error(`nothing of ${duration}`);
  return found;
};

describe("When spells of a group end", () => {
  test("is the time left, given the time so far: of those who go on by chance always the same", () => {
    const found = ends(byChance(1, 140, 0.7));
    for (const duration of ["0-13", "14-26", "27-52"]) {
      const { course } = groupOf(found, duration);
      expect(course.weeks.half).toBeGreaterThan(16);
      expect(course.weeks.half).toBeLessThan(24);
      expect(course.weeks.first).toBeLessThan(Number(course.weeks.half));
      const work = course.next.find(({ to }) => to === "arbejde");
      expect(Number(work?.share) / (1 - course.still)).toBeCloseTo(0.7, 1);
      expect(course.still + course.next.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  test("is worked by hand where everybody stays 100 days: whoever has been there 91 or more has at most nine left", () => {
    const lives = Array.from({ length: 2500 }, (_, from) => ({ from, days: 100, toWork: true, born: 1980 }));
    const { course } = groupOf(ends(lives), "14-26");
    // Found on 12 days, each time those who came 91 to 99 days before: 108 people with 1 to 9 days left.
    expect(course).toMatchObject({ persons: 108, ended: 108, still: 0, next: [{ to: "arbejde" }] });
    expect(course.next[0].share).toBeCloseTo(1, 12);
    expect(course.weeks.half).toBeCloseTo(5 / 7, 12);
    expect(course.weeks.last).toBeCloseTo(7 / 7, 12);
  });

  test("is not told where nobody was seen to leave so late, and not at all of few people", () => {
    const long = byChance(2, 20_000, 1).slice(0, 200);
    const found = ends(long);
    expect(groupOf(found, "157-").course.weeks.half).toBeUndefined();
    expect(ends(long.slice(0, 20)).groups.every((one) => "missing" in one)).toBe(true);
  });

  test("puts destinations that few went to together, and withholds groups that few are in", () => {
    const lives = byChance(3, 140, 1).map((life, i) => ({ ...life, toWork: i % 400 !== 0 }));
    for (const one of ends(lives).groups) {
      if ("course" in one) expect(one.course.next.every(({ to }) => to === "arbejde" || to === "andet")).toBe(true);
      expect(typeof one.now !== "number" || one.now === 0 || one.now >= 5).toBe(true);
      const { persons = 0, ended = persons } = "course" in one ? one.course : {};
      expect([ended, persons - ended].every((people) => people === 0 || people >= 5)).toBe(true);
    }
  });
});

test("The basis is said in words", () => {
  const found = ends(byChance(1, 140, 0.7));
  const { course } = groupOf(found, "27-52");
  expect(sayBasis({ ...course, persons: 1200, ended: undefined }, found).en).toMatch(
    /nearly all were seen to move on\.$/,
  );
  expect(sayBasis({ ...course, persons: 1200, ended: 900 }, found).da).toBe(
    "Af 1.200 personer, der var i gruppen mellem 30. november 2016 og 31. august 2019; 900 af dem er set komme videre.",
  );
  const weeks = { first: 9.14, half: 20.2, last: 41 };
  expect(sayWeeks({ ...course, weeks }).en).toBe(
    "Half have moved on after 20 weeks, a quarter after 9.1, three quarters after 41.",
  );
});

test("What was expected a year ago is held against what came, nothing later being known to it", () => {
  const { calibration } = ends(byChance(4, 140, 0.7));
  expect(formatDay(calibration?.found ?? begin)).toBe("2018-11-30");
  expect(calibration?.rows.map(({ weeks }) => weeks).slice(0, 3)).toEqual([13, 26, 52]);
  for (const { expected, range, observed, persons } of calibration?.rows ?? []) {
    const left = Math.round(observed * persons);
    expect([left, persons - left].every((people) => people === 0 || people >= 5)).toBe(true);
    expect(expected).toBeGreaterThan(range.low - 0.05);
    expect(expected).toBeLessThan(range.high + 0.05);
  }
  // Twice as likely to go on in the last year: the expectation, made before, does not know.
  const changed = byChance(5, 140, 0.7).map((life) => {
    const turn = parseDay("2018-12-01") - begin;
    const left = life.from + life.days - turn;
    return life.from < turn && left > 0 ? { ...life, days: life.days - Math.floor(left / 2) } : life;
  });
  const [row] = ends(changed).calibration?.rows.filter(({ weeks }) => weeks === 26) ?? [];
  expect(row.observed - row.expected).toBeGreaterThan(0.1);
});
