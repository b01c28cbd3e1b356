import { addDays, addMonths, type Day } from "../../../calendar/day.ts";
import { between, chance, drawFrom, wholeBetween } from "../../../stats/draw.ts";
import { idOf, isSeen, isSeenOn, knownEnd } from "../lives/ledger.ts";
import type { State } from "../model/state.ts";
import type { Course, Person, World } from "../world.ts";

/** How much of the mean length of courses the latest one makes up. */
const MEMORY = 0.02;

/** An offer ends on a day, or never begins, and begins to work afterwards. */
export function endOffer(world: World, person: Person, day: Day): void {
  const { offer } = person;
  if (offer === undefined) return;
  person.offer = undefined;
  const control = person.place.offers[offer.kind.at];
  const days = offer.begun ? Math.max(0, day - offer.from) : 0;
  control.days += MEMORY * (days - control.days);
  if (!offer.begun) return;
  control.active--;
  person.after = { kind: offer.kind, until: addMonths(day, world.model.parameters.offers.months) };
  writeOffer(world, person, offer, day);
}

/** Writes a course with what it has cost and the cooperation it is. */
export function writeOffer(world: World, person: Person, offer: Course, to: Day): void {
  if (!isSeen(world, offer.from, to)) return;
  const { spec } = offer.kind;
  const offerId = `sim-t-${String(++world.ids.offer).padStart(6, "0")}`;
  const price = Math.round(((to - offer.from) / 7) * spec.price);
  world.write("offers", {
    offer_id: offerId,
    person_id: idOf(world, person),
    type: spec.type,
    from: offer.from,
    to: knownEnd(world, to),
    purpose: spec.purposes && drawFrom(world.random, spec.purposes),
    sector: spec.sector,
    p_number: offer.company?.number,
    provider: spec.providers > 0 ? `simuleret leverandør ${wholeBetween(world.random, 1, spec.providers)}` : undefined,
    hours_per_week: offer.hours,
    price,
  });
  payFor(world, person, offerId, to, price);
  if (spec.employs) writeSmallJob(world, person, offer, to);
}

function payFor(world: World, person: Person, offerId: string, day: Day, amount: number): void {
  const date = addDays(day, -1);
  if (amount === 0 || !isSeenOn(world, date)) return;
  const account = world.model.parameters.contacts.costs.offers;
  world.write("costs", { person_id: idOf(world, person), offer_id: offerId, account, date, amount, kind: "tilbud" });
}

/** The ordinary hours of a small job beside the benefit. */
function writeSmallJob(world: World, person: Person, { from, hours, company }: Course, to: Day): void {
  world.write("employment", {
    person_id: idOf(world, person),
    from,
    to: knownEnd(world, to),
    hours_per_week: hours,
    kind: "ordinaer",
    p_number: company?.number,
  });
}

/** Some come into work or a flex job with an offer that runs beside it. */
export function grantWithWork(world: World, person: Person, next: State, day: Day): void {
  const { random, model, ids } = world;
  for (const { type, from, into, share, months, since } of model.parameters.offers.withWork) {
    if (into !== next.id || !from.includes(person.state.id) || (since ?? day) > day || !chance(random, share)) continue;
    const to = addMonths(day, Math.round(between(random, ...months)));
    if (!isSeen(world, day, to)) continue;
    world.write("offers", {
      offer_id: `sim-t-${String(++ids.offer).padStart(6, "0")}`,
      person_id: idOf(world, person),
      type,
      from: day,
      to: knownEnd(world, to),
      p_number: person.job?.company?.number,
    });
  }
}
