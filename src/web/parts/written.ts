import { type MissingReason, missingWords } from "#core/figures/figure.ts";
import type { Unit } from "#core/figures/unit.ts";
import { type FigureStyle, writeFigure } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";
import type { Demand, Shown } from "../answers.ts";
import type { Words } from "../text/da.ts";

/** Whether the server sent a reason instead of a figure. */
export function isAbsent(shown: Shown): shown is Extract<Shown, { missing: MissingReason }> {
  return "missing" in shown;
}

/** A figure in a language, or in words why there is none. A figure that was printed stays as printed in Danish. */
export function written(shown: Shown, language: Language, style: FigureStyle = {}): string {
  if (isAbsent(shown)) return missingWords[shown.missing][language];
  const isPlain = Object.keys(style).length === 0;
  return language === "da" && isPlain
    ? shown.printed
    : writeFigure({ value: shown.value, unit: shown.unit }, language, style);
}

/** What stands where a figure would have stood: a dash, or that it is small. */
export function absentMark(missing: MissingReason): string {
  return missing === "withheld" || missing === "too-small" ? "<5" : "–";
}

/** What a demand asks for: `højst 3.400`. */
export function writtenDemand({ low, high, strict, unit }: Demand, language: Language, words: Words["figure"]): string {
  const write = (value: number) => writeBare(value, unit, language);
  if (low !== null && high !== null)
    return low === high ? words.exactly(write(low)) : words.between(write(low), write(high));
  if (low !== null) return (strict ? words.above : words.atLeast)(write(low));
  if (high !== null) return (strict ? words.below : words.atMost)(write(high));
  return absentMark("no-data");
}

function writeBare(value: number, unit: Unit, language: Language): string {
  return writeFigure({ value, unit }, language, { bare: true });
}
