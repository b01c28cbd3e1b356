import { BrokenInput, type Fault } from "../faults/fault.ts";
import { findNumberWord, findShareWords } from "./number-words.ts";
import { type Dialect, findNumber, notANumber, type WrittenNumber } from "./read-number.ts";
import { shift } from "./round.ts";
import { findUnit, type PrintedUnit, type Unit, unknownUnit } from "./unit.ts";

/**
 * Words that say that a figure is not meant to the last digit: how they are printed, and how far the true figure may
 * lie below and above, in shares of the printed one.
 */
export const hedges = [
  { hedge: "about", words: "ca. | ca | cirka | circa | omkring | omtrent | about", below: 0.05, above: 0.05 },
  { hedge: "just-under", words: "knap | næsten | just under", below: 0.05, above: 0 },
  { hedge: "just-over", words: "godt | just over", below: 0, above: 0.05 },
  { hedge: "above", words: "over | mere end | flere end | more than", below: 0, above: Number.POSITIVE_INFINITY },
  { hedge: "at-least", words: "mindst | minimum | at least", below: 0, above: Number.POSITIVE_INFINITY },
  { hedge: "up-to", words: "op mod | op til | up to", below: Number.POSITIVE_INFINITY, above: 0 },
  { hedge: "below", words: "under | mindre end | færre end | less than", below: Number.POSITIVE_INFINITY, above: 0 },
  { hedge: "at-most", words: "højst | maksimalt | at most", below: Number.POSITIVE_INFINITY, above: 0 },
] as const;
export type Hedge = (typeof hedges)[number]["hedge"];

/** A figure as a document prints it. Shares are 0-1. */
export type Printed = {
  readonly value: number;
  readonly unit: Unit;
  /** The text it was read from. */
  readonly printed: string;
  /** The value of one unit of the last printed digit: 0.001 for `11,4 %`, a million for `15 mio. kr.` */
  readonly step: number;
  /** The upper end of a range, as in `300-320 forløb`. */
  readonly upper?: number;
  readonly hedge?: Hedge;
};

/**
 * Reads a figure as printed: `3.400 fuldtidspersoner`, `11,4 %`, `ca. 15 mio. kr.`, `300-320 forløb`, `hver femte`.
 * A number without unit gets the fallback, a bare share being per cent.
 *
 * @throws BrokenInput not-a-figure, not-a-number, no-unit, unknown-unit
 * @example parsePrinted("1,2 mia. kr.") // { value: 1200000000, unit: "DKK", printed: "1,2 mia. kr.", step: 100000000 }
 */
export function parsePrinted(text: string, dialect: Dialect = "da", fallback?: Unit | PrintedUnit): Printed {
  const printed = read(text, dialect, fallback);
  if ("code" in printed) throw new BrokenInput([printed]);
  return printed;
}

/** As `parsePrinted`, undefined when the text is no figure. */
export function findPrinted(text: string, dialect: Dialect = "da", fallback?: Unit | PrintedUnit): Printed | undefined {
  const printed = read(text, dialect, fallback);
  return "code" in printed ? undefined : printed;
}

type Amount = { readonly value: number; readonly unit: Unit; readonly step: number; readonly upper?: number };

function read(printed: string, dialect: Dialect, fallback?: Unit | PrintedUnit): Printed | Fault {
  const plain = printed.replaceAll(/\s+/g, " ").trim();
  const [hedge, rest] = splitHedge(plain);
  const amount = readShareWords(rest) ?? readNumberWord(rest, fallback) ?? readDigits(rest, dialect, fallback);
  if ("code" in amount) return amount;
  return { ...amount, printed, ...(hedge && { hedge }) };
}

const hedgeWords = hedges.flatMap(({ hedge, words }) =>
  words.split(" | ").map((word) => ({ hedge, word: `${word} ` })),
);

function splitHedge(text: string): [Hedge | undefined, string] {
  const found = hedgeWords.find(({ word }) => text.toLowerCase().startsWith(word));
  return found === undefined ? [undefined, text] : [found.hedge, text.slice(found.word.length)];
}

/** A share in words is taken to the nearest per cent. */
function readShareWords(text: string): Amount | undefined {
  const share = findShareWords(text);
  return share === undefined ? undefined : { value: share, unit: "share", step: 0.01 };
}

function readNumberWord(text: string, fallback?: Unit | PrintedUnit): Amount | Fault | undefined {
  const [word, ...rest] = text.split(" ");
  const value = findNumberWord(word);
  if (value === undefined) return undefined;
  return amountOf([{ value, decimals: 0 }], rest.join(" "), fallback) ?? refused("no-unit", text);
}

/** Unit before the number, sign, number, upper end of a range, unit after it. */
const digitsForm =
  /^(?:(kr\.?|dkk|nr\.?|no\.|plads) )?([+\-−]?)(\d+(?:[.,]\d+)*)(?: ?(?:-|–|til|to) ?(\d+(?:[.,]\d+)*))?(?:\.(?= pl))?(?: ?([\p{L}%‰]\D*))?$/iu;

function readDigits(text: string, dialect: Dialect, fallback?: Unit | PrintedUnit): Amount | Fault {
  const match = digitsForm.exec(text);
  if (match === null) return refused("not-a-figure", text);
  const [, before = "", sign, first, last, after = ""] = match;
  const numbers: WrittenNumber[] = [];
  for (const written of last === undefined ? [sign + first] : [sign + first, last]) {
    const number = findNumber(written, dialect);
    if (number === undefined) return notANumber(written, dialect);
    numbers.push(number);
  }
  // A range counts upward from a number without sign: `-5-10` and `2018-19` could mean several things.
  if (last !== undefined && (sign !== "" || numbers[0].value >= numbers[1].value)) return refused("not-a-figure", text);
  return amountOf(numbers, `${after} ${before}`.trim(), fallback) ?? refused("no-unit", text);
}

/** The amount of a number, or of the two of a range; undefined when there is no unit. */
function amountOf(
  numbers: readonly WrittenNumber[],
  unitText: string,
  fallback?: Unit | PrintedUnit,
): Amount | Fault | undefined {
  const unit = unitText === "" ? asPrinted(fallback) : findUnit(unitText);
  if (unit === undefined) return unitText === "" ? undefined : unknownUnit(unitText);
  const [value, upper] = numbers.map((number) => shift(number.value, unit.exponent));
  const decimals = Math.min(...numbers.map((number) => number.decimals));
  return { value, unit: unit.unit, step: shift(1, unit.exponent - decimals), ...(upper !== undefined && { upper }) };
}

function asPrinted(unit: Unit | PrintedUnit | undefined): PrintedUnit | undefined {
  if (typeof unit !== "string") return unit;
  return { unit, exponent: unit === "share" || unit === "share-points" ? -2 : 0 };
}

function refused(code: "not-a-figure" | "no-unit", value: string): Fault {
  return { code, place: {}, parameters: { value } };
}
