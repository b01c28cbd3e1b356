import { addDays, type Day } from "../../../calendar/day.ts";
import { between, chance, drawFrom, pick, roundAtRandom, wholeBetween } from "../../../stats/draw.ts";
import { earlier, later, someDay } from "../lives/days.ts";
import { idOf, isSeenOn } from "../lives/ledger.ts";
import type { Person, Place, World } from "../world.ts";
import type { JobOrder } from "./company.ts";
import { localCompany, partner } from "./market.ts";

/** So long after the deadline a position may still be filled by somebody who was sent. */
const DAYS_TO_FILL = 60;

/** New job orders come in, people are sent, and old ones are closed. */
export function takeOrders(world: World, place: Place): void {
  const { model, random, now } = world;
  const { orders } = model.parameters.companies;
  closeOrders(world, place);
  const count = roundAtRandom(random, (place.market.circle.length * orders.per) / 1000);
  for (let i = 0; i < count; i++) {
    const received = someDay(random, now.first, now.end);
    const order: JobOrder = {
      id: `sim-o-${String(++world.ids.order).padStart(6, "0")}`,
      company: chance(random, 0.5) ? partner(place, random) : localCompany(place, random),
      occupation: pick(random, model.parameters.people.occupations),
      positions: drawFrom(random, orders.positions)[0],
      received,
      deadline: addDays(received, wholeBetween(random, ...orders.days)),
      filled: 0,
    };
    if (chance(random, orders.cancelled)) {
      writeOrder(world, place, order, addDays(received, wholeBetween(random, 1, 20)), "annulleret");
      continue;
    }
    place.market.orders.push(order);
    referSome(world, place, order);
  }
}

/** An unemployed person comes into work through an open order, sometimes. */
export function recruit(world: World, person: Person, day: Day): JobOrder | undefined {
  const { model, random } = world;
  const { recruits, referred } = model.parameters.companies.orders;
  const { orders } = person.place.market;
  if (!referred.includes(person.state.id) || orders.length === 0 || !chance(random, recruits)) return undefined;
  const order = pick(random, orders);
  if (order.received >= day || order.filled >= order.positions) return undefined;
  order.filled++;
  refer(world, person, order, later(order.received, addDays(day, -wholeBetween(random, 2, 14))), "ansat");
  return order;
}

/** Writes the orders that are still open when the register is extracted, one person waiting for an answer at each. */
export function leaveOrdersOpen(world: World, place: Place): void {
  for (const order of place.market.orders) {
    const waiting = somebody(world, place);
    if (waiting !== undefined && order.filled < order.positions)
      refer(world, waiting, order, later(order.received, addDays(world.span.to, -3)), "afventer");
    writeOrder(world, place, order, undefined, undefined);
  }
}

function closeOrders(world: World, place: Place): void {
  const { now, random } = world;
  const { orders } = place.market;
  for (let i = orders.length - 1; i >= 0; i--) {
    const order = orders[i];
    const isFull = order.filled >= order.positions;
    if (!isFull && addDays(order.deadline, DAYS_TO_FILL) >= now.first) continue;
    const outcome = isFull ? "besat" : order.filled > 0 ? "delvist_besat" : "ikke_besat";
    const closed = isFull ? addDays(now.first, -1) : addDays(order.deadline, wholeBetween(random, 0, DAYS_TO_FILL - 1));
    writeOrder(world, place, order, later(order.received, closed), outcome);
    orders.splice(i, 1);
  }
}

function referSome(world: World, place: Place, order: JobOrder): void {
  const { model, random, now } = world;
  const { referrals, outcomes } = model.parameters.companies.orders;
  const last = earlier(order.deadline, now.end);
  const count = roundAtRandom(random, order.positions * referrals * between(random, 0, 2));
  for (let i = 0; i < count; i++) {
    const person = somebody(world, place);
    if (person === undefined) return;
    refer(world, person, order, someDay(random, order.received, addDays(last, 1)), drawFrom(random, outcomes));
  }
}

function somebody({ model, random }: World, place: Place): Person | undefined {
  const state = model.states.get(pick(random, model.parameters.companies.orders.referred));
  const list = place.lists[state.at];
  return list.length === 0 ? undefined : pick(random, list);
}

function refer(world: World, person: Person, order: JobOrder, date: Day, outcome: string): void {
  if (!isSeenOn(world, date)) return;
  world.write("referrals", { job_order_id: order.id, person_id: idOf(world, person), date, outcome });
}

function writeOrder(world: World, place: Place, order: JobOrder, closed: Day | undefined, outcome: string | undefined) {
  if (order.received >= world.span.to || (closed ?? order.deadline) < world.span.from) return;
  const isClosed = closed !== undefined && closed < world.span.to;
  world.write("job_orders", {
    job_order_id: order.id,
    p_number: order.company.number,
    occupation: order.occupation,
    positions: order.positions,
    received: order.received,
    deadline: order.deadline,
    closed: isClosed ? closed : undefined,
    outcome: isClosed ? outcome : undefined,
    municipality: place.code,
  });
}
