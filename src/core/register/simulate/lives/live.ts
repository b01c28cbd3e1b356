import { addDays, type Day } from "../../../calendar/day.ts";
import { drawFrom, exponential } from "../../../stats/draw.ts";
import { yearsBetween } from "../model/state.ts";
import { beginOffer } from "../offers/begin.ts";
import { endOffer } from "../offers/courses.ts";
import type { Person, World } from "../world.ts";
import { earlier, later } from "./days.ts";
import { happens } from "./events.ts";
import { drawEvent, fillRates } from "./rates.ts";
import { become, retire } from "./turns.ts";

/**
 * Draws somebody's life until the end of the month. Between two days on which something is due (an offer begins or ends,
 * an offer ceases to work, a limit is reached) the rates are constant; the time to the next event is then exponential,
 * and each event as likely as its part of the sum of the rates.
 */
export function live(world: World, person: Person): void {
  const { random, now } = world;
  while (person.slot >= 0 && person.lived < now.end) {
    const day = person.lived;
    const due = nextDue(person, now.end);
    if (due <= day) {
      meet(world, person, day);
      continue;
    }
    const total = fillRates(world, person, day);
    const wait = total > 0 ? Math.min(due - day, Math.floor(exponential(random) / total)) : due - day;
    const on = later(addDays(day, wait), addDays(person.since, 1));
    if (on >= due) person.lived = due;
    else happens[drawEvent(random(), total)](world, person, on);
  }
}

/** The first day on which something is due, at the latest the end. */
function nextDue({ until, offer, after }: Person, end: Day): Day {
  let due = earlier(until, end);
  if (offer !== undefined) due = earlier(due, offer.begun ? offer.to : offer.from);
  if (after !== undefined) due = earlier(due, after.until);
  return due;
}

/** What is due on a day takes place. */
function meet(world: World, person: Person, day: Day): void {
  const { offer, after, until } = person;
  if (until <= day) reachEnd(world, person, day);
  else if (offer !== undefined && !offer.begun && offer.from <= day) beginOffer(world, person, offer, day);
  else if (offer?.begun && offer.to <= day) endOffer(world, person, day);
  else if (after !== undefined && after.until <= day) person.after = undefined;
}

/** A state comes to its own end. */
function reachEnd(world: World, person: Person, day: Day): void {
  const { states, afterStudies } = world.model;
  const { state, back, pension } = person;
  if (day >= pension) retire(world, person, day);
  else if (back !== undefined) become(world, person, back.state, day, back.since);
  else if (state === states.study) leaveSchool(world, person, drawFrom(world.random, afterStudies), day);
  else if (state.limit !== undefined) become(world, person, states.get(drawFrom(world.random, state.limit.next)), day);
  else become(world, person, states.selfsupport, day);
}

/** After an education comes what was drawn, or work for those whom that is not for. */
function leaveSchool(world: World, person: Person, id: string, day: Day): void {
  const { states } = world.model;
  const state = states.get(id);
  const age = yearsBetween(person.birth, day);
  const isOfAge = age >= state.leastAge && age <= state.mostAge;
  const isEducated = person.study?.completes === true && state.spec?.education === "none";
  become(world, person, isOfAge && !isEducated ? state : states.work, day);
}
