import { addDays, addMonths, type Day, OPEN_END } from "#core/calendar/day.ts";
import { monthOf } from "#core/calendar/month.ts";
import { parsePeriod } from "#core/calendar/period.ts";
import type { Row } from "#core/register/row.ts";
import { byPerson } from "./count.ts";
import { demo, type Simulated } from "./run.ts";

/** Time at risk and exits in it, of those who have had an offer within a year and those who have had none. */
type Stratum = { readonly after: Risk; readonly never: Risk };
type Risk = { days: number; exits: number };

/** The rate of coming into work or education after an offer compared with without: as it stands, and adjusted. */
export type RateRatio = {
  readonly raw: number;
  readonly adjusted: number;
  readonly error: number;
  readonly exits: number;
};

/**
 * The rate ratio of an offer for those on a benefit, from the rows alone. Adjusted: Mantel and Haenszel's, over strata of
 * every trait, month on the benefit and month of the calendar that a rate depends on. Greenland and Robins (1985) give
 * the standard error of its logarithm.
 */
export function rateRatio(register: Simulated, benefit: string, isOffer: (offer: Row<"offers">) => boolean): RateRatio {
  const strata = strataOf(register, benefit, isOffer);
  const sums = { above: 0, below: 0, variance: 0 };
  const all = { after: { days: 0, exits: 0 }, never: { days: 0, exits: 0 } };
  for (const { after, never } of strata.values()) {
    for (const [sum, part] of [
      [all.after, after],
      [all.never, never],
    ] as const) {
      sum.days += part.days;
      sum.exits += part.exits;
    }
    const days = after.days + never.days;
    sums.above += (after.exits * never.days) / days;
    sums.below += (never.exits * after.days) / days;
    sums.variance += ((after.exits + never.exits) * after.days * never.days) / days ** 2;
  }
  return {
    raw: all.after.exits / all.after.days / (all.never.exits / all.never.days),
    adjusted: sums.above / sums.below,
    error: Math.sqrt(sums.variance / (sums.above * sums.below)),
    exits: all.after.exits,
  };
}

function strataOf(register: Simulated, benefit: string, isOffer: (offer: Row<"offers">) => boolean) {
  const strata = new Map<string, Stratum>();
  const persons = new Map(register.persons.map((person) => [person.person_id, person]));
  const offers = byPerson(register.offers);
  const exits = exitDays(register, benefit);
  const months = register.populations.map(({ period }) => parsePeriod(period)).filter(({ kind }) => kind === "month");
  // Offers that ended before the register begins are not in it: a year passes before nobody can have had one.
  const first = addMonths(earliest(months.map(({ from }) => from)), 12);
  const last = latest(months.map(({ to }) => to));
  for (const spell of register.benefits) {
    const person = persons.get(spell.person_id);
    if (spell.benefit !== benefit || person === undefined) continue;
    const courses = (offers.get(spell.person_id) ?? []).toSorted((a, b) => a.from - b.from);
    const end = spell.to ?? OPEN_END;
    for (let day = latest([spell.from, first]); day < Math.min(end, last); day = addDays(day, 1)) {
      const exposure = exposureOn(courses, day, isOffer);
      if (exposure === undefined) continue;
      const key = keyOf(person, spell.from, day);
      const stratum = strata.get(key) ?? { after: { days: 0, exits: 0 }, never: { days: 0, exits: 0 } };
      strata.set(key, stratum);
      stratum[exposure].days++;
      if (day === end - 1 && exits.has(`${spell.person_id} ${end}`)) stratum[exposure].exits++;
    }
  }
  return strata;
}

function latest(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b));
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a < b ? a : b));
}

/** Whether the latest offer is one of those asked for and works still, or none has worked; undefined for all others. */
function exposureOn(courses: readonly Row<"offers">[], day: Day, isOffer: (offer: Row<"offers">) => boolean) {
  const course = courses.findLast(({ from }) => from <= day);
  if (course === undefined) return "never";
  if (course.to === undefined || course.to > day) return undefined;
  if (addMonths(course.to, demo.offers.months) <= day) return "never";
  return isOffer(course) ? "after" : undefined;
}

/** The days on which people come into work or education, short jobs that lead back to the benefit left out. */
function exitDays({ benefits, employment, education }: Simulated, benefit: string): Set<string> {
  const back = new Set(
    benefits.filter((row) => row.benefit === benefit).map(({ person_id, from }) => `${person_id} ${from}`),
  );
  const longest = demo.states.selfSupport.interlude[1];
  const jobs = employment.filter(
    ({ person_id, from, to }) => !(to !== undefined && to - from <= longest && back.has(`${person_id} ${to}`)),
  );
  return new Set([...jobs, ...education].map(({ person_id, from }) => `${person_id} ${from}`));
}

/** Traits as on the first day of the spell, months on the benefit, and quarter of the year: all that a rate depends on. */
function keyOf({ education, origin, sex, birth_date }: Row<"persons">, since: Day, day: Day): string {
  const age = (since - (birth_date ?? since)) / 365.25;
  const months = (day - since) / 30.4375;
  const quarter = Math.floor(monthOf(day) / 3);
  return [education, origin, sex, stepOf(ages, age), stepOf(durations, months), quarter].join();
}

const { work, education: study } = demo.people.factors;
const ages = [...work.age, ...study.age].map(([from]) => from).toSorted((a, b) => a - b);
const durations = [0, 1, 3, 6, 12];

function stepOf(steps: readonly number[], value: number): number {
  return steps.findLastIndex((from) => from <= value);
}
