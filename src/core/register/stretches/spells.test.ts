import { expect, test } from "vitest";
import { formatDay, isDay, OPEN_END, parseDay } from "../../calendar/day.ts";
import { add, type Stretches, startList } from "./list.ts";
import { courseRule, joinAlike, spellRule } from "./spells.ts";

const DAGPENGE = 1;
const SYGEDAGPENGE = 2;
const rule = spellRule(new Set([SYGEDAGPENGE]));

function rowsOf(...rows: readonly (readonly [from: string, last: string])[]): Stretches {
  const list = startList();
  for (const [row, [from, last]] of rows.entries())
    add(list, 1, parseDay(from), last === "" ? OPEN_END : parseDay(last) + 1, 1, row, 0);
  return list;
}

/** First and last day of each spell; no last day of one that runs. */
function spellsOf(rows: Stretches, kind: number, asOf = "2018-12-31"): string[] {
  const spells = joinAlike(rows, new Array(rows.count).fill(kind), rule, parseDay(asOf));
  return Array.from({ length: spells.count }, (_, i) => `${said(spells.from[i])}..${said(spells.to[i] - 1)}`);
}

function said(day: number): string {
  return isDay(day) && day < parseDay("2100-01-01") ? formatDay(day) : "";
}

test("a spell goes on until a whole calendar month without the benefit has passed", () => {
  // From 31 January to 1 March there is the whole of February; from 31 January to 28 February there is not.
  expect(spellsOf(rowsOf(["2018-01-01", "2018-01-31"], ["2018-02-28", "2018-03-31"]), DAGPENGE)).toEqual([
    "2018-01-01..2018-03-31",
  ]);
  expect(spellsOf(rowsOf(["2018-01-01", "2018-01-31"], ["2018-03-01", "2018-03-31"]), DAGPENGE)).toEqual([
    "2018-01-01..2018-01-31",
    "2018-03-01..2018-03-31",
  ]);
});

test("a gap of 58 days is bridged where no whole month lies in it", () => {
  expect(spellsOf(rowsOf(["2018-01-01", "2018-01-01"], ["2018-02-28", "2018-02-28"]), DAGPENGE)).toHaveLength(1);
});

test("an end is known when the calendar month after it has passed", () => {
  const row = rowsOf(["2018-01-01", "2018-01-20"]);
  expect(spellsOf(row, DAGPENGE, "2018-02-27")).toEqual(["2018-01-01.."]);
  expect(spellsOf(row, DAGPENGE, "2018-02-28")).toEqual(["2018-01-01..2018-01-20"]);
});

test("sygedagpenge end on the last day registered", () => {
  const rows = rowsOf(["2018-01-01", "2018-01-20"], ["2018-01-21", "2018-01-25"], ["2018-01-27", "2018-01-31"]);
  expect(spellsOf(rows, SYGEDAGPENGE, "2018-01-31")).toEqual(["2018-01-01..2018-01-25", "2018-01-27..2018-01-31"]);
});

test("courses with at most seven days between are one", () => {
  const rows = rowsOf(["2018-01-01", "2018-01-10"], ["2018-01-18", "2018-01-20"], ["2018-01-29", "2018-01-30"]);
  const courses = joinAlike(rows, [1, 1, 1], courseRule(7), parseDay("2018-12-31"));
  expect([...courses.from.subarray(0, courses.count)]).toEqual([parseDay("2018-01-01"), parseDay("2018-01-29")]);
});

test("an open row runs on, whatever follows", () => {
  expect(spellsOf(rowsOf(["2018-01-01", ""], ["2018-06-01", "2018-06-30"]), DAGPENGE)).toEqual(["2018-01-01.."]);
});
