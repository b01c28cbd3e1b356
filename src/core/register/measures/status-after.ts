import { z } from "zod";
import { addDays, endOfMonth, isDay, OPEN_END } from "../../calendar/day.ts";
import type { Period } from "../../calendar/period.ts";
import { wholeNumber } from "../../format/scalars.ts";
import { statusNeeds } from "../reading/needs.ts";
import {
  destinations,
  kindsOf,
  leavingKinds,
  monthsAfter,
  statusAfter,
  statusUntil,
  withBenefit,
} from "../reading/outcome.ts";
import type { Reading } from "../reading/reading.ts";
import { rankOf, type Status, statuses } from "../reading/status.ts";
import { selectUnits, units } from "../reading/units.ts";
import { addPart, filter, startList } from "../stretches/list.ts";
import { endDays, untilKnown } from "./ended.ts";
import type { Asked, Measure } from "./measure.ts";
import { flagWord, leaving, statusWords, staying, words } from "./options.ts";

/**
 * Spells or courses that ended in the period, whose person has one of the statuses some time after. Whoever has died or
 * moved away by then is left out, and counted apart.
 */
const spec = units.extend({
  measure: z.literal("status-after"),
  /** The statuses that count where none is asked for. */
  status: statusWords.default(new Set()),
  /** All who have neither died nor moved away: what the others are a share of. */
  everyone: flagWord,
  /** The weekly hours that make wage work a status. */
  hours: wholeNumber.default(20),
  /** The benefit that decides when there are several: the first of these. */
  precedence: words.default([]),
  /** The time after: `months` to the day; with `until`, or in `weeks`, a stretch of days. */
  months: wholeNumber.default(0),
  until: wholeNumber.optional(),
  weeks: z
    .string()
    .regex(/^\d+-\d+$/)
    .optional(),
  /**
   * How the time after is looked at: `on-day` months after, at the next `month-end`, or on `any` or `all` days of a
   * stretch, or for a `share` of them.
   */
  rule: z.enum(["on-day", "month-end", "any", "all", "share"]).default("on-day"),
  /** Shorter units are left out. */
  days: wholeNumber.default(1),
  /** `whole`: no figure until the time has passed for all that ended; `each`: those for whom it has not are left out. */
  cohort: z.enum(["whole", "each"]).default("whole"),
});
type Spec = z.output<typeof spec>;

export const statusAfterMeasure: Measure<typeof spec> = {
  spec,
  forAllWindows: true,
  table: ({ table }) => table,
  needs: (of, asked) => [
    untilKnown(of, asked),
    ...statusNeeds(statusesOf(of, asked), (period, asOf) =>
      of.cohort === "whole" ? windowAfter(of, addDays(period.to, -1))[1] : lastPassed(of, period, asOf),
    ),
  ],
  count: (reading, of, asked) => {
    const all = selectUnits(reading, of);
    const ended = filter(all, (i) => all.to[i] !== OPEN_END && all.to[i] - all.from[i] >= of.days);
    const ends = endDays(ended);
    const counted = startList(ends.count);
    const after = statusAfter(reading, of.hours);
    const until = statusUntil(reading, of.hours);
    const kindOf = withBenefit(reading, of.precedence);
    const wanted = new Set([...statusesOf(of, asked)].map(rankOf));
    for (let i = 0; i < ends.count; i++) {
      const outcome = outcomeOf(reading, of, wanted, after, until, ends.person[i], ends.from[i]);
      if (outcome.weight === 0) continue;
      const part = addPart(counted, ends, i);
      counted.weight[part] = outcome.weight;
      counted.kind[part] = kindOf(outcome.status, ends.person[i], outcome.first);
    }
    const own = of.everyone ? [] : destinations(reading);
    return {
      stretches: counted,
      value: "sum",
      own,
      narrowed: asked.get("status") === undefined ? [] : ["status"],
      outcomes: true,
      kinds: { counted: kindsOf(reading, staying), apart: { ...leavingKinds, "not-yet-published": NOT_YET } },
    };
  },
};

/** The statuses that count: any where a breakdown by status, or a filter, tells them apart later. */
function statusesOf({ status, everyone }: Spec, asked: Asked): ReadonlySet<Status> {
  const told = ["status", "destination"].some((one) => asked.has(one) && asked.get("status") === undefined);
  if (everyone || told) return staying;
  return new Set(statuses.filter((one) => (asked.get("status")?.split("+") ?? [...status]).includes(one)));
}

type Outcome = { readonly weight: number; readonly status: number; readonly first: number };

/** The kind, instead of a status, of those for whom the time after has not passed. */
const NOT_YET = 0;

/** What became of the person of one unit: how much it counts, and the status on the first day looked at. */
function outcomeOf(
  reading: Reading,
  of: Spec,
  wanted: ReadonlySet<number>,
  after: ReturnType<typeof statusAfter>,
  until: ReturnType<typeof statusUntil>,
  person: number,
  lastDay: number,
): Outcome {
  const [first, end] = windowAfter(of, lastDay);
  if (end > reading.asOf + 1) return { weight: 1, status: NOT_YET, first };
  const status = after(person, lastDay, first);
  if (leaving.has(statuses[status - 1])) return { weight: 1, status, first };
  let [days, met] = [0, 0];
  for (let day = first, next = first; day < end; day = next) {
    const then = after(person, lastDay, day);
    if (leaving.has(statuses[then - 1])) break;
    next = Math.min(end, until(person, day));
    days += next - day;
    if (wanted.has(then)) met += next - day;
  }
  return { weight: weightOf[of.rule](met, days), status, first };
}

const weightOf: Readonly<Record<Spec["rule"], (met: number, days: number) => number>> = {
  "on-day": (met) => met,
  "month-end": (met) => met,
  any: (met) => (met > 0 ? 1 : 0),
  all: (met, days) => (met === days ? 1 : 0),
  share: (met, days) => met / days,
};

/** The days looked at after a last day: from the first, until the day after the last. */
function windowAfter({ months, until, weeks, rule }: Spec, lastDay: number): [number, number] {
  if (weeks !== undefined) {
    const [from, to] = weeks.split("-").map((week) => lastDay + 7 * Number(week));
    return [from, to + 1];
  }
  const day = monthsAfter(lastDay, months);
  if (rule === "month-end") return onlyDay(monthEnd(day));
  if (rule === "on-day" || until === undefined) return onlyDay(day);
  return [day, monthsAfter(lastDay, until) + 1];
}

/** Of the days looked at after the last days in a period, the day after the last that has passed. */
function lastPassed(of: Spec, { from, to }: Period, asOf: number): number {
  for (let lastDay = to - 1; lastDay >= from; lastDay--) {
    const [, end] = windowAfter(of, lastDay);
    if (end <= asOf + 1) return Math.max(to, end);
  }
  return to;
}

function onlyDay(day: number): [number, number] {
  return [day, day + 1];
}

function monthEnd(day: number): number {
  return isDay(day) ? endOfMonth(day) : day;
}
