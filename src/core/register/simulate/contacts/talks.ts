import { addDays, type Day } from "../../../calendar/day.ts";
import { drawFrom } from "../../../stats/draw.ts";
import { daysLater } from "../lives/days.ts";
import { idOf, isSeenOn } from "../lives/ledger.ts";
import { monthsBetween } from "../model/state.ts";
import type { Person, Place, World } from "../world.ts";

/** The conversations of a month. One that was missed or cancelled is held again soon after. */
export function talk(world: World, place: Place): void {
  const { model, random, now } = world;
  const { statuses } = model.parameters.contacts;
  for (const state of model.states.support) {
    const { contact } = state;
    if (contact === undefined) continue;
    for (const person of place.lists[state.at])
      while (person.nextTalk < now.end) {
        const date = person.nextTalk;
        const status = drawFrom(random, statuses);
        const interval = monthsBetween(person.since, date) < contact.months ? contact.every : contact.later;
        person.nextTalk = daysLater(random, date, status === "afholdt" ? interval : 10, 0.3);
        if (date >= person.since) writeTalk(world, person, date, status);
      }
  }
}

/** Writes the conversations that are planned for the time after the register was extracted. */
export function planTalks(world: World, place: Place): void {
  const { model, span } = world;
  const last = addDays(span.to, model.parameters.contacts.planAhead);
  for (const { at } of model.states.support)
    for (const person of place.lists[at])
      if (person.nextTalk >= span.to && person.nextTalk < last) writeTalk(world, person, person.nextTalk, "planlagt");
}

function writeTalk(world: World, person: Person, date: Day, status: string): void {
  const { model, random, ids } = world;
  const { contact } = person.state;
  if (contact === undefined || date < world.span.from) return;
  const { forms, remote } = model.parameters.contacts;
  const isRemote = date >= remote.from && date <= remote.to;
  world.write("conversations", {
    conversation_id: `sim-s-${String(++ids.conversation).padStart(6, "0")}`,
    person_id: idOf(world, person),
    date,
    type: drawFrom(random, contact.types),
    form: drawFrom(random, isRemote ? remote.forms : forms),
    status,
    worker: person.case?.worker,
  });
}

/** Sanctions of a month. */
export function sanction(world: World, place: Place): void {
  const { model, random, now } = world;
  const { sanctions } = model.parameters.contacts;
  for (const state of model.states.support) {
    const rate = state.contact?.sanctions ?? 0;
    if (rate === 0) continue;
    for (const person of place.lists[state.at]) {
      if (random() >= rate) continue;
      const date = addDays(now.first, Math.floor(random() * (now.end - now.first)));
      if (date < person.since || !isSeenOn(world, date)) continue;
      world.write("sanctions", { person_id: idOf(world, person), date, kind: drawFrom(random, sanctions) });
    }
  }
}
