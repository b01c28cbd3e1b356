import { addDays, type Day } from "../../calendar/day.ts";
import { addToMonth, firstDay, monthOf } from "../../calendar/month.ts";
import { windowsOf } from "../../register/counting/windows.ts";
import { ageOn } from "../../register/reading/ages.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import { benefitOf, benefitSpells } from "../../register/reading/benefits.ts";
import type { Law } from "../../register/reading/law.ts";
import { destinations, monthsAfter, statusAfter, withBenefit } from "../../register/reading/outcome.ts";
import { birthDays } from "../../register/reading/persons.ts";
import type { Reading } from "../../register/reading/reading.ts";
import { readings } from "../../register/reading/readings.ts";
import { latestSteps } from "../../register/reading/residence.ts";
import type { Stretches } from "../../register/stretches/list.ts";
import { lookUp } from "../../register/stretches/steps.ts";
import type { Grouping } from "./groups.ts";

/** Spells found running on a day (`found`, by its number among the days), how long each went on, and what came then. */
export type Wait = {
  readonly found: number;
  readonly person: number;
  /** Days from the day it was found until it ended, or until the last that is known of it. */
  readonly days: number;
  /** The number of where the person went; `STILL_THERE` where no end is known. */
  readonly next: number;
};

export const STILL_THERE = -1;

/** What a register tells of spells found running on some days. */
export type Waits = {
  /** The days, the newest first. */
  readonly days: readonly Day[];
  /** Every end before this day is known. */
  readonly known: Day;
  /** What the numbers of where people went stand for: a status, or on public support the benefit. */
  readonly words: readonly string[];
  readonly byGroup: ReadonlyMap<number, readonly Wait[]>;
  /** People whose spell runs on the as-of day, as far as is known, by group. */
  readonly running: ReadonlyMap<number, number>;
};

/** How destinations are told: where a person is a month after, from how many weekly hours on that is work. */
export type Destinations = { readonly hours: number; readonly precedence: readonly string[] };

const MONTHS_AFTER = 1;

/** A quarter lies between the days on which spells are looked for: nearer, they would be mostly the same. */
const MONTHS_BETWEEN = 3;
const MOST_DAYS = 16;

/** Finds the spells that ran on each of the days, by the group they were in on the day. */
export function waitsOf(read: AsOf, law: Law, grouping: Grouping, after: Destinations): Waits {
  const known = knownUntil(read.asOf);
  const days = daysLookedAt(read, known);
  const byGroup = new Map<number, Wait[]>();
  const running = new Map<number, number>();
  let words: readonly string[] = [];
  for (const persons of readings(read, law)) {
    const reading = { ...persons, windows: windowsOf([]) };
    words = destinations(reading)[1].words;
    const spells = benefitSpells(reading);
    const [groupOn, nextOf] = [grouper(reading, spells, grouping), nexts(reading, spells, after)];
    for (let i = 0; i < spells.count; i++) {
      if (spells.from[i] <= read.asOf && spells.to[i] > read.asOf) {
        const group = groupOn(i, read.asOf);
        running.set(group, (running.get(group) ?? 0) + 1);
      }
      const isOver = spells.to[i] <= known;
      for (const [found, day] of days.entries()) {
        if (spells.from[i] > day || spells.to[i] <= day) continue;
        const group = groupOn(i, day);
        const until = Math.min(spells.to[i], known) - day;
        const wait = { found, person: spells.person[i], days: until, next: isOver ? nextOf(i) : STILL_THERE };
        const there = byGroup.get(group);
        if (there === undefined) byGroup.set(group, [wait]);
        else there.push(wait);
      }
    }
  }
  return { days, known, words, byGroup, running };
}

/** The day before which every end is known: the calendar month after it must have passed. */
function knownUntil(asOf: Day): Day {
  return firstDay(addToMonth(monthOf(addDays(asOf, 1)), -1));
}

/** Last days of months a quarter apart, from the one a quarter before the known days end, as far as the register covers. */
function daysLookedAt({ register }: AsOf, known: Day): Day[] {
  const covers = register.covers.benefits;
  const days = Array.from({ length: MOST_DAYS }, (_, k) =>
    addDays(firstDay(addToMonth(monthOf(known), -MONTHS_BETWEEN * (k + 1))), -1),
  );
  return days.filter((day) => covers !== undefined && day >= covers.from);
}

/** The group that a spell's person is in on a day. */
function grouper(reading: Reading, spells: Stretches, grouping: Grouping): (i: number, day: number) => number {
  const { words } = reading.register.dictionaries.visitation;
  const [benefits, born] = [benefitOf(reading), birthDays(reading)];
  const categoryOn = grouping.byVisitation ? lookUp(latestSteps(reading, "visitation", "category", words)) : () => 0;
  return (i, day) => {
    const person = spells.person[i];
    const birth = born(person);
    const age = birth === undefined ? undefined : ageOn(day, birth);
    return grouping.numberOf(benefits[spells.row[i]], day - spells.from[i], age, categoryOn(person, day));
  };
}

/** Where the person of a spell that is over went, worked out once. */
function nexts(reading: Reading, spells: Stretches, { hours, precedence }: Destinations): (i: number) => number {
  const [after, kindOf] = [statusAfter(reading, hours), withBenefit(reading, precedence)];
  const { codeOf } = destinations(reading)[1];
  const known = new Map<number, number>();
  return (i) => {
    const before = known.get(i);
    if (before !== undefined) return before;
    const last = spells.to[i] - 1;
    const on = monthsAfter(last, MONTHS_AFTER);
    const next = codeOf(kindOf(after(spells.person[i], last, on), spells.person[i], on));
    known.set(i, next);
    return next;
  };
}
