import { sayDay } from "../../calendar/day.ts";
import { type Month, sayMonth } from "../../calendar/month.ts";
import { writeNumber } from "../../figures/write.ts";
import { fill, type Language, type Text, verbatim } from "../../text/text.ts";
import type { FlowState } from "../flow/states.ts";
import { groupsOf } from "./groups.ts";
import type { Lever, LeverOf } from "./levers.ts";

/** What the words of a scenario are called: states, benefits and offers by their codes. */
export type Names = { readonly states: readonly FlowState[]; readonly offers: ReadonlyMap<string, Text> };

/** A lever in a sentence. Of an effect that is assumed it says so, how uncertain it is, and on whose word. */
export function sayLever(lever: Lever, names: Names): Text {
  const benefit = nameOf(lever.benefit, names);
  switch (lever.lever) {
    case "inflow":
      return fill(words.inflow, { benefit, by: changeText(lever.by), when: when(lever) });
    case "exits": {
      const to = lever.destination === undefined ? nowhere : toWhere(nameOf(lever.destination, names));
      return fill(words.exits, { benefit, to, by: changeText(lever.by), when: when(lever) });
    }
    case "places":
      return sayPlaces(lever, benefit, names);
    case "closing":
      return fill(words.closing, { benefit, persons: numberText(lever.persons), on: dayText(lever.on) });
    case "rule": {
      const to = nameOf(lever.to, names);
      const after = lever.closes ? fill(words.closed, { benefit }) : nowhere;
      return fill(words.rule, { share: percentText(lever.share), benefit, to, on: dayText(lever.on), after });
    }
  }
}

function sayPlaces({ places, offer, effect, ...lever }: LeverOf<"places">, benefit: Text, names: Names): Text {
  return fill(words.places, {
    ...{
      places: numberText(places),
      offer: inSentence(names.offers.get(offer) ?? verbatim(offer)),
      benefit,
      when: when(lever),
    },
    ...{ by: changeText(effect.by), low: changeText(effect.low), high: changeText(effect.high) },
    assumption: effect.assumption,
  });
}

const words = {
  inflow: { da: "{by} tilgang udefra til {benefit}{when}.", en: "{by} inflow from outside to {benefit}{when}." },
  exits: { da: "{by} afgang fra {benefit}{to}{when}.", en: "{by} exits from {benefit}{to}{when}." },
  places: {
    da: "{places} flere pladser ad gangen i {offer} til {benefit}{when}. Det er antaget og ikke målt, at en plads ændrer chancen for at komme i arbejde på en måned med {by} (mellem {low} og {high}): {assumption}",
    en: "{places} more places at a time in {offer} for {benefit}{when}. It is assumed and not measured that a place changes the chance of going to work in a month by {by} (between {low} and {high}): {assumption}",
  },
  closing: {
    da: "{persons} personer kommer på {benefit} den {on}.",
    en: "{persons} people come to {benefit} on {on}.",
  },
  rule: {
    da: "{share} af dem på {benefit} flyttes til {to} den {on}{after}.",
    en: "{share} of those on {benefit} are moved to {to} on {on}{after}.",
  },
  closed: { da: ", og ingen kan siden komme på {benefit}", en: ", and nobody can come to {benefit} after it" },
} as const satisfies Readonly<Record<string, Text>>;

const nowhere = verbatim("");

function toWhere(name: Text): Text {
  return { da: ` til ${name.da}`, en: ` to ${name.en}` };
}

/** A benefit, or a state, by its code, as it is called within a sentence. */
export function nameOf(word: string, { states }: Pick<Names, "states">): Text {
  const named = groupsOf(states).find(({ id }) => id === word) ?? states.find(({ id }) => id === word);
  return inSentence(named?.label ?? verbatim(word));
}

function inSentence({ da, en }: Text): Text {
  return { da: lowered(da), en: lowered(en) };
}

/** A label within a sentence: its first letter small, unless it is `A-dagpenge`. */
function lowered(label: string): string {
  return label[1] === "-" ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}

function when({ from, until }: { readonly from?: Month; readonly until?: Month }): Text {
  return { da: spanIn("da", from, until), en: spanIn("en", from, until) };
}

function spanIn(language: Language, from: Month | undefined, until: Month | undefined): string {
  const first = from === undefined ? "" : ` ${spanWords[language][0]} ${sayMonth(from, language)}`;
  const last = until === undefined ? "" : ` ${spanWords[language][1]} ${sayMonth(until, language)}`;
  return `${first}${last}`;
}

const spanWords = { da: ["fra", "til og med"], en: ["from", "up to and with"] } as const;

function changeText(share: number): Text {
  return inBoth((language) => `${writeNumber(share * 100, { language, sign: true })} %`);
}

function percentText(share: number): Text {
  return inBoth((language) => `${writeNumber(share * 100, { language })} %`);
}

function numberText(number: number): Text {
  return inBoth((language) => writeNumber(number, { language }));
}

function dayText(day: LeverOf<"closing">["on"]): Text {
  return inBoth((language) => sayDay(day, language));
}

function inBoth(write: (language: Language) => string): Text {
  return { da: write("da"), en: write("en") };
}
