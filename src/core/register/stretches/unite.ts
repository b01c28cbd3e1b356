import { add, addPart, endOfPerson, type Stretches, type StretchList, sortFrom, startList } from "./list.ts";

/**
 * Unites by day what a person has of the same kind in the same municipality: where stretches overlap, their weights are
 * added, at most to 1. What does not overlap is left as it is.
 *
 * @param kinds the kind of a row, as `benefits.benefit`
 */
export function unite(stretches: Stretches, kinds: ArrayLike<number>): Stretches {
  const { row, place } = stretches;
  return addUp(stretches, (i, j) => kinds[row[i]] === kinds[row[j]] && place[i] === place[j]);
}

/** As `unite`, for what a person has in the same cell; or each day there once, with its greatest weight. */
export function uniteCells(stretches: Stretches, once: "sum" | "greatest"): Stretches {
  return addUp(stretches, (i, j) => stretches.cell[i] === stretches.cell[j], once === "sum" ? plus : Math.max);
}

/** As `unite`, for all that a person has, whatever it is. */
export function uniteAll(stretches: Stretches): Stretches {
  return addUp(stretches, () => true);
}

type Alike = (i: number, j: number) => boolean;
type Both = (one: number, other: number) => number;

const plus: Both = (one, other) => one + other;

function addUp(stretches: Stretches, alike: Alike, both: Both = plus): Stretches {
  const overlapping = overlaps(stretches, alike);
  if (overlapping.size === 0) return stretches;
  const united = startList(stretches.count);
  for (let start = 0; start < stretches.count; ) {
    const end = endOfPerson(stretches, start);
    const first = united.count;
    const waiting: number[] = [];
    for (let i = start; i < end; i++)
      if (overlapping.has(i)) waiting.push(i);
      else addPart(united, stretches, i);
    if (waiting.length > 0) {
      addUpDays(united, stretches, alike, both, waiting);
      sortFrom(united, first);
    }
    start = end;
  }
  return united;
}

/** The stretches that share a day with another that is alike. */
function overlaps({ count, person, from, to }: Stretches, alike: Alike): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < count; i++) {
    const end = to[i];
    for (let j = i + 1; j < count && from[j] < end && person[j] === person[i]; j++)
      if (alike(i, j)) found.add(i).add(j);
  }
  return found;
}

/** The weights together, day by day, at most 1, for the stretches of a person that share days with others. */
function addUpDays(united: StretchList, stretches: Stretches, alike: Alike, both: Both, overlapping: number[]): void {
  const { person, from, to, weight, row, place } = stretches;
  const waiting = new Set(overlapping);
  for (const first of waiting) {
    const group = [...waiting].filter((i) => i === first || alike(first, i));
    for (const i of group) waiting.delete(i);
    const days = [...new Set(group.flatMap((i) => [from[i], to[i]]))].sort((a, b) => a - b);
    for (const [k, day] of days.slice(0, -1).entries()) {
      const there = group.filter((i) => from[i] <= day && to[i] > day);
      if (there.length === 0) continue;
      const together = there.reduce((sofar, i) => both(sofar, weight[i]), 0);
      const part = add(united, person[first], day, days[k + 1], Math.min(1, together), row[there[0]], place[first]);
      united.cell[part] = stretches.cell[first];
    }
  }
}

/**
 * The days that lie in any of a person's stretches, each once: stretches that touch, overlap or have at most `gap` days
 * between them become one.
 */
export function cover(stretches: Stretches, gap = 0): Stretches {
  if (areApart(stretches, gap)) return stretches;
  const covered = startList(stretches.count);
  for (let i = 0; i < stretches.count; i++) {
    const last = covered.count - 1;
    if (last >= 0 && covered.person[last] === stretches.person[i] && stretches.from[i] - gap <= covered.to[last])
      covered.to[last] = Math.max(covered.to[last], stretches.to[i]);
    else addPart(covered, stretches, i);
  }
  return covered;
}

/** Whether more than `gap` days lie between any two of a person's stretches. */
function areApart({ count, person, from, to }: Stretches, gap: number): boolean {
  for (let i = 1; i < count; i++) if (person[i - 1] === person[i] && from[i] - gap <= to[i - 1]) return false;
  return true;
}

/** Parts of rows, some of them there twice, with each day of a row once. */
export function onceEach(parts: Stretches): Stretches {
  const { person, from, to, row, place } = parts;
  const once = startList(parts.count);
  for (let i = 0; i < parts.count; i++) {
    let begin = from[i];
    for (let j = i - 1; j >= 0 && person[j] === person[i]; j--)
      if (row[j] === row[i] && place[j] === place[i]) begin = Math.max(begin, to[j]);
    if (begin < to[i]) addPart(once, parts, i, begin, to[i]);
  }
  return once;
}
