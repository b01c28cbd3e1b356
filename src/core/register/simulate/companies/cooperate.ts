import { addMonths, type Day } from "../../../calendar/day.ts";
import { between, chance, drawFrom, pick } from "../../../stats/draw.ts";
import { later, someDay } from "../lives/days.ts";
import { isSeen, knownEnd } from "../lives/ledger.ts";
import type { Place, World } from "../world.ts";
import type { Company } from "./company.ts";
import { onArc, partner } from "./market.ts";

/** The company a placement is in: one of the own partners, or one of another municipality, which is not in the register. */
export function placementCompany(world: World, place: Place): Company | undefined {
  return chance(world.random, world.model.parameters.companies.local) ? partner(place, world.random) : undefined;
}

/** The municipality's own service cooperates with a company. */
export function cooperate(world: World, place: Place, company: Company, kind: string, from: Day, to: Day): void {
  company.own = later(company.own, to);
  writeCooperation(world, company, kind, from, to, place.code);
}

/** Partners with whom nothing has been going on for a while have something, and so have the partners of others. */
export function keepPartners(world: World, place: Place): void {
  const { model, random, now } = world;
  const { every, kinds, months } = model.parameters.companies.cooperation;
  const { market } = place;
  const { own, others, othersAfter } = market.arcs;
  const quietSince = addMonths(now.first, -every);
  const course = (): [from: Day, to: Day] => {
    const from = someDay(random, now.first, now.end);
    return [from, addMonths(from, Math.round(between(random, ...months)))];
  };
  for (const company of onArc(market, market.start, own))
    if (company.own < quietSince) cooperate(world, place, company, drawFrom(random, kinds), ...course());
  for (const company of onArc(market, market.start + othersAfter, others)) {
    if (company.others >= quietSince) continue;
    const [from, to] = course();
    company.others = to;
    writeCooperation(world, company, drawFrom(random, kinds), from, to, otherMunicipality(world, place));
  }
}

function otherMunicipality({ model, random }: World, place: Place): string {
  for (;;) {
    const { id } = pick(random, model.parameters.municipalities.municipalities);
    if (id !== place.code) return id;
  }
}

function writeCooperation(
  world: World,
  company: Company,
  kind: string,
  from: Day,
  to: Day,
  municipality: string,
): void {
  if (!isSeen(world, from, to)) return;
  world.write("cooperations", { p_number: company.number, kind, from, to: knownEnd(world, to), municipality });
}
