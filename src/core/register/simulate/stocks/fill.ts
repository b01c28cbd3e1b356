import { addDays, type Day } from "../../../calendar/day.ts";
import { addToMonth } from "../../../calendar/month.ts";
import { chance, drawFrom, pick } from "../../../stats/draw.ts";
import { newPerson } from "../lives/born.ts";
import { later, someDay } from "../lives/days.ts";
import { live } from "../lives/live.ts";
import { become } from "../lives/turns.ts";
import { formerJob } from "../lives/work.ts";
import { monthsBetween, type State, yearsBetween } from "../model/state.ts";
import type { SourceSpec } from "../parameters/states.ts";
import type { Person, Place, World } from "../world.ts";
import type { StockControl } from "./control.ts";
import { valueIn } from "./path.ts";

/** How much of a month's shortfall is made up for every month after. */
const LEARNING = 0.15;

/** So many are looked at before somebody is found, or not. */
const TRIES = 40;

/**
 * Brings people onto each benefit until its stock at the end of the month is what its path says. The states are listed
 * from the first to the last that people come to; the last are filled first, since they draw from the others.
 */
export function fillStocks(world: World, place: Place): void {
  const { support, wageSubsidy } = world.model.states;
  for (const state of support.toReversed()) if (state !== wageSubsidy) fill(world, place, state);
  for (const state of support) learn(world, place, state);
}

/** The people in a state, or the sum of their degrees. */
export function stockOf(place: Place, state: State, counts: StockControl["counts"]): number {
  const list = place.lists[state.at];
  if (counts === "persons" || !state.isParted) return list.length;
  let sum = 0;
  for (const { degree } of list) sum += degree;
  return sum;
}

function fill(world: World, place: Place, state: State): void {
  if (opening(world, state) >= world.now.end) return;
  const control = place.stocks[state.at];
  const missing = wantedAtEnd(world, control) - stockOf(place, state, control.counts) + control.bias;
  const count = Math.round(control.counts === "persons" ? missing : missing / meanDegree(state));
  for (let i = 0; i < count; i++) bring(world, place, state);
}

/** What is still missing when everybody has come is asked for from the next month on. */
function learn(world: World, place: Place, state: State): void {
  const control = place.stocks[state.at];
  const wanted = wantedAtEnd(world, control);
  const missing = wanted - stockOf(place, state, control.counts);
  const most = 2 + wanted * 0.3;
  control.bias = Math.min(most, Math.max(-most, control.bias + LEARNING * missing));
}

/** The first day of the month on which the benefit of a state is there, under any name. */
function opening({ now }: World, { spec }: State): Day {
  return later(now.first, spec?.codes[0]?.[0] ?? now.first);
}

/** Halfway between the mean of this month and that of the next. */
function wantedAtEnd({ now }: World, { path }: StockControl): number {
  return (valueIn(path, now.month) + valueIn(path, addToMonth(now.month, 1))) / 2;
}

function meanDegree({ spec }: State): number {
  if (spec?.part === undefined) return 1;
  const { share, degrees } = spec.part;
  return 1 - share + (share * degrees.reduce((sum, degree) => sum + degree)) / degrees.length;
}

/** Somebody comes to a state, from where its sources say. */
function bring(world: World, place: Place, state: State): void {
  const source = drawFrom(world.random, state.sources);
  const person = isAState(source) ? somebodyFrom(world, place, state, source) : undefined;
  if (person !== undefined) transfer(world, person, state);
  else if (source.from === "newcomers") comeNew(world, place, state, true);
  else if (source.from === "outside" || state.sources.items.some(({ from }) => from === "outside"))
    comeFromOutside(world, place, state);
}

function isAState({ from }: SourceSpec): boolean {
  return from !== "outside" && from !== "newcomers";
}

/** Somebody in another state who fits; the long-term supported more often, where the source says so. */
function somebodyFrom(world: World, place: Place, state: State, { from, after, long }: SourceSpec): Person | undefined {
  const { random, now } = world;
  const list = place.lists[world.model.states.get(from).at];
  for (let tries = 0; tries < TRIES && list.length > 0; tries++) {
    const person = pick(random, list);
    if (monthsBetween(person.since, now.end) < after || !isOfAge(person, state, now.first)) continue;
    if (long !== undefined && !chance(random, longingFor(person, now.first))) continue;
    if (earliest(person, opening(world, state)) < now.end) return person;
  }
  return undefined;
}

/** How likely somebody is taken where the long-term supported come first: wholly after three years, less before. */
function longingFor({ supported }: Person, day: Day): number {
  return Math.min(1, 0.1 + ((day - supported) / 1095) ** 2);
}

function transfer(world: World, person: Person, state: State): void {
  const { random, now, model } = world;
  const { state: before, since } = person;
  become(world, person, state, someDay(random, earliest(person, opening(world, state)), now.end));
  const returns = before.id === "dagpenge" || before.id === "ledighedsydelse";
  if (state.spec?.recovery !== undefined && returns) person.back = { state: model.states.get(before.id), since };
  live(world, person);
}

/** The first day, from a given one on, on which nothing that is written already would be contradicted. */
function earliest({ since, codeSince, offer }: Person, first: Day): Day {
  const changed = later(since, codeSince);
  return later(first, addDays(offer?.begun ? later(changed, offer.from) : changed, 1));
}

/** Somebody comes back who has been here before, or somebody new comes. */
function comeFromOutside(world: World, place: Place, state: State): void {
  const { random, model, now } = world;
  const returning = model.parameters.states.selfSupport.return[state.id] ?? 0;
  const person = chance(random, returning) ? formerMember(world, place, state) : undefined;
  if (person === undefined) comeNew(world, place, state, false);
  else {
    become(world, person, state, someDay(random, earliest(person, opening(world, state)), now.end));
    live(world, person);
  }
}

/** Somebody who supports themselves after a benefit; the longer ago, the less likely. */
function formerMember(world: World, place: Place, state: State): Person | undefined {
  const { random, model, now } = world;
  const { work, selfsupport } = model.states;
  const { recency } = model.parameters.states.selfSupport;
  const lists = [place.lists[work.at], place.lists[selfsupport.at]];
  for (let tries = 0; tries < TRIES; tries++) {
    const [atWork, apart] = lists;
    const at = Math.floor(random() * (atWork.length + apart.length));
    const person = at < atWork.length ? atWork[at] : apart[at - atWork.length];
    if (person === undefined) return undefined;
    live(world, person);
    if (person.slot < 0 || person.place !== place) continue;
    if (!isOfAge(person, state, now.first) || !hasTheEducation(person, state)) continue;
    if (!chance(random, 2 ** (-monthsBetween(person.leftSupport, now.first) / recency))) continue;
    if (earliest(person, opening(world, state)) < now.end) return person;
  }
  return undefined;
}

function comeNew(world: World, place: Place, state: State, isNewcomer: boolean): void {
  const { random, model, now, isWhole } = world;
  const { movedIn } = model.parameters.states.selfSupport;
  const day = someDay(random, opening(world, state), now.end);
  const person = newPerson(world, place, state, day);
  if (isNewcomer || (!isWhole && chance(random, movedIn))) person.residentSince = day;
  else if (chance(random, state.spec?.worked ?? 0)) person.job = formerJob(world, person, day);
  become(world, person, state, day);
  live(world, person);
}

function isOfAge({ birth }: Person, { leastAge, mostAge }: State, day: Day): boolean {
  const age = yearsBetween(birth, day);
  return age >= leastAge && age <= mostAge;
}

/** Support for the young without an education is for them alone. */
function hasTheEducation({ education }: Person, { spec }: State): boolean {
  return spec?.education !== "none" || education === "grundskole" || education === "gymnasial";
}
