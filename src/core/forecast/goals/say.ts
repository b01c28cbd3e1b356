import { sayPeriod } from "../../calendar/period.ts";
import type { Figure } from "../../figures/figure.ts";
import { writeFigure } from "../../figures/write.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import { chanceText } from "./chance.ts";
import type { Turn } from "./course.ts";
import { type Foreseen, isForeseen } from "./foreseen.ts";

/** What is forecast of a part in a line: its chance, when it turns, what it takes; or why nothing is. */
export function foreseenText(found: Foreseen | Text | undefined): Text | undefined {
  if (found === undefined) return undefined;
  if (!isForeseen(found)) return fill(words.none, { reason: found });
  const { chance, method, turn, needed, past } = found;
  return fill(words.line, {
    ...{ chance: chanceText(chance), method },
    turn: turn === undefined ? nothing : turnText(turn),
    needed: needed === undefined ? nothing : fill(words.needed, { needed: neededText(needed) }),
    past: past === undefined ? nothing : fill(words.past, { past }),
  });
}

/** When a target turns, as a sentence with a space before it. */
export function turnText({ period, into, chance }: Turn): Text {
  const when: Text = { da: sayPeriod(period, "da"), en: sayPeriod(period, "en") };
  return fill(turns[into], { when, chance: chanceText(chance) });
}

/** What it takes each month, with its sign. */
export function neededText(needed: Figure): Text {
  const figure = (language: "da" | "en") => writeFigure(needed, language, { sign: true });
  return fill(words.aMonth, { figure: { da: figure("da"), en: figure("en") } });
}

const nothing = verbatim("");
const turns = {
  met: { da: " Ventes nået i {when} ({chance}).", en: " Expected to be met in {when} ({chance})." },
  lost: { da: " Ventes tabt i {when} ({chance}).", en: " Expected to be lost in {when} ({chance})." },
} as const satisfies Readonly<Record<Turn["into"], Text>>;
const words = {
  none: { da: "Ingen prognose: {reason}", en: "No forecast: {reason}" },
  line: {
    da: "Prognose: {chance} sandsynlighed ({method}).{turn}{needed}{past}",
    en: "Forecast: a chance of {chance} ({method}).{turn}{needed}{past}",
  },
  needed: { da: " Kræver {needed}.", en: " Takes {needed}." },
  past: { da: " {past}", en: " {past}" },
  aMonth: { da: "netto {figure} om måneden", en: "net {figure} a month" },
} as const satisfies Readonly<Record<string, Text>>;
