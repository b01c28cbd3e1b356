import { addMonths } from "../../../calendar/day.ts";
import { between, drawFrom, roundAtRandom, wholeBetween } from "../../../stats/draw.ts";
import { someDay } from "../lives/days.ts";
import { isSeen, isSeenOn, knownEnd } from "../lives/ledger.ts";
import type { Place, World } from "../world.ts";
import type { Company } from "./company.ts";
import { localCompany, partner } from "./market.ts";

/** A month of visits, calls and mails to the companies, and of agreements with them. */
export function contactCompanies(world: World, place: Place): void {
  const { model, random } = world;
  const { contacts, agreements } = model.parameters.companies;
  const companies = place.market.circle.length;
  const partners = companies * place.market.arcs.own;
  const toPartners = roundAtRandom(random, (partners * contacts.partner) / 12);
  for (let i = 0; i < toPartners; i++) contact(world, place, partner(place, random));
  const toOthers = roundAtRandom(random, ((companies - partners) * contacts.other) / 12);
  for (let i = 0; i < toOthers; i++) contact(world, place, localCompany(place, random));
  const [least, most] = agreements.months;
  const agreed = roundAtRandom(random, (partners * agreements.share * 2) / (least + most));
  for (let i = 0; i < agreed; i++) agree(world, partner(place, random));
}

function contact(world: World, place: Place, company: Company): void {
  const { random, now, ids } = world;
  const { kinds, workers } = world.model.parameters.companies.contacts;
  const date = someDay(random, now.first, now.end);
  const kind = drawFrom(random, kinds);
  const worker = `sim-konsulent-${place.code}-${wholeBetween(random, 1, workers)}`;
  if (!isSeenOn(world, date)) return;
  world.write("company_contacts", {
    contact_id: `sim-k-${String(++ids.contact).padStart(6, "0")}`,
    p_number: company.number,
    date,
    kind,
    worker,
  });
}

function agree(world: World, company: Company): void {
  const { random, now, ids } = world;
  const { kinds, months } = world.model.parameters.companies.agreements;
  const from = someDay(random, now.first, now.end);
  const to = addMonths(from, Math.round(between(random, ...months)));
  const kind = drawFrom(random, kinds);
  if (!isSeen(world, from, to)) return;
  world.write("agreements", {
    agreement_id: `sim-a-${String(++ids.agreement).padStart(6, "0")}`,
    p_number: company.number,
    kind,
    from,
    to: knownEnd(world, to),
  });
}
