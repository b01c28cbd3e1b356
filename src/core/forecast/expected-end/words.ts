import { sayDay } from "../../calendar/day.ts";
import { writeNumber } from "../../figures/write.ts";
import { fill, type Language, type Text } from "../../text/text.ts";
import type { Course, ExpectedEnds } from "./expected-end.ts";

/** What expected ends may be used for; shown wherever they are. */
export const aboutGroups: Text = {
  da: "Det siger noget om grupper, aldrig om en person, og må ikke indgå i en afgørelse om nogen.",
  en: "It tells of groups, never of a person, and must not enter a decision about anybody.",
};

/** What an expected end is read from: how many people, over which years, and how many were seen to leave. */
export function sayBasis({ persons, ended }: Course, { found }: Pick<ExpectedEnds, "found">): Text {
  return fill(ended === undefined ? basisOfMost : basis, {
    persons: numberOf(persons),
    ended: numberOf(ended ?? 0),
    first: { da: sayDay(found.first, "da"), en: sayDay(found.first, "en") },
    last: { da: sayDay(found.last, "da"), en: sayDay(found.last, "en") },
  });
}

const basis: Text = {
  da: "Af {persons} personer, der var i gruppen mellem {first} og {last}; {ended} af dem er set komme videre.",
  en: "From {persons} people who were in the group between {first} and {last}; {ended} of them were seen to move on.",
};

const basisOfMost: Text = {
  da: "Af {persons} personer, der var i gruppen mellem {first} og {last}; næsten alle er set komme videre.",
  en: "From {persons} people who were in the group between {first} and {last}; nearly all were seen to move on.",
};

/** When half of a group are expected to have left, and between which times the middle half of them. */
export function sayWeeks({ weeks: { first, half, last } }: Course): Text {
  if (half === undefined) return first === undefined ? longer : fill(quarterOnly, { first: weeksOf(first) });
  if (first === undefined || last === undefined) return fill(halfOnly, { half: weeksOf(half) });
  return fill(all, { first: weeksOf(first), half: weeksOf(half), last: weeksOf(last) });
}

const all: Text = {
  da: "Halvdelen er videre efter {half} uger, en fjerdedel efter {first}, tre fjerdedele efter {last}.",
  en: "Half have moved on after {half} weeks, a quarter after {first}, three quarters after {last}.",
};
const halfOnly: Text = {
  da: "Halvdelen er videre efter {half} uger.",
  en: "Half have moved on after {half} weeks.",
};
const quarterOnly: Text = {
  da: "En fjerdedel er videre efter {first} uger; så længe, at halvdelen er det, er ingen fulgt.",
  en: "A quarter have moved on after {first} weeks; nobody is followed for so long that half have.",
};
const longer: Text = {
  da: "Så længe, at en fjerdedel er videre, er ingen fulgt.",
  en: "Nobody is followed for so long that a quarter have moved on.",
};

function weeksOf(weeks: number): Text {
  const written = (language: Language) => writeNumber(weeks, { language, decimals: weeks < 10 ? 1 : 0 });
  return { da: written("da"), en: written("en") };
}

function numberOf(n: number): Text {
  return { da: writeNumber(n, { language: "da" }), en: writeNumber(n, { language: "en" }) };
}
