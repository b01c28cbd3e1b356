import { type Period, sayPeriod } from "../../calendar/period.ts";
import { round, shift } from "../../figures/round.ts";
import type { Unit } from "../../figures/unit.ts";
import { writeFigure, writeNumber } from "../../figures/write.ts";
import type { Language, Text } from "../../text/text.ts";
import { type Move, type MovePart, moveParts } from "./moved.ts";

/** What each part is called. */
export const movePartWords: Readonly<Record<MovePart, Text>> = {
  inflow: { da: "Tilgang", en: "Inflow" },
  mix: { da: "Sammensætning", en: "Mix" },
  duration: { da: "Varighed", en: "Duration" },
  degree: { da: "Grad", en: "Degree" },
  earlier: { da: "Fra tidligere", en: "From earlier" },
};

/** What each part means when it raises the figure, and when it lowers it. */
const meanings: Readonly<Record<MovePart, readonly [up: Text, down: Text]>> = {
  inflow: [
    { da: "flere kom til", en: "more came" },
    { da: "færre kom til", en: "fewer came" },
  ],
  mix: [
    {
      da: "flere af dem, der kom, hører til grupper, der bliver længe",
      en: "more who came are of groups that stay long",
    },
    {
      da: "færre af dem, der kom, hører til grupper, der bliver længe",
      en: "fewer who came are of groups that stay long",
    },
  ],
  duration: [
    { da: "de er der længere", en: "they stay longer" },
    { da: "de kommer hurtigere videre", en: "they move on sooner" },
  ],
  degree: [
    { da: "de er på ydelsen en større del af tiden", en: "they are on the benefit for more of the time" },
    { da: "de er på ydelsen en mindre del af tiden", en: "they are on the benefit for less of the time" },
  ],
  earlier: [
    { da: "flere var der i forvejen", en: "more were there already" },
    { da: "færre var der i forvejen", en: "fewer were there already" },
  ],
};

/**
 * The parts rounded so that they still add up to the rounded change: those that rounding moves most are moved the other way.
 *
 * @example roundedParts({ inflow: 1.6, mix: 0.7, duration: 1.3, degree: 0, earlier: 0 }, 0) // { inflow: 2, mix: 1, duration: 1, degree: 0, earlier: 0 }
 */
export function roundedParts(parts: Move["parts"], decimals: number): Record<MovePart, number> {
  const scaled = moveParts.map((part) => shift(parts[part], decimals));
  const whole = scaled.map(Math.floor);
  const total = round(scaled.reduce((sum, one) => sum + one, 0));
  const lacking = total - whole.reduce((sum, one) => sum + one, 0);
  const byRest = scaled
    .map((one, at) => ({ at, rest: one - whole[at] }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRest.slice(0, lacking)) whole[at]++;
  const rounded = { inflow: 0, mix: 0, duration: 0, degree: 0, earlier: 0 };
  for (const [at, part] of moveParts.entries()) rounded[part] = shift(whole[at], -decimals);
  return rounded;
}

/** Why a figure moved, in a sentence: the change, then its parts from the largest. */
export function sayMove(move: Move, before: Period, after: Period, unit: Unit): Text {
  return { da: sentence(move, before, after, unit, "da"), en: sentence(move, before, after, unit, "en") };
}

function sentence(move: Move, before: Period, after: Period, unit: Unit, language: Language): string {
  const decimals = Math.abs(move.change) < 10 ? 1 : 0;
  const rounded = roundedParts(move.parts, decimals);
  const change = shift(round(shift(move.change, decimals)), -decimals);
  const when = `${sayPeriod(before, language)} ${toWord[language]} ${sayPeriod(after, language)}`;
  if (moveParts.every((part) => rounded[part] === 0)) return `${unmoved[language]} ${when}.`;
  const told = moveParts
    .filter((part) => rounded[part] !== 0)
    .toSorted((a, b) => Math.abs(rounded[b]) - Math.abs(rounded[a]))
    .map((part) => {
      const meaning = meanings[part][rounded[part] > 0 ? 0 : 1][language];
      return `${writeNumber(rounded[part], { language, decimals, sign: true })} ${because[language]} ${meaning}`;
    });
  const size = writeFigure({ value: change, unit }, language, { decimals, sign: true });
  return `${size} ${fromWord[language]} ${when}: ${told.join(", ")}.`;
}

const fromWord = { da: "fra", en: "from" };
const toWord = { da: "til", en: "to" };
const because = { da: "fordi", en: "because" };
const unmoved = { da: "Uændret fra", en: "Unchanged from" };
