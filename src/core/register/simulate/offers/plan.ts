import { addDays, type Day } from "../../../calendar/day.ts";
import { between, drawFrom, mixOf, pick, roundAtRandom, wholeBetween } from "../../../stats/draw.ts";
import { placementCompany } from "../companies/cooperate.ts";
import { someDay } from "../lives/days.ts";
import type { OfferKind } from "../model/offers.ts";
import { monthsBetween, type State, yearsBetween } from "../model/state.ts";
import { factorOf } from "../model/traits.ts";
import { valueIn } from "../stocks/path.ts";
import type { Person, Place, World } from "../world.ts";
import type { OfferControl } from "./control.ts";

/** So many are looked at before somebody is given an offer, or nobody is. */
const TRIES = 60;

/** How much of what is missing on the first of a month is made up for in that month, and how much in every one after. */
const CORRECTION = 0.2;
const LEARNING = 0.05;

/**
 * Plans the offers that begin in the month: as many as end, by Little's law, which is the courses that should run, times
 * the days of the month, over the mean days of a course. Who gets them depends on what they are like.
 */
export function planOffers(world: World, place: Place): void {
  const { now, random } = world;
  const wanted = wantedCourses(world, place);
  for (const control of place.offers) {
    const should = wanted[control.kind.at];
    const ending = (should * (now.end - now.first)) / Math.max(1, control.days);
    const missing = should - control.active;
    control.bias = Math.min(ending, Math.max(-ending, control.bias + LEARNING * missing));
    const count = roundAtRandom(random, Math.max(0, ending + control.bias + CORRECTION * missing));
    for (let i = 0; i < count; i++) planOne(world, place, control);
  }
}

/**
 * The courses of each offer that should run: what a plan says; else the shares of the stocks that the parameters give,
 * all of them scaled alike where a plan gives the share of people in any offer.
 */
export function wantedCourses({ now }: World, place: Place): Float64Array {
  const wanted = Float64Array.from(place.offers, ({ kind, running }) =>
    running === undefined ? givenTo(kind, place, now.first) : valueIn(running, now.month),
  );
  for (const { share, of, types } of place.activation) {
    const all = of.reduce((sum, state) => sum + place.lists[state.at].length, 0) * valueIn(share, now.month);
    const free = place.offers.filter(({ kind, running }) => running === undefined && isFree(kind, types, place));
    const fixed = place.offers.filter((control) => !free.includes(control) && types === undefined);
    const [freeSum, fixedSum] = [free, fixed].map((some) => some.reduce((sum, { kind }) => sum + wanted[kind.at], 0));
    for (const { kind } of free) wanted[kind.at] *= Math.max(0, all - fixedSum) / Math.max(1e-9, freeSum);
  }
  return wanted;
}

/** Of some types, or of those that no other share of the plan speaks of. */
function isFree({ spec }: OfferKind, types: readonly string[] | undefined, { activation }: Place): boolean {
  return types === undefined
    ? !activation.some((other) => other.types?.includes(spec.type))
    : types.includes(spec.type);
}

function givenTo({ given, spec }: OfferKind, { lists }: Place, day: Day): number {
  if (spec.since !== undefined && day < spec.since) return 0;
  return given.reduce((sum, { state, share }) => sum + share * lists[state.at].length, 0);
}

function planOne(world: World, place: Place, { kind }: OfferControl): void {
  const { random, now } = world;
  const states = mixOf(kind.given.map(({ state, share }) => [state, share * place.lists[state.at].length]));
  const person = somebody(world, place, kind, drawFrom(random, states));
  if (person === undefined) return;
  const { spec } = kind;
  const from = someDay(random, now.first, now.end);
  person.offer = {
    kind,
    from,
    to: addDays(from, 7 * wholeBetween(random, ...spec.weeks)),
    hours: Math.round(between(random, ...spec.hours)),
    company: spec.company ? placementCompany(world, place) : undefined,
    begun: false,
  };
}

/** Somebody in a state who has no offer, by the weights of the selection. */
function somebody(world: World, place: Place, kind: OfferKind, state: State): Person | undefined {
  const { random, now, model } = world;
  const list = place.lists[state.at];
  const hidden = model.parameters.people.hidden.offer;
  for (let tries = 0; tries < TRIES && list.length > 0; tries++) {
    const person = pick(random, list);
    if (person.offer !== undefined) continue;
    const weight =
      factorOf(kind.selection, person, yearsBetween(person.birth, now.first)) *
      kind.monthsIn[monthsBetween(person.since, now.first)] *
      Math.exp(hidden * Math.min(3, person.hidden));
    if (random() * kind.largest * Math.exp(hidden * 3) < weight) return person;
  }
  return undefined;
}
