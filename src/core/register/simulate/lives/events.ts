import { addDays, type Day } from "../../../calendar/day.ts";
import type { Person, World } from "../world.ts";
import { idOf, isSeenOn, settleBenefit, writeBenefit } from "./ledger.ts";
import type { Event } from "./rates.ts";
import { become, leave, moveTo } from "./turns.ts";
import { changeJob } from "./work.ts";

type Happens = (world: World, person: Person, day: Day) => void;

/** What each event does. */
export const happens: Readonly<Record<Event, Happens>> = {
  work: intoWork,
  education: (world, person, day) => become(world, person, world.model.states.study, day),
  selfsupport: (world, person, day) => become(world, person, world.model.states.selfsupport, day),
  interlude: beginInterlude,
  partialRecovery: recoverPartly,
  death: (world, person, day) => leave(world, person, day, "doed"),
  emigration: (world, person, day) => leave(world, person, day, "udvandret"),
  move: moveAway,
  newJob: (world, person, day) => {
    changeJob(world, person, day);
    person.lived = addDays(day, 1);
  },
};

/** Into work; who fell sick on a benefit goes back to it when well. */
function intoWork(world: World, person: Person, day: Day): void {
  const { state, back } = person;
  const isSick = state.spec?.recovery !== undefined;
  if (isSick) writeRecovery(world, person, day, "fuld");
  if (isSick && back !== undefined) become(world, person, back.state, day, back.since);
  else become(world, person, world.model.states.work, day);
}

/** A short job, after which the benefit goes on as if there had been none. */
function beginInterlude(world: World, person: Person, day: Day): void {
  const { state, since } = person;
  become(world, person, world.model.states.interlude, day);
  person.back = { state, since };
}

/** Back at work for a part of the week: the benefit goes on with a smaller degree. */
function recoverPartly(world: World, person: Person, day: Day): void {
  writeRecovery(world, person, day, "delvis");
  settleBenefit(world, person, day);
  writeBenefit(world, person, day);
  person.codeSince = day;
  person.degree = person.state.spec?.recovery?.degree ?? 1;
  person.lived = day;
}

function writeRecovery(world: World, person: Person, date: Day, kind: "delvis" | "fuld"): void {
  if (isSeenOn(world, date)) world.write("recoveries", { person_id: idOf(world, person), date, kind });
}

/** Where to is as likely as people live there; a move within the municipality changes nothing. */
function moveAway(world: World, person: Person, day: Day): void {
  const u = world.random();
  const to = world.destinations.find(({ upTo }) => u < upTo)?.place;
  if (to === undefined) leave(world, person, day, "flyttet");
  else if (to === person.place) person.lived = addDays(day, 1);
  else moveTo(world, person, to, day);
}
