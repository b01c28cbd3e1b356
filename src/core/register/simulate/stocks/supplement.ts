import { addDays } from "../../../calendar/day.ts";
import { chance, pick } from "../../../stats/draw.ts";
import { later, someDay } from "../lives/days.ts";
import { endSupplement } from "../lives/turns.ts";
import type { Person, Place, World } from "../world.ts";
import { valueIn } from "./path.ts";

/** Some who have the special support beside their benefit lose it, and others get it, as many as the path says. */
export function fillSupplement(world: World, place: Place): void {
  const { model, random, now } = world;
  const { given, ends } = model.parameters.states.supplement;
  const lists = Object.keys(given).map((id) => place.lists[model.states.get(id).at]);
  let holders = 0;
  for (const list of lists)
    for (const person of list) {
      if (person.supplementSince === undefined) continue;
      if (chance(random, ends)) endSupplement(world, person, later(now.first, addDays(person.supplementSince, 1)));
      else holders++;
    }
  const all = lists.flat();
  const weights = new Map(Object.entries(given));
  const most = Math.max(...weights.values());
  for (let missing = Math.round(valueIn(place.supplement, now.month) - holders), tries = 0; missing > 0; tries++) {
    if (tries > 60 * missing + 1000 || all.length === 0) return;
    const person: Person = pick(random, all);
    if (person.supplementSince !== undefined || !chance(random, (weights.get(person.state.id) ?? 0) / most)) continue;
    person.supplementSince = someDay(random, later(now.first, person.since), later(now.end, addDays(person.since, 1)));
    missing--;
  }
}
