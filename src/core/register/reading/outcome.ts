import { addMonths, isDay } from "../../calendar/day.ts";
import { filter, withCodes } from "../stretches/list.ts";
import { decide, lookAhead, lookUp, type Steps } from "../stretches/steps.ts";
import { benefitDays, benefitOf, benefitsIn } from "./benefits.ts";
import type { OwnKind } from "./dimensions.ts";
import { type Reading, remember } from "./reading.ts";
import { residenceSteps } from "./residence.ts";
import { rankOf, type Status, statuses, statusSteps } from "./status.ts";

/** A status, and on public support the number of the benefit, in one number. */
const BENEFIT = 16;

/** The status that a kind holds, as `rankOf` numbers it. */
export function statusIn(kind: number): number {
  return kind % BENEFIT;
}

/** The kinds of those who have left, by the reason why they are no part of a figure. */
export const leavingKinds = { doed: rankOf("doed"), fraflyttet: rankOf("fraflyttet") };

/** 1 at each kind that holds one of the statuses. */
export function kindsOf({ register }: Reading, wanted: ReadonlySet<Status>): Uint8Array {
  const ranks = new Set([...wanted].map(rankOf));
  const { length } = register.dictionaries.benefit.words;
  return Uint8Array.from({ length: BENEFIT * (length + 1) }, (_, kind) => (ranks.has(statusIn(kind)) ? 1 : 0));
}

/** Tells the status of a person so many days or months after a day; asked in the order of the persons. */
export type StatusAfter = (person: number, lastDay: number, on: number) => number;

/**
 * The status of a person on a day, seen from a day before on which something ended: who then lives in another
 * municipality has moved away, unless dead or emigrated.
 */
export function statusAfter(reading: Reading, hours: number): StatusAfter {
  const statusOn = lookUp(statusSteps(reading, hours));
  const homes = residenceSteps(reading);
  const homeOn = lookUp(homes);
  const [gone, alone] = [rankOf("fraflyttet"), rankOf("selvforsoerget")];
  return (person, lastDay, on) => {
    const status = statusOn(person, on) || alone;
    if (status <= gone || homes.count === 0) return status;
    const before = homeOn(person, lastDay);
    const now = homeOn(person, on);
    return before !== 0 && now !== 0 && before !== now ? gone : status;
  };
}

/** The first day after a day on which a person may have another status after the same last day. */
export function statusUntil(reading: Reading, hours: number): (person: number, on: number) => number {
  const statusUntilDay = lookAhead(statusSteps(reading, hours));
  const homeUntilDay = lookAhead(residenceSteps(reading));
  return (person, on) => Math.min(statusUntilDay(person, on), homeUntilDay(person, on));
}

/** The same day of the month so many months after a day, or the last of that month. */
export function monthsAfter(day: number, months: number): number {
  if (!isDay(day)) throw new Error(`${day} is not a day`);
  return addMonths(day, months);
}

/** Adds to the status of a person on a day, when it is public support, the benefit. */
export function withBenefit(reading: Reading, precedence: readonly string[]): StatusOn {
  const benefitOn = lookUp(supportSteps(reading, precedence));
  return (status, person, on) =>
    status === rankOf("forsoergelse") ? status + BENEFIT * benefitOn(person, on) : status;
}

/** A kind from a status, a person and a day. */
export type StatusOn = (status: number, person: number, on: number) => number;

/** The dimensions of a kind: the status; and where the person has gone, which on public support is the benefit. */
export function destinations({ register }: Reading): readonly OwnKind[] {
  const statusWords = ["", ...statuses];
  return [
    { dimension: "status", words: statusWords, codeOf: statusIn },
    {
      dimension: "destination",
      words: [...statusWords, ...register.dictionaries.benefit.words.slice(1)],
      codeOf: (kind) => (kind < BENEFIT ? kind : statuses.length + Math.floor(kind / BENEFIT)),
    },
  ];
}

/** The benefit of public support that decides each day: the first in the order given, others by the alphabet. */
function supportSteps(reading: Reading, precedence: readonly string[]): Steps {
  return remember(reading, `support ${precedence.join(" ")}`, () => {
    const benefits = benefitOf(reading);
    const support = benefitsIn(reading, ["support"]);
    const { words } = reading.register.dictionaries.benefit;
    const order = [...precedence, ...words.filter((word) => !precedence.includes(word)).toSorted()];
    const rank = words.map((word) => order.indexOf(word));
    const all = benefitDays(reading);
    const days = filter(all, (i) => support[benefits[all.row[i]]] === 1);
    const coded = withCodes(days, (i) => benefits[days.row[i]]);
    return { ...coded, ...decide(coded, (i, j) => rank[coded.code[i]] < rank[coded.code[j]]) };
  });
}
