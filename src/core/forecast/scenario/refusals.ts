import { formatDay } from "../../calendar/day.ts";
import { addToMonth, formatMonth, type Month, monthOf } from "../../calendar/month.ts";
import type { Fault } from "../../faults/fault.ts";
import { round } from "../../figures/round.ts";
import type { Text } from "../../text/text.ts";
import type { Flows } from "../flow/flows.ts";
import { monthlyChance, stockOf } from "./chances.ts";
import { chooseAmong, destinationsOf, type Known, routes, statesNamed, wordsOfStates } from "./known.ts";
import type { Lever, Levers } from "./levers.ts";

/** Why a scenario cannot be asked of the flow model, and which value it is. */
export type Refusal = Pick<Fault, "code" | "parameters"> & { readonly path: readonly (string | number)[] };

/** Everything in a scenario that the flow model does not know, or cannot do. */
export function refusals(scenario: Levers, known: Known): Refusal[] {
  const each = scenario.levers.flatMap((lever, at) =>
    [...unknownWords(lever, known), ...outsideForecast(lever, known), ...impossible(lever, known)].map((one) => ({
      ...one,
      path: ["levers", at, ...one.path],
    })),
  );
  if (each.length > 0) return each;
  const again = closedTwice(scenario, known);
  return [...(again.length > 0 ? again : closedInCircle(scenario, known)), ...moreThanAll(scenario, known)];
}

function unknownWords(lever: Lever, { states, offers }: Known): Refusal[] {
  const refused: Refusal[] = [];
  const check = (key: string, value: string, words: readonly string[], list: Text) => {
    if (words.includes(value)) return;
    refused.push({ code: "unknown-code", parameters: { value, list, hint: chooseAmong(value, words) }, path: [key] });
  };
  check("benefit", lever.benefit, wordsOfStates(states, true), benefitWords);
  if (lever.lever === "exits" && lever.destination !== undefined)
    check("destination", lever.destination, wordsOfStates(states), stateWords);
  if (lever.lever === "rule") check("to", lever.to, wordsOfStates(states), stateWords);
  if (lever.lever === "places") check("offer", lever.offer, [...offers], offerWords);
  return refused;
}

const benefitWords = { da: "en ydelse i flowmodellen", en: "a benefit of the flow model" };
const stateWords = { da: "en tilstand i flowmodellen", en: "a state of the flow model" };
const offerWords = { da: "et tilbud", en: "an offer" };

function outsideForecast(lever: Lever, { ahead }: Known): Refusal[] {
  if (ahead === undefined) return [];
  const [first, last] = [addToMonth(ahead.flows.month, 1), addToMonth(ahead.flows.month, ahead.horizon)];
  const bounds = { first: formatMonth(first), last: formatMonth(last) };
  const isOutside = (month: Month) => month < first || month > last;
  const refuse = (key: string, value: string): Refusal => {
    return { code: "outside-forecast", parameters: { value, ...bounds }, path: [key] };
  };
  if ("on" in lever) return isOutside(monthOf(lever.on)) ? [refuse("on", formatDay(lever.on))] : [];
  return (["from", "until"] as const).flatMap((key) => {
    const month = lever[key];
    return month !== undefined && isOutside(month) ? [refuse(key, formatMonth(month))] : [];
  });
}

function impossible(lever: Lever, { states, ahead }: Known): Refusal[] {
  if ("from" in lever && lever.from !== undefined && lever.until !== undefined && lever.until < lever.from)
    return [invalid("until", formatMonth(lever.until), endsFirst)];
  switch (lever.lever) {
    case "inflow":
      return lever.by > MOST_INFLOW ? [invalid("by", changeText(lever.by), tooManyMore)] : [];
    case "exits": {
      const { benefit, destination } = lever;
      const isNowhere = destination !== undefined && statesNamed(states, destination).length > 0;
      return isNowhere && destinationsOf(states, benefit, destination).length === 0
        ? [invalid("destination", destination, ownBenefit)]
        : [];
    }
    case "closing": {
      const named = statesNamed(states, lever.benefit);
      return named.length > 1
        ? [
            several(
              "benefit",
              lever.benefit,
              named.map(({ id }) => id),
            ),
          ]
        : [];
    }
    case "rule": {
      const [from, to] = [statesNamed(states, lever.benefit), statesNamed(states, lever.to)];
      if (to.length > 0 && to.every((state) => from.includes(state))) return [invalid("to", lever.to, ownBenefit)];
      if (from.length === 0 || to.length === 0 || routes(states, lever.benefit, lever.to) !== undefined) return [];
      return [
        several(
          "to",
          lever.to,
          to.map(({ id }) => id),
        ),
      ];
    }
    case "places": {
      if (ahead === undefined) return [];
      const people = stockOf(ahead.flows, statesNamed(states, lever.benefit));
      return lever.places > people ? [invalid("places", String(lever.places), morePlaces(people))] : [];
    }
    default:
      return [];
  }
}

function invalid(key: string, value: string, why: Text): Refusal {
  return { code: "invalid-value", parameters: { value, why }, path: [key] };
}

function several(key: string, value: string, choices: readonly string[]): Refusal {
  return { code: "several-states", parameters: { value, choices: choices.join(", ") }, path: [key] };
}

/** Eleven times as many: beyond that a scenario is a slip of the keyboard. */
const MOST_INFLOW = 10;

const tooManyMore = {
  da: "så mange flere kan ikke tænkes; skriv højst +1000 %",
  en: "so many more cannot be thought of; write at most +1000 %",
};
const ownBenefit = {
  da: "det er ydelsen selv; skriv en anden",
  en: "that is the benefit itself; write another",
};

function changeText(by: number): string {
  return `+${round(100 * by)} %`;
}

const endsFirst = { da: "den slutter, før den begynder", en: "it ends before it begins" };

function morePlaces(people: number): Text {
  const now = round(people);
  return { da: `der er kun ${now} personer på ydelsen nu`, en: `there are only ${now} people on the benefit now` };
}

/** Two rules that close a state could not both say where its people go. */
function closedTwice({ levers }: Levers, { states }: Known): Refusal[] {
  const closed = new Set<string>();
  return levers.flatMap((lever, at) => {
    if (lever.lever !== "rule" || !lever.closes) return [];
    const again = statesNamed(states, lever.benefit).filter(({ id }) => closed.has(id));
    for (const { id } of statesNamed(states, lever.benefit)) closed.add(id);
    if (again.length === 0) return [];
    return [{ ...invalid("closes", lever.benefit, twice), path: ["levers", at, "closes"] }];
  });
}

/** Of benefits that are closed for each other, nobody could say where those go who would come. */
function closedInCircle({ levers }: Levers, { states }: Known): Refusal[] {
  const closings = levers.flatMap((lever, at) =>
    lever.lever === "rule" && lever.closes
      ? (routes(states, lever.benefit, lever.to) ?? []).map((way) => ({ ...way, at }))
      : [],
  );
  const leads = new Map(closings.map(({ from, to }) => [from, to]));
  const comesBack = (state: string) => {
    let to = leads.get(state);
    for (let steps = 0; to !== undefined && to !== state && steps < leads.size; steps++) to = leads.get(to);
    return to === state;
  };
  const last = closings.findLast(({ from }) => comesBack(from));
  return last === undefined ? [] : [{ ...invalid("to", last.to, inCircle), path: ["levers", last.at, "to"] }];
}

const inCircle = {
  da: "ydelserne lukkes for hinanden i ring",
  en: "the benefits are closed for each other in a circle",
};
const twice = { da: "ydelsen lukkes to gange", en: "the benefit is closed twice" };

/** More than everybody cannot leave a state in a month, all levers on it together. */
function moreThanAll({ levers }: Levers, { states, ahead }: Known): Refusal[] {
  if (ahead === undefined) return [];
  const own = levers.flatMap((lever, at) => (lever.lever === "exits" ? [{ lever, at }] : []));
  return states.flatMap((state) => {
    const turned = own.filter(({ lever }) => statesNamed(states, lever.benefit).includes(state));
    const last = turned.at(-1);
    if (last === undefined) return [];
    const factors = turned.map(({ lever: { benefit, destination, by } }) => ({
      to: destinationsOf(states, benefit, destination),
      factor: 1 + by,
    }));
    const chance = monthlyChance(ahead.flows, state.id, factors);
    if (chance <= 1) return [];
    const parameters = { state: state.label, percent: Math.round(100 * chance), now: ordinary(ahead.flows, state.id) };
    return [{ code: "chance-above-one", parameters, path: ["levers", last.at, "by"] } satisfies Refusal];
  });
}

function ordinary(flows: Flows, state: string): number {
  return Math.round(1000 * monthlyChance(flows, state, [])) / 10;
}
