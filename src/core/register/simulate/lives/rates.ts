import type { Day } from "../../../calendar/day.ts";
import { monthsBetween, yearsBetween } from "../model/state.ts";
import type { Person, World } from "../world.ts";

/** What can happen to somebody on any day. */
export const events = [
  "work",
  "education",
  "selfsupport",
  "interlude",
  "partialRecovery",
  "death",
  "emigration",
  "move",
  "newJob",
] as const;
export type Event = (typeof events)[number];

/** Used for one person after the other. */
const rates = new Float64Array(events.length);

/** Fills in the rates a day of everything that can happen to somebody, and gives their sum. */
export function fillRates({ model, now }: World, person: Person, day: Day): number {
  const { state } = person;
  const age = yearsBetween(person.birth, day);
  const isSupported = state.spec !== undefined;
  if (isSupported) {
    const months = monthsBetween(person.since, day);
    const effect = effectOfOffers(person, day);
    rates[0] = state.work[months] * person.intoWork * now.intoWork * effect;
    rates[1] = state.education[months] * person.intoEducation * now.intoEducation * effect;
    rates[2] = state.selfsupport[months];
    rates[3] = state.interlude * now.intoWork;
    rates[4] = person.degree === 1 ? state.partial : 0;
  } else rates.fill(0, 0, 5);
  rates[5] = model.mortality[age] * state.mortality;
  rates[6] = model.emigration[person.origin];
  rates[7] = model.moving[age] * (isSupported ? model.movingSupported : 1);
  rates[8] = model.jobChange[state.at];
  let total = 0;
  for (let i = 0; i < rates.length; i++) total += rates[i];
  return total;
}

/** One of the events, each as likely as its part of the sum of the rates that were filled in last. */
export function drawEvent(u: number, total: number): Event {
  let left = u * total;
  for (const [i, event] of events.entries()) {
    left -= rates[i];
    if (left < 0) return event;
  }
  return "newJob";
}

/** The planted truth: what an offer does to coming into work and education while it runs, and for some time after. */
export function effectOfOffers({ offer, after, state }: Person, day: Day): number {
  if (offer?.begun) return offer.kind.during[state.at];
  return after !== undefined && day < after.until ? after.kind.after[state.at] : 1;
}
