import { sayPeriod } from "../../calendar/period.ts";
import { writeFigure } from "../../figures/write.ts";
import { fill, type Text, verbatim } from "../../text/text.ts";
import { chanceText } from "./chance.ts";
import { isChange, type Turn } from "./course.ts";
import { type Foreseen, isForeseen, type Needed } from "./foreseen.ts";

/** What is forecast of a part in a line: its chance, when it turns, what it takes; or why nothing is. */
export function foreseenText(found: Foreseen | Text | undefined): Text | undefined {
  if (found === undefined) return undefined;
  if (!isForeseen(found)) return fill(words.none, { reason: found });
  const { chance, method, turn, needed, past } = found;
  return fill(words.line, {
    ...{ chance: chanceText(chance), method },
    turn: turn === undefined ? nothing : turnText(turn),
    needed:
      needed === undefined ? nothing : fill(words[isRoom(needed) ? "room" : "needed"], { needed: neededText(needed) }),
    past: past === undefined ? nothing : fill(words.past, { past }),
  });
}

/** When a target turns, as a sentence with a space before it. */
export function turnText({ period, into, chance }: Turn): Text {
  const when: Text = { da: sayPeriod(period, "da"), en: sayPeriod(period, "en") };
  return fill(turns[into], { when, chance: chanceText(chance) });
}

/** Whether so much a month is what there is room for, not what it takes. */
export function isRoom({ kind }: Needed): boolean {
  return kind === "room" || kind === "room-for";
}

/** So much a month; a change with its sign. */
export function neededText({ figure, kind }: Needed): Text {
  const written = (language: "da" | "en") => writeFigure(figure, language, { sign: isChange(kind) });
  return fill(isChange(kind) ? words.netAMonth : words.aMonth, { figure: { da: written("da"), en: written("en") } });
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
  room: { da: " Har plads til {needed}.", en: " Leaves room for {needed}." },
  past: { da: " {past}", en: " {past}" },
  netAMonth: { da: "netto {figure} om måneden", en: "net {figure} a month" },
  aMonth: { da: "{figure} om måneden", en: "{figure} a month" },
} as const satisfies Readonly<Record<string, Text>>;
