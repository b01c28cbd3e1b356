import { addDays, addMonths, type Day, OPEN_END } from "../../../calendar/day.ts";
import { between, chance, drawFrom, pick } from "../../../stats/draw.ts";
import { recruit } from "../companies/orders.ts";
import { openCase } from "../contacts/cases.ts";
import { welcome } from "../contacts/welcome.ts";
import { codeOn, type State } from "../model/state.ts";
import { endOffer, grantWithWork } from "../offers/courses.ts";
import type { Person, Place, World } from "../world.ts";
import { weighTraits } from "./born.ts";
import { earlier } from "./days.ts";
import {
  settleBenefit,
  writeBenefit,
  writeCase,
  writeGoals,
  writeProgramme,
  writeResidence,
  writeSupplement,
  writeVisitation,
} from "./ledger.ts";
import { endJob, endStudy, turnWork } from "./work.ts";

/** Gaps in support up to so many days are no break. */
const LONGEST_GAP = 28;

/**
 * Somebody's state changes on a day: the last day of the old one is the day before. `since` is given when an old state
 * goes on after an interruption.
 */
export function become(world: World, person: Person, next: State, day: Day, since: Day = day): void {
  const { states } = world.model;
  const order = next === states.work ? recruit(world, person, day) : undefined;
  turnOffer(world, person, next, day);
  turnSupport(world, person, next, day);
  turnWork(world, person, next, day, order);
  grantWithWork(world, person, next, day);

  unlist(person);
  person.state = next;
  person.since = since;
  person.lived = day;
  person.back = undefined;
  enlist(person);
  weighTraits(world, person, day);
  person.until = endOf(world, person, day);

  turnVisitation(world, person, day);
  turnCase(world, person, day);
  if (next.spec !== undefined && since === day) welcome(world, person, day);
  if (next.spec === undefined && next !== states.interlude) dropPlans(world, person, day);
}

/** Somebody moves to another municipality, and the support goes on there. */
export function moveTo(world: World, person: Person, place: Place, day: Day): void {
  endOffer(world, person, day);
  endSupplement(world, person, day);
  closeBenefit(world, person, day);
  closeCase(world, person, day);
  writeResidence(world, person, day, "flyttet");
  unlist(person);
  person.place = place;
  person.residentSince = day;
  person.codeSince = day;
  person.lived = day;
  enlist(person);
  turnCase(world, person, day);
}

/** Somebody leaves for good; everything that runs ends. */
export function leave(world: World, person: Person, day: Day, how: "flyttet" | "udvandret" | "doed"): void {
  closeAll(world, person, day);
  endJob(world, person, day);
  writeResidence(world, person, day, how);
  unlist(person);
}

/** Nothing more will happen to somebody that a register would know: work and residence go on unseen. */
export function forget(world: World, person: Person, day: Day): void {
  closeAll(world, person, day);
  endJob(world, person, world.span.to);
  writeResidence(world, person, world.span.to);
  unlist(person);
}

/** Old-age pension: support and work end, life goes on. */
export function retire(world: World, person: Person, day: Day): void {
  closeAll(world, person, day);
  endJob(world, person, day);
  writeResidence(world, person, world.span.to);
  unlist(person);
}

function closeAll(world: World, person: Person, day: Day): void {
  endOffer(world, person, day);
  endSupplement(world, person, day);
  closeBenefit(world, person, day);
  closeCase(world, person, day);
  writeVisitation(world, person, day);
  dropPlans(world, person, day);
  endStudy(world, person, day);
}

/** Puts a person in the list of the state and municipality. */
export function enlist(person: Person): void {
  const list = person.place.lists[person.state.at];
  person.slot = list.length;
  list.push(person);
}

/** Takes a person out of the list. */
export function unlist(person: Person): void {
  if (person.slot < 0) return;
  const list = person.place.lists[person.state.at];
  const last = list.pop();
  if (last !== undefined && last !== person) {
    list[person.slot] = last;
    last.slot = person.slot;
  }
  person.slot = -1;
}

/** The special support beside the benefit ends. */
export function endSupplement(world: World, person: Person, day: Day): void {
  writeSupplement(world, person, day);
  person.supplementSince = undefined;
}

/** An offer goes on as long as the benefit keeps its name, and a subsidised job as long as it is one. */
function turnOffer(world: World, person: Person, next: State, day: Day): void {
  const { offer, state } = person;
  if (offer === undefined) return;
  const { wageSubsidy } = world.model.states;
  const goesOn =
    offer.kind.spec.type === wageSubsidy.id
      ? next === wageSubsidy
      : offer.begun && next.spec !== undefined && codeOn(next, day) === codeOn(state, day);
  if (!goesOn) endOffer(world, person, day);
}

/** The benefit's row goes on when the next state has the same name and degree; else it ends and a new one begins. */
function turnSupport(world: World, person: Person, next: State, day: Day): void {
  const { spec } = person.state;
  const code = codeOn(next, day);
  if (spec !== undefined) settleBenefit(world, person, day);
  if (spec === undefined && next.spec !== undefined && day - person.leftSupport > LONGEST_GAP) person.supported = day;
  if (spec !== undefined && next.spec === undefined) person.leftSupport = day;
  const given = world.model.parameters.states.supplement.given[next.id] ?? 0;
  if (given === 0) endSupplement(world, person, day);
  if (spec !== undefined && next.spec !== undefined && code === person.code) return;
  if (spec !== undefined) writeBenefit(world, person, day);
  person.code = code;
  person.codeSince = day;
  const { part } = next.spec ?? {};
  person.degree = part !== undefined && chance(world.random, part.share) ? pick(world.random, part.degrees) : 1;
}

function closeBenefit(world: World, person: Person, day: Day): void {
  if (person.state.spec === undefined) return;
  settleBenefit(world, person, day);
  writeBenefit(world, person, day);
}

function turnVisitation(world: World, person: Person, day: Day): void {
  const { spec } = person.state;
  const category = spec?.visitation === undefined ? "" : drawFrom(world.random, spec.visitation);
  if (category === person.category) return;
  writeVisitation(world, person, day);
  person.category = category;
  person.categorySince = day;
}

function turnCase(world: World, person: Person, day: Day): void {
  const unit = person.state.spec?.unit;
  if (unit !== undefined && person.case?.unit === `${unit}-${person.place.code}`) return;
  closeCase(world, person, day);
  if (unit !== undefined) person.case = openCase(world, person, unit, day);
}

function closeCase(world: World, person: Person, day: Day): void {
  if (person.case !== undefined) writeCase(world, person, person.case, day);
  person.case = undefined;
}

/** Job goals and the integration programme end with the support. */
function dropPlans(world: World, person: Person, day: Day): void {
  writeGoals(world, person, day);
  person.goals = undefined;
  writeProgramme(world, person, day);
  person.programme = undefined;
}

/** The day a state ends by itself. */
function endOf({ model, random }: World, person: Person, day: Day): Day {
  const { state, pension, birth, since, study, offer } = person;
  const { states, parameters } = model;
  const { age, months } = state.limit ?? {};
  const ends = {
    limit: age !== undefined ? addMonths(birth, age * 12) : months !== undefined ? addMonths(since, months) : OPEN_END,
    study: state === states.study && study !== undefined ? study.to : OPEN_END,
    interlude:
      state === states.interlude
        ? addDays(day, Math.round(between(random, ...parameters.states.selfSupport.interlude)))
        : OPEN_END,
    offer: state === states.wageSubsidy && offer !== undefined ? offer.to : OPEN_END,
  };
  return [ends.limit, ends.study, ends.interlude, ends.offer, pension].reduce(earlier);
}
