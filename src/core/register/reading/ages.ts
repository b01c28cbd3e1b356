import { endOfMonth, isDay, partsOf } from "../../calendar/day.ts";
import { broken } from "../../faults/fault.ts";
import { add, type Stretches, startList } from "../stretches/list.ts";
import { birthDays } from "./persons.ts";
import { type Reading, remember } from "./reading.ts";

/** The first age of each band. */
const bandStarts = [0, 16, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65];

/** The words of the bands by their codes, from 1. */
export const ageBandWords: readonly string[] = [
  "",
  ...bandStarts.map((start, k) => (k + 1 < bandStarts.length ? `${start}-${bandStarts[k + 1] - 1}` : `${start}-`)),
];

/** The code of the band an age lies in. */
export function ageBands(age: number): number {
  return bandStarts.findLastIndex((start) => start <= age) + 1;
}

/**
 * Whether a number lies in one of the ranges, both ends included: `16-29`, `30-`, `-29`.
 *
 * @throws BrokenInput invalid-value
 * @example ageRange(["16-29"])(29) // true
 */
export function ageRange(ranges: readonly string[]): (age: number) => boolean {
  const bounds = ranges.map((range) => {
    const match = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/.exec(range);
    if (match === null)
      throw broken("invalid-value", {
        value: range,
        why: { da: "skriv 16-29, 30- eller -29", en: "write 16-29, 30- or -29" },
      });
    return [Number(match[1] ?? Number.NEGATIVE_INFINITY), Number(match[2] ?? Number.POSITIVE_INFINITY)] as const;
  });
  return (age) => bounds.some(([least, most]) => least <= age && age <= most);
}

/**
 * A code for each person's age on the last day of each window, as steps from window to window. Those of unknown age have
 * none.
 */
export function ageSteps(reading: Reading, name: string, codeOf: (age: number) => number): Stretches {
  const { bounds } = reading.windows;
  return remember(reading, `age ${name} by ${bounds.join()}`, () => {
    const lastDays = reading.windows.periods.map((_, w) => lastDateOf(bounds[w + 1] - 1));
    const born = birthDays(reading);
    const steps = startList();
    for (let person = reading.persons.from; person < reading.persons.to; person++) {
      const birth = born(person);
      if (birth === undefined) continue;
      const date = dateOf(birth);
      for (const [w, last] of lastDays.entries()) {
        const code = codeOf(Math.floor((last - date) / 10_000));
        const before = steps.count - 1;
        if (w > 0 && before >= 0 && steps.person[before] === person && steps.code[before] === code)
          steps.to[before] = bounds[w + 1];
        else {
          const step = add(steps, person, bounds[w], bounds[w + 1], 1, 0, 0);
          steps.code[step] = code;
        }
      }
    }
    return steps;
  });
}

/** The whole years from a birthday to a day. */
export function ageOn(day: number, born: number): number {
  return Math.floor((lastDateOf(day) - dateOf(born)) / 10_000);
}

/** A date as a number whose difference to a later one, in ten thousands, is the whole years between them. */
function dateOf(day: number): number {
  if (!isDay(day)) throw new Error(`${day} is not a day`);
  const { year, month, day: dayOfMonth } = partsOf(day);
  return year * 10_000 + month * 100 + dayOfMonth;
}

/** As `dateOf`; the last of February is also the birthday of whoever was born on the 29th. */
function lastDateOf(day: number): number {
  const date = dateOf(day);
  return date % 10_000 === 228 && isDay(day) && endOfMonth(day) === day ? date + 1 : date;
}
