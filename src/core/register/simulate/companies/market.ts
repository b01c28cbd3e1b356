import { addMonths, type Day } from "../../../calendar/day.ts";
import { between, chance, drawFrom, pick } from "../../../stats/draw.ts";
import type { Random } from "../../../stats/random.ts";
import { isSeen, knownEnd } from "../lives/ledger.ts";
import type { CompaniesSpec } from "../parameters/companies.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { Place, World } from "../world.ts";
import type { Arcs, Company, Market } from "./company.ts";

/** The companies of a municipality on the first day. */
export function openMarket(
  parameters: Parameters,
  code: string,
  people: number,
  scale: number,
  day: Day,
  random: Random,
): Market {
  const { companies: spec, targets } = parameters;
  const printed = targets.companies.rows.find(({ municipality }) => municipality === code);
  // A base counts every company that existed in twelve months, and so those closed and opened among them.
  const base = (printed?.companies ?? people * spec.perPerson) * scale;
  const turn = spec.drift * (printed ?? spec.rates).own;
  const market: Market = {
    circle: [],
    soleTraders: [],
    start: random(),
    arcs: arcsOf(printed ?? spec.rates, turn),
    turn,
    orders: [],
    numbers: 0,
  };
  const count = Math.round(base / (1 + spec.turnover));
  for (let i = 0; i < count; i++) market.circle.push(newCompany(market, code, spec, founded(day, random), random));
  for (let i = 0; i < count * spec.soleTraders; i++)
    market.soleTraders.push(newCompany(market, code, spec, founded(day, random), random, 0));
  return market;
}

/** The widths at which, with the turning of a year, each arc touches the share of companies that its rate says. */
export function arcsOf({ own, others, any }: CompaniesSpec["rates"], turn: number): Arcs {
  const [ownWidth, othersWidth] = [Math.max(0.002, own - turn), Math.max(0.002, others - turn)];
  return { own: ownWidth, others: othersWidth, othersAfter: any - turn - othersWidth };
}

/** A company of the municipality, any with employees. */
export function localCompany({ market }: Place, random: Random): Company {
  return pick(random, market.circle);
}

/** One of the municipality's own partners. */
export function partner({ market }: Place, random: Random): Company {
  return market.circle[positionOf(market, market.start + market.arcs.own * random())];
}

/** The companies on an arc. */
export function* onArc(market: Market, start: number, width: number): Generator<Company> {
  const count = Math.max(1, Math.round(width * market.circle.length));
  const first = positionOf(market, start);
  for (let i = 0; i < count; i++) yield market.circle[(first + i) % market.circle.length];
}

function positionOf({ circle }: Market, at: number): number {
  return Math.floor((at - Math.floor(at)) * circle.length);
}

/** A month passes: the arcs turn, and some companies close and are replaced. */
export function turnMarket(world: World, place: Place): void {
  const { random, model, now } = world;
  const spec = model.parameters.companies;
  const { market } = place;
  market.start += market.turn / 12;
  for (const list of [market.circle, market.soleTraders])
    for (const [i, company] of list.entries()) {
      if (!chance(random, spec.turnover / 12)) continue;
      writeCompany(world, place, company, now.first);
      list[i] = newCompany(market, place.code, spec, now.first, random, company.employees === 0 ? 0 : undefined);
    }
}

export function writeCompany(world: World, place: Place, company: Company, to: Day): void {
  const { number, cvr, name, industry, employees, from } = company;
  if (!isSeen(world, from, to)) return;
  world.write("companies", {
    p_number: number,
    cvr,
    name,
    municipality: place.code,
    industry,
    industry_version: "DB07",
    employees,
    from,
    to: knownEnd(world, to),
  });
}

function newCompany(
  market: Market,
  code: string,
  spec: CompaniesSpec,
  from: Day,
  random: Random,
  employees = sizeOf(spec, random),
): Company {
  const n = ++market.numbers;
  const serial = (of: number) => `${code}-${String(of).padStart(5, "0")}`;
  const shared = n > 1 && chance(random, spec.sharesCvr) ? n - 1 : n;
  return {
    number: `sim-p-${serial(n)}`,
    cvr: `sim-cvr-${serial(shared)}`,
    name: `Simuleret virksomhed ${code}-${n}`,
    industry: drawFrom(random, spec.industries),
    employees,
    from,
    own: addMonths(from, -24),
    others: addMonths(from, -24),
  };
}

function sizeOf({ employees }: CompaniesSpec, random: Random): number {
  const [least, most] = drawFrom(random, employees);
  return Math.floor(between(random, least, most + 1));
}

function founded(day: Day, random: Random): Day {
  return addMonths(day, -Math.floor(between(random, 1, 300)));
}
