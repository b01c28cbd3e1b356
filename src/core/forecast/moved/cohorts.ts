import { monthAt } from "../../calendar/civil.ts";
import type { Day } from "../../calendar/day.ts";
import { addToMonth, firstDay, type Month } from "../../calendar/month.ts";
import { lengthInDays, type Period } from "../../calendar/period.ts";
import { ageOn } from "../../register/reading/ages.ts";
import { birthDays } from "../../register/reading/persons.ts";
import type { Reading } from "../../register/reading/reading.ts";
import { latestSteps } from "../../register/reading/residence.ts";
import { endOfPerson, type Stretches } from "../../register/stretches/list.ts";
import { lookUp } from "../../register/stretches/steps.ts";
import type { StockStays } from "./stays.ts";

/** What is counted of a period: days times degree, per day; or the different people with a day. */
export type StockMeasure = "full-time-persons" | "persons";

/** A period, its last month, and how many months up to and with that one people are told apart by when they came. */
export type Look = { readonly period: Period; readonly last: Month; readonly reach: number };

/**
 * People by when they came (`band`) and who they were then (`group`), at `band × groups + group`: how many came, how much
 * of the period they stayed, and how much of that counted. The last band is of those who were there before.
 */
export type Cohorts = {
  readonly bands: number;
  readonly groups: number;
  readonly came: Float64Array;
  readonly stayed: Float64Array;
  readonly counted: Float64Array;
  /** Different people with a day in the period. */
  persons: number;
};

/** The months before the end of the period from which each band reaches back: finer, the newer. */
const bandStarts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 18, 21, 24, 30, 36, 48];
const EARLIER = bandStarts.length;

/** The age from which each group is; 0 is also of those whose age is not known. */
const ageStarts = [0, 25, 30, 40, 50, 60];

/** Cohorts in which nobody is yet, of a register that tells so many categories of visitation apart. */
export function startCohorts(visitations: number): Cohorts {
  const [bands, groups] = [EARLIER + 1, ageStarts.length * visitations];
  const blank = () => new Float64Array(bands * groups);
  return { bands, groups, came: blank(), stayed: blank(), counted: blank(), persons: 0 };
}

/** Puts the stays of the persons read in their cohorts. */
export function addCohorts(
  cohorts: Cohorts,
  reading: Reading,
  { days, stays }: StockStays,
  look: Look,
  measure: StockMeasure,
): void {
  const { period } = look;
  const cellOf = cells(cohorts, reading, stays, look);
  const lasting = lengthInDays(period);
  for (let start = 0, at = 0; start < stays.count; ) {
    const end = endOfPerson(stays, start);
    while (days.person[at] < stays.person[start]) at++;
    let latest = -1;
    for (let i = start; i < end; i++) if (common(stays, i, period) > 0) latest = i;
    if (latest >= 0) cohorts.persons++;
    for (let i = start; i < end; i++) {
      const cell = cellOf(i);
      if (cell === undefined) continue;
      cohorts.came[cell]++;
      if (measure === "full-time-persons") {
        cohorts.stayed[cell] += common(stays, i, period) / lasting;
        cohorts.counted[cell] += weightOf(days, at, stays, i, period) / lasting;
      } else if (i === latest) {
        cohorts.stayed[cell]++;
        cohorts.counted[cell]++;
      }
    }
    start = end;
  }
}

/** The cell of a stay; of one that was over before any of the bands, none. */
function cells(
  { groups }: Cohorts,
  reading: Reading,
  stays: Stretches,
  { period, last, reach }: Look,
): (i: number) => number | undefined {
  const horizon = firstDay(addToMonth(last, 1 - reach));
  const groupOf = grouping(reading);
  return (i) => {
    const [person, from, to] = [stays.person[i], stays.from[i], stays.to[i]];
    if (from >= period.to || to < horizon) return undefined;
    if (from < horizon) return EARLIER * groups + groupOf(person, horizon);
    const band = bandStarts.findLastIndex((months) => months <= last - monthAt(from));
    return band * groups + groupOf(person, from);
  };
}

/** The group of a person on a day: age, and visitation where the register has it. */
function grouping(reading: Reading): (person: number, day: number) => number {
  const { words } = reading.register.dictionaries.visitation;
  const [born, categoryOn] = [birthDays(reading), lookUp(latestSteps(reading, "visitation", "category", words))];
  return (person, day) => {
    const birth = born(person);
    const age = birth === undefined ? 0 : ageOn(day, birth);
    return ageStarts.findLastIndex((start) => start <= Math.max(0, age)) * words.length + categoryOn(person, day);
  };
}

type Span = { readonly from: Day; readonly to: Day };

/** How many days of a period lie in a stretch. */
function common({ from, to }: Stretches, i: number, period: Span): number {
  return Math.max(0, Math.min(to[i], period.to) - Math.max(from[i], period.from));
}

/** Days times degree of a stay in a period; the person's days begin at `at`. */
function weightOf(days: Stretches, at: number, stays: Stretches, i: number, period: Span): number {
  let sum = 0;
  for (let k = at; k < days.count && days.person[k] === stays.person[i]; k++)
    if (days.place[k] === stays.place[i] && stays.from[i] <= days.from[k] && days.from[k] < stays.to[i])
      sum += days.weight[k] * common(days, k, period);
  return sum;
}
