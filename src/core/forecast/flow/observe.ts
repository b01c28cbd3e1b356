import { firstDayAt, monthAt } from "../../calendar/civil.ts";
import { OPEN_END } from "../../calendar/day.ts";
import { isMonth, type Month } from "../../calendar/month.ts";
import { broken } from "../../faults/fault.ts";
import type { AsOf } from "../../register/reading/as-of.ts";
import { benefitDays } from "../../register/reading/benefits.ts";
import type { Law } from "../../register/reading/law.ts";
import { birthDays } from "../../register/reading/persons.ts";
import type { Reading } from "../../register/reading/reading.ts";
import { readings } from "../../register/reading/readings.ts";
import { endOfPerson } from "../../register/stretches/list.ts";
import { replacedBy } from "./dated.ts";
import { cellOf, type FlowShape } from "./flows.ts";
import type { FlowModel, FlowParameters } from "./model.ts";
import { type StateOn, statesOf } from "./month-ends.ts";
import { arrivalAt, exitAt, type Observed, startObserved, stockAt } from "./observed.ts";
import { type Climb, climb, rest } from "./rung.ts";

/** A year in days, so that an age can be had by division; a day off now and then moves nobody a month. */
const YEAR = 365.2425;

/** Months before the first that are read so that the time in a state is known from the beginning. */
const RUN_UP = 60;

/**
 * Sees where everybody is at the end of every month, in one pass over a register. Only months that the register covers
 * to their last day are seen; whoever has had no benefit for long, or never had one, is outside.
 *
 * @throws BrokenInput register-too-short when there are too few months to learn from
 */
export function observe(read: AsOf, law: Law, model: FlowModel, municipality?: number): Observed {
  const [first, end] = monthsSeen(read, model);
  const months = end - first;
  if (months < model.fewestMonths)
    throw broken("register-too-short", { months: Math.max(0, months), needed: model.fewestMonths });
  const observed = startObserved(model, shapeOf(model, months), first, months);
  const replaced = replacedBy(model.changes, lastMonth(observed));
  for (const persons of readings(read, law)) {
    const reading: Reading = { ...persons, windows: noWindows };
    walk(observed, reading, statesOf(reading, { ...model, replaced }, municipality), model.ageBands);
  }
  return observed;
}

/** Nothing here is counted by window. */
const noWindows = { periods: [], bounds: new Int32Array(1), at: new Int32Array(0) };

/** The first month whose end is seen, and the one after the last. */
function monthsSeen({ register, asOf }: AsOf, { history, fewestMonths }: FlowModel): [Month, Month] {
  const { benefits } = register.tables;
  const covers = register.covers.benefits;
  let firstEnd = Number.POSITIVE_INFINITY;
  for (const to of benefits?.columns.to ?? []) if (to < firstEnd) firstEnd = to;
  if (benefits === undefined || firstEnd >= OPEN_END)
    throw broken("register-too-short", { months: 0, needed: fewestMonths });
  const end = monthAt(Math.min(asOf + 1, covers?.to ?? OPEN_END));
  const first = Math.max(end - history, monthAt(firstEnd - 1), covers === undefined ? 0 : monthAt(covers.from));
  return [monthFor(first), monthFor(end)];
}

/** How finely people are told apart; in a short register they are followed for less long. */
export function shapeOf(model: FlowParameters, months: number): FlowShape {
  const { durationBands, ageBands } = model;
  const durations = durationBands[durationBands.length - 1] + 1;
  return {
    durations,
    bands: durationBands.length,
    bandOf: Int32Array.from({ length: durations }, (_, d) => durationBands.findLastIndex((from) => from <= d)),
    ages: ageBands.length,
    ageing: Float64Array.from(ageBands, (from, a) =>
      a + 1 < ageBands.length ? 1 / (12 * (ageBands[a + 1] - Math.max(from, 18))) : 0,
    ),
    followed: Math.min(model.followed, Math.floor(months / 4), durations),
  };
}

function walk(observed: Observed, reading: Reading, { stateOn, until }: StateOn, ageBands: readonly number[]): void {
  const { states, shape, first, months } = observed;
  const { bandOf, durations, ages, followed } = shape;
  const days = benefitDays(reading);
  const born = birthDays(reading);
  for (let start = 0; start < days.count; start = endOfPerson(days, start)) {
    const person = days.person[start];
    const birth = born(person);
    let [state, duration, today, same] = [-1, 0, -1, 0];
    const way: Climb = { rung: 0, rests: [] };
    for (let t = Math.max(-RUN_UP, monthAt(days.from[start]) - first); t < months; t++) {
      const day = firstDayAt(first + t + 1) - 1;
      if (day >= same) {
        today = stateOn(person, day);
        same = until(person, day);
      }
      const ageOn = (on: number) => (birth === undefined ? 1 : bandAt(ageBands, (on - birth) / YEAR));
      const age = ageOn(day);
      const before = state;
      const kind = today < 0 ? "own" : states[today].kind;
      if (before < 0) {
        if (kind !== "benefit") {
          // Nothing changes until the state may: outside is passed over at once.
          if (same >= OPEN_END) break;
          const next = Math.max(t, monthAt(same) - first - 1);
          rest(way, next, next - t + 1);
          t = next;
          continue;
        }
        [state, duration] = [today, 0];
        if (t > 0) observed.arrivals[arrivalAt(observed, t, today) + age]++;
      } else {
        const isGone = today < 0 || (today === before && kind === "own" && duration + 1 >= followed);
        // Whoever leaves was counted at the age of the month before: a benefit that ends with an age would else be left by
        // more than were on it.
        if (today !== before && !isGone && t > 0)
          observed.exits[
            exitAt(observed, t, before, today, bandOf[Math.min(duration, durations - 1)]) +
              ageOn(firstDayAt(first + t) - 1)
          ]++;
        duration = today === before ? duration + 1 : 0;
        state = isGone || kind === "out" ? -1 : today;
      }
      if (kind === "benefit") climb(way);
      else rest(way, t);
      if (state >= 0 && t === months - 1)
        observed.rungs[way.rung][cellOf(shape, state, Math.min(duration, durations - 1), age)]++;
      if (state >= 0 && t >= 0)
        observed.stocks[stockAt(observed, t, state, Math.min(duration, durations - 1), Math.min(age, ages - 1))]++;
    }
  }
}

function bandAt(bands: readonly number[], age: number): number {
  let band = 0;
  while (band + 1 < bands.length && bands[band + 1] <= age) band++;
  return band;
}

function monthFor(n: number): Month {
  if (isMonth(n)) return n;
  throw new Error(`${n} is not a month`);
}

/** The last month seen. */
export function lastMonth({ first, months }: Observed): Month {
  return monthFor(first + months - 1);
}
