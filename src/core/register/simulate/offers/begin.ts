import type { Day } from "../../../calendar/day.ts";
import { cooperate } from "../companies/cooperate.ts";
import { become } from "../lives/turns.ts";
import type { Course, Person, World } from "../world.ts";

/** A planned offer begins. A subsidised job is a state of its own, from which the old one is taken up again. */
export function beginOffer(world: World, person: Person, offer: Course, day: Day): void {
  const { wageSubsidy } = world.model.states;
  const { state, since, place } = person;
  offer.begun = true;
  place.offers[offer.kind.at].active++;
  const { cooperation } = offer.kind.spec;
  if (offer.company !== undefined && cooperation !== undefined)
    cooperate(world, place, offer.company, cooperation, offer.from, offer.to);
  if (offer.kind.spec.type !== wageSubsidy.id) return;
  become(world, person, wageSubsidy, day);
  person.back = { state, since };
}
