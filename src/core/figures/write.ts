import type { Language, Text } from "../text/text.ts";
import { type Figure, isMissing, type Missing, missingWords } from "./figure.ts";
import { decimalsOf, round, shift } from "./round.ts";
import { type Unit, unitWords } from "./unit.ts";

const marks = { da: { thousands: ".", decimal: "," }, en: { thousands: ",", decimal: "." } } as const;

/** How a number is written. */
export type NumberStyle = {
  readonly language: Language;
  /** How many decimals are shown; without it, as many as the number has, 12 at most. */
  readonly decimals?: number;
  /** A plus before what is above 0, as a change is written. */
  readonly sign?: boolean;
};

/**
 * A number with the marks of the language and a real minus sign.
 *
 * @example writeNumber(-1234.56, { language: "da", decimals: 1 }) // "−1.234,6"
 */
export function writeNumber(value: number, { language, decimals, sign = false }: NumberStyle): string {
  const rounded = round(value, decimals ?? 12);
  const [whole, fraction] = Math.abs(rounded)
    .toFixed(decimals ?? decimalsOf(rounded))
    .split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, marks[language].thousands);
  const digits = fraction === undefined ? grouped : `${grouped}${marks[language].decimal}${fraction}`;
  return `${signOf(rounded, sign)}${digits}`;
}

function signOf(value: number, sign: boolean): string {
  if (value < 0) return "−";
  return sign && value > 0 ? "+" : "";
}

/** How a figure is written. */
export type FigureStyle = {
  /** How many decimals are shown; without it, as many as suit the unit. */
  readonly decimals?: number;
  readonly sign?: boolean;
  /** Kroner to the last one, never in millions. */
  readonly whole?: boolean;
  /** Without the word of what is counted, for a table that names it beside the number or in its head. */
  readonly bare?: boolean;
};

/**
 * A figure with its unit, or why there is none. Shares become per cent, and kroner from a million up millions.
 *
 * @example writeFigure({ value: 0.1238, unit: "share" }, "da") // "12,4 %"
 * @example writeFigure({ value: -4_210_000, unit: "DKK" }, "da") // "−4,2 mio. kr."
 * @example writeFigure({ value: 3400, unit: "full-time-persons" }, "da", { bare: true }) // "3.400"
 */
export function writeFigure(figure: Figure | Missing, language: Language, style: FigureStyle = {}): string {
  if (isMissing(figure)) return missingWords[figure.missing][language];
  const { unit, value } = figure;
  if (unit === "DKK" && style.whole !== true) return writeKroner(value, language, style);
  const shown = unit === "share" || unit === "share-points" ? shift(value, 2) : value;
  const number = writeNumber(shown, { ...style, language, decimals: style.decimals ?? decimalsFor(unit, shown) });
  if (style.bare === true) return bareWords[unit]?.[language].replace("{n}", number) ?? number;
  const { one, many } = unitWords[unit];
  return (/^[+−]?1$/.test(number) ? one : many)[language].replace("{n}", number);
}

/** What even a bare number keeps. */
const bareWords: Readonly<Partial<Record<Unit, Text>>> = {
  share: unitWords.share.many,
  "share-points": { da: "{n} pp", en: "{n} pp" },
  rank: unitWords.rank.many,
};

function decimalsFor(unit: Unit, shown: number): number {
  switch (unit) {
    case "share":
    case "share-points":
      return 1;
    case "full-time-persons":
      return round(Math.abs(shown), 1) < 10 && shown !== 0 ? 1 : 0;
    case "hours":
    case "days":
    case "weeks":
    case "months":
    case "years":
      return round(shown, 1) === round(shown) ? 0 : 1;
    default:
      return 0;
  }
}

/** What kroner are counted in, as long as the number stays below. */
const kroner = [
  { exponent: 0, usual: 0, below: 1_000_000, words: unitWords.DKK.many },
  { exponent: 6, usual: 1, below: 1000, words: { da: "{n} mio. kr.", en: "DKK {n} million" } },
  { exponent: 9, usual: 1, below: Number.POSITIVE_INFINITY, words: { da: "{n} mia. kr.", en: "DKK {n} billion" } },
] as const;

function writeKroner(value: number, language: Language, style: FigureStyle): string {
  const scaled = ({ exponent, usual }: (typeof kroner)[number]) =>
    round(shift(value, -exponent), style.decimals ?? usual);
  const scale = kroner.find((row) => Math.abs(scaled(row)) < row.below) ?? kroner[2];
  const number = writeNumber(scaled(scale), { ...style, language, decimals: style.decimals ?? scale.usual });
  return scale.words[language].replace("{n}", number);
}

/**
 * The change from one figure to another, in number and per cent; of shares in points only.
 *
 * @example writeChange({ value: 4360, unit: "persons" }, { value: 4119, unit: "persons" }, "da") // "−241 personer (−5,5 %)"
 */
export function writeChange(from: Figure, to: Figure, language: Language): string {
  const unit = to.unit === "share" ? "share-points" : to.unit;
  const change = writeFigure({ value: to.value - from.value, unit }, language, { sign: true });
  if (unit === "share-points" || unit === "rank" || from.value === 0) return change;
  const relative = { value: to.value / from.value - 1, unit: "share" } as const;
  return `${change} (${writeFigure(relative, language, { sign: true })})`;
}
