import { addMonths } from "../../calendar/day.ts";
import { addToMonth, firstDay, type Month, monthOf, numberOf } from "../../calendar/month.ts";
import type { PensionAge } from "../../rules/pension-age.ts";
import type { Random } from "../../stats/random.ts";
import type { Span } from "../columns.ts";
import type { WriteRow } from "../row.ts";
import { bookCosts } from "./books/costs.ts";
import { countPopulation } from "./books/populations.ts";
import { survey, takeInquiries } from "./books/surveys.ts";
import { contactCompanies } from "./companies/contacts.ts";
import { keepPartners } from "./companies/cooperate.ts";
import { turnMarket, writeCompany } from "./companies/market.ts";
import { leaveOrdersOpen, takeOrders } from "./companies/orders.ts";
import { passCases } from "./contacts/cases.ts";
import { scoreProgress } from "./contacts/progress.ts";
import { planTalks, sanction, talk } from "./contacts/talks.ts";
import { live } from "./lives/live.ts";
import { forget } from "./lives/turns.ts";
import { modelOf } from "./model/model.ts";
import { monthsBetween } from "./model/state.ts";
import { planOffers } from "./offers/plan.ts";
import type { Parameters } from "./parameters/parameters.ts";
import { openPlaces } from "./places.ts";
import { beginStocks } from "./stocks/begin.ts";
import { fillStocks } from "./stocks/fill.ts";
import { interpolate } from "./stocks/path.ts";
import { fillSupplement } from "./stocks/supplement.ts";
import type { Now, Person, Place, World } from "./world.ts";

/** What to simulate, and from what. */
export type Simulation = {
  readonly parameters: Parameters;
  readonly pensionAges: readonly PensionAge[];
  /** The codes of the municipalities. */
  readonly municipalities: readonly string[];
  /** Whole months. */
  readonly span: Span;
  /** How many times as many people as there are; 1 for as many. */
  readonly scale: number;
  readonly random: Random;
};

/**
 * Simulates the register of some municipalities and hands its rows over one by one, those of a table in no particular
 * order. The same simulation, with random numbers from the same seed, gives the same rows. Nobody in it exists.
 *
 * The months pass one by one from some years before the register begins. In each, the offers of the month are planned,
 * everybody's life is drawn, and so many people come onto each benefit that its stock is on its path.
 *
 * @see docs/methods/simulator.md
 */
export function simulate(simulation: Simulation, write: WriteRow): void {
  const world = openWorld(simulation, write);
  const { parameters, span } = simulation;
  const end = monthOf(span.to);
  for (const place of world.places) beginStocks(world, place);
  for (let month = world.now.month; month < end; month = addToMonth(month, 1)) {
    world.now = nowIn(parameters, month);
    for (const place of world.places) liveOn(world, place);
  }
  for (const place of world.places) close(world, place);
}

function openWorld({ parameters, pensionAges, random, ...simulation }: Simulation, write: WriteRow): World {
  const { span, municipalities, scale } = simulation;
  const model = modelOf(parameters, pensionAges);
  const start = addToMonth(monthOf(span.from), -parameters.development.burnIn);
  const months = { from: start, count: monthOf(span.to) - start + 1 };
  const places = openPlaces({ model, municipalities, months, scale, random });
  return {
    model,
    random,
    write,
    span,
    places,
    destinations: destinationsOf(parameters, places),
    isWhole: places.length === parameters.municipalities.municipalities.length,
    ids: { person: 0, offer: 0, conversation: 0, contact: 0, order: 0, agreement: 0 },
    now: nowIn(parameters, start),
  };
}

function destinationsOf({ municipalities }: Parameters, places: readonly Place[]): World["destinations"] {
  const all = municipalities.municipalities.reduce((sum, { people }) => sum + people, 0);
  let upTo = 0;
  return municipalities.municipalities.map(({ id, people }) => {
    upTo += people / all;
    return { place: places.find(({ code }) => code === id), upTo };
  });
}

function nowIn({ development }: Parameters, month: Month): Now {
  const { intoWork, intoEducation } = development;
  const season = (months: readonly number[]) => (months[numberOf(month) - 1] * 12) / months.reduce((a, b) => a + b);
  return {
    month,
    first: firstDay(month),
    end: firstDay(addToMonth(month, 1)),
    intoWork: season(intoWork.season) * interpolate(intoWork.cycle, month),
    intoEducation: season(intoEducation.season),
  };
}

/** What nothing else depends on is left out until so many months before the register begins. */
const MONTHS_BEFORE = 6;

/** One month of a municipality. */
function liveOn(world: World, place: Place): void {
  planOffers(world, place);
  liveAll(world, place);
  fillStocks(world, place);
  fillSupplement(world, place);
  turnMarket(world, place);
  keepPartners(world, place);
  if (world.now.end <= addMonths(world.span.from, -MONTHS_BEFORE)) return;

  talk(world, place);
  sanction(world, place);
  scoreProgress(world, place);
  passCases(world, place);

  contactCompanies(world, place);
  takeOrders(world, place);

  bookCosts(world, place);
  survey(world, place);
  takeInquiries(world, place);
  countPopulation(world, place);
}

/** Those off every benefit are looked at every so many months, and whenever they may come back. */
const STRIPES = 6;

/** Draws everybody's month; whoever has long been off every benefit is followed no longer. */
function liveAll(world: World, place: Place): void {
  const { all, work, selfsupport } = world.model.states;
  for (const state of all) {
    const list = place.lists[state.at];
    const isOff = state === work || state === selfsupport;
    const stripe = world.now.month % STRIPES;
    const [from, to] = isOff ? [stripe / STRIPES, (stripe + 1) / STRIPES] : [0, 1];
    // From the end, since a list loses people while it is walked through and closes up with its last.
    for (let i = Math.ceil(to * list.length) - 1; i >= from * list.length && i >= 0; i--) {
      const person = list[i];
      if (person === undefined) continue;
      live(world, person);
      if (isOff && person.slot >= 0 && isForgotten(world, person)) forget(world, person, world.now.first);
    }
  }
}

function isForgotten({ model, now }: World, { state, leftSupport }: Person): boolean {
  return (
    state.spec === undefined && monthsBetween(leftSupport, now.first) >= model.parameters.states.selfSupport.memory
  );
}

/** The register is extracted: what still runs is written without an end. */
function close(world: World, place: Place): void {
  const { to } = world.span;
  planTalks(world, place);
  for (const list of place.lists)
    while (list.length > 0) {
      const person = list[list.length - 1];
      live(world, person);
      if (person.slot >= 0) forget(world, person, to);
    }
  leaveOrdersOpen(world, place);
  for (const company of [...place.market.circle, ...place.market.soleTraders]) writeCompany(world, place, company, to);
}
