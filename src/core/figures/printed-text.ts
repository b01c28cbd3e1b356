import type { Text } from "../text/text.ts";
import type { Hedge, Printed } from "./printed.ts";
import { shift } from "./round.ts";
import { writeFigure } from "./write.ts";

/**
 * A printed figure for readers of either language: in Danish as the document prints it, in English written anew, with as
 * many decimals as it was printed with.
 *
 * @example printedText(parsePrinted("ca. 3.400 personer")).en // "about 3,400 persons"
 */
export function printedText({ printed, value, unit, step, upper, hedge }: Printed): Text {
  const style = { decimals: Math.min(2, Math.max(0, -Math.floor(Math.log10(shift(step, scaleOf(unit, value)))))) };
  const high = writeFigure({ value: upper ?? value, unit }, "en", style);
  const en = upper === undefined ? high : `${writeFigure({ value, unit }, "en", { ...style, bare: true })}–${high}`;
  return { da: printed, en: hedge === undefined ? en : `${hedgeWords[hedge]} ${en}` };
}

/** How far the decimal point stands moved in a figure as it is written: per cent, millions, billions. */
function scaleOf(unit: Printed["unit"], value: number): number {
  if (unit === "share" || unit === "share-points") return 2;
  if (unit !== "DKK" || Math.abs(value) < 1e6) return 0;
  return Math.abs(value) < 1e9 ? -6 : -9;
}

/** What stands before a hedged figure; in Danish the document's own word does. */
const hedgeWords: Readonly<Record<Hedge, string>> = {
  about: "about",
  "just-under": "just under",
  "just-over": "just over",
  above: "more than",
  "at-least": "at least",
  "up-to": "up to",
  below: "less than",
  "at-most": "at most",
};
