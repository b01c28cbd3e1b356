import { OPEN_END } from "../../calendar/day.ts";
import {
  ANYWHERE,
  addPart,
  endOfPerson,
  type Stretches,
  type StretchList,
  sorted,
  startList,
  withCodes,
} from "./list.ts";

/** A person's value from one day to another: stretches of a person that never share a day, `code` being the value. */
export type Steps = Pick<Stretches, "count" | "person" | "from" | "to" | "code">;

/** Stretches that never share a day, as steps of the code 1. */
export function asSteps(stretches: Stretches): Steps {
  return withCodes(stretches, () => 1);
}

/** Cuts stretches where a step begins or ends, each part with the code of its step, and of no step 0. */
export function split(stretches: Stretches, steps: Steps): Stretches {
  const parts = startList(stretches.count + (stretches.count >> 2));
  eachPart(stretches, steps, (i, from, to, code) => {
    const part = addPart(parts, stretches, i, from, to);
    parts.code[part] = code;
  });
  return sorted(parts);
}

/** The parts of stretches that lie in a step; with `outside`, those that lie in none. */
export function within(stretches: Stretches, steps: Steps, outside = false): Stretches {
  const parts = startList(stretches.count);
  eachPart(stretches, steps, (i, from, to, code) => {
    if ((code === 0) === outside) addPart(parts, stretches, i, from, to);
  });
  return sorted(parts);
}

/** Cuts stretches that are `ANYWHERE` by the steps of the person's residence, and gives each part its municipality. */
export function placed(stretches: Stretches, residence: () => Steps): Stretches {
  if (!stretches.place.subarray(0, stretches.count).includes(ANYWHERE)) return stretches;
  const parts = startList(stretches.count);
  eachPart(stretches, residence(), (i, from, to, code) => {
    const isWhole = stretches.place[i] !== ANYWHERE;
    if (isWhole && from > stretches.from[i]) return;
    const part = isWhole ? addPart(parts, stretches, i) : addPart(parts, stretches, i, from, to);
    if (!isWhole) parts.place[part] = code;
  });
  return sorted(parts);
}

/** The value of a person on a day, 0 where there is none; fastest when asked person by person. */
export function lookUp(steps: Steps): (person: number, day: number) => number {
  const find = finder(steps);
  return (person, day) => {
    const k = find(person, day);
    return k >= 0 && steps.from[k] <= day ? steps.code[k] : 0;
  };
}

/** The first day after a day on which the value of a person may be another than on that day. */
export function lookAhead(steps: Steps): (person: number, day: number) => number {
  const find = finder(steps);
  return (person, day) => {
    const k = find(person, day);
    if (k < 0) return OPEN_END;
    return steps.from[k] <= day ? steps.to[k] : steps.from[k];
  };
}

/** The number of the first step of a person that ends after a day, or −1. */
function finder(steps: Steps): (person: number, day: number) => number {
  const { person: persons, to, count } = steps;
  let [asked, start, end, near] = [-1, 0, 0, 0];
  return (person, day) => {
    if (person !== asked) {
      // Who is asked for next mostly stands next.
      const after = person > asked ? end : 0;
      start = lowerBound(steps, person, after);
      end = start;
      while (end < count && persons[end] === person) end++;
      asked = person;
      near = start;
    }
    // A day asked for next mostly lies after.
    if (near > start && day < to[near - 1]) near = start;
    while (near < end && day >= to[near]) near++;
    return near < end ? near : -1;
  };
}

/** The number of the first step of a person, or of the next who has one, from a number on: near it first, then further. */
function lowerBound({ person, count }: Steps, wanted: number, from: number): number {
  let [low, reach] = [from, 1];
  while (low + reach <= count && person[low + reach - 1] < wanted) {
    low += reach;
    reach *= 2;
  }
  let high = Math.min(count, low + reach);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (person[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Visit = (i: number, from: number, to: number, code: number) => void;

function eachPart(stretches: Stretches, steps: Steps, visit: Visit): void {
  let [start, end, person] = [0, 0, -1];
  for (let i = 0; i < stretches.count; i++) {
    if (stretches.person[i] !== person) {
      person = stretches.person[i];
      start = end;
      while (start < steps.count && steps.person[start] < person) start++;
      end = start;
      while (end < steps.count && steps.person[end] === person) end++;
    }
    let from = stretches.from[i];
    const to = stretches.to[i];
    for (let k = start; k < end && steps.from[k] < to; k++) {
      if (steps.to[k] <= from) continue;
      const begin = Math.max(from, steps.from[k]);
      if (begin > from) visit(i, from, begin, 0);
      from = Math.min(to, steps.to[k]);
      visit(i, begin, from, steps.code[k]);
    }
    if (from < to) visit(i, from, to, 0);
  }
}

/**
 * The steps that follow when one of several stretches of a person decides each day: the one that `isFirst` puts before
 * all others there.
 */
export function decide(stretches: Stretches, isFirst: (i: number, j: number) => boolean): Steps {
  if (areSteps(stretches)) return stretches;
  const steps = startList(stretches.count);
  for (let start = 0; start < stretches.count; ) {
    const end = endOfPerson(stretches, start);
    if (isApart(stretches, start, end))
      for (let i = start; i < end; i++) extend(steps, stretches, i, stretches.from[i], stretches.to[i]);
    else decideDays(steps, stretches, start, end, isFirst);
    start = end;
  }
  return steps;
}

/** Whether nothing is to be decided: each has a day, and no two of a person share one or touch. */
function areSteps({ count, person, from, to }: Stretches): boolean {
  for (let i = 0; i < count; i++)
    if (from[i] >= to[i] || (i > 0 && person[i - 1] === person[i] && to[i - 1] >= from[i])) return false;
  return true;
}

/** Whether no two of a person's stretches share a day, and each has one. */
function isApart({ from, to }: Stretches, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (from[i] >= to[i] || (i + 1 < end && to[i] > from[i + 1])) return false;
  return true;
}

function decideDays(
  steps: StretchList,
  stretches: Stretches,
  start: number,
  end: number,
  isFirst: (i: number, j: number) => boolean,
): void {
  const { from, to } = stretches;
  const bounds = new Int32Array(2 * (end - start));
  bounds.set(from.subarray(start, end));
  bounds.set(to.subarray(start, end), end - start);
  bounds.sort();
  let gone = start;
  for (let k = 0; k + 1 < bounds.length; k++) {
    const day = bounds[k];
    if (day === bounds[k + 1]) continue;
    while (gone < end && to[gone] <= day) gone++;
    let first = -1;
    for (let i = gone; i < end && from[i] <= day; i++) if (to[i] > day && (first < 0 || isFirst(i, first))) first = i;
    if (first >= 0) extend(steps, stretches, first, day, bounds[k + 1]);
  }
}

function extend(steps: StretchList, of: Stretches, i: number, from: number, to: number): void {
  const last = steps.count - 1;
  const goesOn = last >= 0 && steps.person[last] === of.person[i] && steps.to[last] === from;
  if (goesOn && steps.code[last] === of.code[i]) steps.to[last] = to;
  else addPart(steps, of, i, from, to);
}
