import type { Rows } from "../columns.ts";
import { daysWithin, type Pair, startsOf, translation, type Window } from "./compare.ts";

/** How the benefit days of a stretch compare; a day is counted once for each benefit paid on it. */
export type DayCount = {
  /** Days before and after. */
  before: number;
  after: number;
  /** Days of both, and those of them with another degree, or another municipality paying. */
  common: number;
  otherDegree: number;
  otherPayer: number;
};

/** How the benefits of two deliveries compare over the days that both tell of. */
export type BenefitDays = {
  readonly settled: DayCount;
  readonly recent: DayCount;
  /** Persons with a settled day, and those of them whom the other delivery does not know. */
  readonly persons: { before: number; vanished: number; after: number; appeared: number };
};

/** Compares the benefits of two deliveries day by day, since rows may be cut differently. */
export function compareBenefits(pair: Pair, window: Window): BenefitDays {
  const found: BenefitDays = {
    settled: { before: 0, after: 0, common: 0, otherDegree: 0, otherPayer: 0 },
    recent: { before: 0, after: 0, common: 0, otherDegree: 0, otherPayer: 0 },
    persons: { before: 0, vanished: 0, after: 0, appeared: 0 },
  };
  const [old, young] = [sideOf(pair.before), sideOf(pair.after)];
  if (old === undefined || young === undefined) return found;
  const words = wordsOf(pair);
  const isKnown = new Uint8Array(pair.after.dictionaries.person.words.length);
  for (let person = 1; person < old.starts.length - 1; person++) {
    const now = words.person[person];
    if (now > 0) isKnown[now] = 1;
    const had = countSide(old, person, window, "before", found);
    if (!had) continue;
    found.persons.before++;
    if (now < 0 || young.starts[now] === young.starts[now + 1]) found.persons.vanished++;
    else countCommon(old, person, young, now, words, window, found);
  }
  for (let person = 1; person < young.starts.length - 1; person++) {
    if (!countSide(young, person, window, "after", found)) continue;
    found.persons.after++;
    if (isKnown[person] === 0) found.persons.appeared++;
  }
  return found;
}

type Side = { readonly rows: Rows<"benefits">; readonly starts: Int32Array };

function sideOf({ tables, dictionaries }: Pair["before"]): Side | undefined {
  if (tables.benefits === undefined) return undefined;
  const { person_id } = tables.benefits.columns;
  return { rows: tables.benefits, starts: startsOf(person_id, dictionaries.person.words.length) };
}

function wordsOf({ before, after }: Pair) {
  const of = (list: "person" | "benefit" | "municipality") =>
    translation(before.dictionaries[list], after.dictionaries[list]);
  return { person: of("person"), benefit: of("benefit"), municipality: of("municipality") };
}

/** Adds the days of one person; returns whether any of them is settled. */
function countSide(side: Side, person: number, window: Window, when: "before" | "after", found: BenefitDays): boolean {
  const { from, to } = side.rows.columns;
  let settled = 0;
  for (let i = side.starts[person]; i < side.starts[person + 1]; i++) {
    settled += daysWithin(from[i], to[i], window.from, window.settled);
    found.recent[when] += daysWithin(from[i], to[i], window.settled, window.to);
  }
  found.settled[when] += settled;
  return settled > 0;
}

/** Adds the days that a person has on a benefit in both. */
function countCommon(
  old: Side,
  was: number,
  young: Side,
  is: number,
  words: ReturnType<typeof wordsOf>,
  window: Window,
  found: BenefitDays,
) {
  const [a, b] = [old.rows.columns, young.rows.columns];
  for (let i = old.starts[was]; i < old.starts[was + 1]; i++)
    for (let j = young.starts[is]; j < young.starts[is + 1]; j++) {
      if (words.benefit[a.benefit[i]] !== b.benefit[j]) continue;
      const [from, to] = [Math.max(a.from[i], b.from[j]), Math.min(a.to[i], b.to[j])];
      if (from >= to) continue;
      const otherDegree = a.degree[i] !== b.degree[j];
      const otherPayer = words.municipality[a.municipality[i]] !== b.municipality[j];
      addCommon(found.settled, daysWithin(from, to, window.from, window.settled), otherDegree, otherPayer);
      addCommon(found.recent, daysWithin(from, to, window.settled, window.to), otherDegree, otherPayer);
    }
}

function addCommon(count: DayCount, days: number, otherDegree: boolean, otherPayer: boolean) {
  count.common += days;
  if (otherDegree) count.otherDegree += days;
  if (otherPayer) count.otherPayer += days;
}
