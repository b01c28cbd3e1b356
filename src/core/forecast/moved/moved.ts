import { addDays } from "../../calendar/day.ts";
import { addToMonth, type Month, monthOf } from "../../calendar/month.ts";
import { monthsOf, type Period } from "../../calendar/period.ts";
import type { MissingReason } from "../../figures/figure.ts";
import { isSmall } from "../../figures/suppress.ts";
import { windowsOf } from "../../register/counting/windows.ts";
import { during } from "../../register/measures/measure.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import type { Law } from "../../register/reading/law.ts";
import { whyMissing } from "../../register/reading/needs.ts";
import { readings } from "../../register/reading/readings.ts";
import { addCohorts, type Cohorts, type Look, type StockMeasure, startCohorts } from "./cohorts.ts";
import { partsOfChange } from "./parts.ts";
import { type Stock, stockStays } from "./stays.ts";

/** Which figure, and between which periods. Both are of the same length. */
export type MoveAsked = {
  readonly stock: Stock;
  readonly measure: StockMeasure;
  readonly before: Period;
  readonly after: Period;
  /** Fewer people than this behind a figure are not shown. */
  readonly limit: number;
};

/** Why a figure moves: more come; others come; they stay longer; they are on it for more of the time; more were there. */
export const moveParts = ["inflow", "mix", "duration", "degree", "earlier"] as const;
export type MovePart = (typeof moveParts)[number];

/** A change, and the parts that it is the sum of. */
export type Move = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly parts: Readonly<Record<MovePart, number>>;
  /** People who came in the months up to the end of each period, and so many months they are. */
  readonly came: { readonly before: number; readonly after: number };
  readonly months: number;
};

/** No month further back than this is told apart, however much a register covers; fewer than the least explain nothing. */
const MOST_MONTHS = 60;
const FEWEST_MONTHS = 12;

/**
 * Splits the change of a stock's figure between two periods exactly: into how many came, who they were, how long they
 * stay, for how much of the time, and how many were there before anybody's coming is looked at. Those who came equally
 * long before the end of each period are compared with each other, by age and visitation when they came.
 *
 * A figure is Σ came × share of the group × stayed per person × counted per day stayed, over months of coming and groups;
 * each product's change is split by `partsOfChange`.
 *
 * @see docs/methods/why-it-moved.md
 */
export function explainMove(read: AsOf, law: Law, asked: MoveAsked): Move | { readonly missing: MissingReason } {
  const reach = reachOf(read, asked.before);
  const needs = [during("benefits")];
  const missing = [asked.before, asked.after].map((period) => whyMissing(read, needs, period)).find((why) => why);
  if (missing !== undefined) return { missing };
  if (reach < Math.max(FEWEST_MONTHS, monthsOf(asked.before).length)) return { missing: "outside-coverage" };
  const [before, after] = cohortsOf(read, law, asked, reach);
  if ([before, after].some(({ persons }) => isSmall(persons, asked.limit))) return { missing: "withheld" };
  const [came, went] = [cameTo(before), cameTo(after)];
  if ([came, went].some((persons) => isSmall(persons, asked.limit))) return { missing: "withheld" };
  const [from, to] = [sum(before.counted), sum(after.counted)];
  const parts = split(before, after);
  return { before: from, after: to, change: to - from, parts, came: { before: came, after: went }, months: reach };
}

/** How many months up to the end of a period a register tells who came in. */
function reachOf({ register }: AsOf, period: Period): number {
  const covers = register.covers.benefits;
  if (covers === undefined) return 0;
  // What began in the first month that is covered may have been there before.
  const first = addToMonth(monthOf(addDays(covers.from, -1)), 2);
  return Math.min(MOST_MONTHS, lastMonth(period) - first + 1);
}

function lastMonth({ to }: Period): Month {
  return monthOf(addDays(to, -1));
}

function cohortsOf(
  read: AsOf,
  law: Law,
  { stock, measure, before, after }: MoveAsked,
  reach: number,
): [Cohorts, Cohorts] {
  const looks = [before, after].map((period): Look => ({ period, last: lastMonth(period), reach }));
  const visitations = read.register.dictionaries.visitation.words.length;
  const [one, other] = [startCohorts(visitations), startCohorts(visitations)];
  for (const persons of readings(read, law)) {
    const reading = { ...persons, windows: windowsOf([]) };
    const found = stockStays(reading, stock);
    addCohorts(one, reading, found, looks[0], measure);
    addCohorts(other, reading, found, looks[1], measure);
  }
  return [one, other];
}

function split(before: Cohorts, after: Cohorts): Record<MovePart, number> {
  const parts = { inflow: 0, mix: 0, duration: 0, degree: 0, earlier: 0 };
  for (let band = 0; band < before.bands; band++) {
    const isEarlier = band === before.bands - 1;
    const totals = [before, after].map((one) => totalOf(one, band));
    for (let group = 0; group < before.groups; group++) {
      const cell = band * before.groups + group;
      const [from, to] = comparable(factorsOf(before, cell, totals[0]), factorsOf(after, cell, totals[1]));
      const [size, mix, duration, degree] = partsOfChange({ before: from, after: to });
      parts[isEarlier ? "earlier" : "inflow"] += size;
      parts.mix += mix;
      parts.duration += duration;
      parts.degree += degree;
    }
  }
  return parts;
}

/** How many came, the share of them in the cell, how much each stayed, and how much of that counted; undefined of nobody. */
function factorsOf({ came, stayed, counted }: Cohorts, cell: number, total: number): (number | undefined)[] {
  return [total, ratio(came[cell], total), ratio(stayed[cell], came[cell]), ratio(counted[cell], stayed[cell])];
}

/** What nobody tells of one period is taken as in the other: it did not change. */
function comparable(before: (number | undefined)[], after: (number | undefined)[]): [number[], number[]] {
  return [before.map((one, k) => one ?? after[k] ?? 0), after.map((one, k) => one ?? before[k] ?? 0)];
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function totalOf({ came, groups }: Cohorts, band: number): number {
  return sum(came.subarray(band * groups, (band + 1) * groups));
}

function cameTo({ came, groups, bands }: Cohorts): number {
  return sum(came.subarray(0, groups * (bands - 1)));
}

function sum(numbers: Float64Array): number {
  return numbers.reduce((total, one) => total + one, 0);
}
