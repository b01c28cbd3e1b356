import { firstDayAt, monthAt } from "../../calendar/civil.ts";
import { OPEN_END } from "../../calendar/day.ts";
import { addPart, endOfPerson, type Stretches, startList } from "./list.ts";

/** When days of a kind belong together, and when the end of what they form is known. */
export type Joining = {
  /** Whether a stretch that begins on `from` continues what ended before `to`. */
  readonly joins: (to: number, from: number, kind: number) => boolean;
  /** Whether it is known, as of a day, that what ended before `to` has ended. */
  readonly isOver: (to: number, asOf: number, kind: number) => boolean;
};

/**
 * Spells on a benefit: days belong to one spell until one full calendar month without the benefit has passed, and only
 * then is its end known. Of the kinds in `registered` every break is an end, known at once.
 */
export function spellRule(registered: ReadonlySet<number>): Joining {
  return {
    joins: (to, from, kind) => (registered.has(kind) ? from <= to : monthAt(from) <= monthAt(to - 1) + 1),
    isOver: (to, asOf, kind) => (registered.has(kind) ? to : firstDayAt(monthAt(to - 1) + 2)) <= asOf + 1,
  };
}

/** Courses of an offer: days with at most so many days between them belong to one course. */
export function courseRule(gap: number): Joining {
  return { joins: (to, from) => from - to <= gap, isOver: (to, asOf) => to <= asOf + 1 };
}

/**
 * Joins what a person has of one kind in one municipality into spells (or courses), gaps bridged; what is not known to
 * have ended runs on.
 */
export function joinAlike(
  stretches: Stretches,
  kinds: ArrayLike<number>,
  { joins, isOver }: Joining,
  asOf: number,
): Stretches {
  const joined = startList(stretches.count);
  for (let start = 0; start < stretches.count; ) {
    const end = endOfPerson(stretches, start);
    const first = joined.count;
    for (let i = start; i < end; i++) {
      const kind = kinds[stretches.row[i]];
      const last = lastAlike(joined, first, kinds, kind, stretches.place[i]);
      if (last >= 0 && joins(joined.to[last], stretches.from[i], kind))
        joined.to[last] = Math.max(joined.to[last], stretches.to[i]);
      else addPart(joined, stretches, i);
    }
    for (let k = first; k < joined.count; k++)
      if (!isOver(joined.to[k], asOf, kinds[joined.row[k]])) joined.to[k] = OPEN_END;
    start = end;
  }
  return joined;
}

/** The newest spell of a kind and municipality among a person's, or −1. */
function lastAlike(joined: Stretches, first: number, kinds: ArrayLike<number>, kind: number, place: number): number {
  for (let k = joined.count - 1; k >= first; k--)
    if (kinds[joined.row[k]] === kind && joined.place[k] === place) return k;
  return -1;
}
