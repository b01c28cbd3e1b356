import { findNumberWord, findShareWords } from "#core/figures/number-words.ts";

/** How a text came to be: as text, or read from paper by a machine that confuses letters. */
export type Reading = "text" | "optical";

/**
 * How often a printed figure stands in a text: the rarest of its numbers, a range having two. Numbers are compared digit
 * by digit, with or without thousands dots; number words and shares in words as words.
 *
 * @example timesPrinted("ca. 1.000 personer", "i alt 1000 personer af 11.000", "text") // 1
 */
export function timesPrinted(printed: string, text: string, reading: Reading): number {
  const plain = plainText(text, reading);
  return Math.min(...wantedIn(printed).map((wanted) => occurrences(plainText(wanted, reading), plain)));
}

/** The numbers of a printed figure, else the words that stand for a number. */
function wantedIn(printed: string): string[] {
  const numbers = [...printed.matchAll(/\d+(?:[.,]\d+)*/g)].map(([number]) => number);
  if (numbers.length > 0) return numbers;
  const words = printed.split(" ");
  const share = words.map((_, at) => words.slice(at).join(" ")).find((rest) => findShareWords(rest) !== undefined);
  return [share ?? words.find((word) => findNumberWord(word) !== undefined) ?? printed];
}

function plainText(text: string, reading: Reading): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=\d)\.(?=\d{3}(?!\d))/g, "");
  return reading === "optical" ? withoutConfusion(plain) : plain;
}

/** Optical reading takes æ, ø and å for other vowels, and parts words at the end of a line. */
function withoutConfusion(text: string): string {
  return text.replaceAll("- ", "").replaceAll(/[aegoåæéø]+/g, "a");
}

/** A number is none of another's digits, and a word none of another word, but it may begin one: `treårig`. */
function occurrences(wanted: string, text: string): number {
  const [before, after] = /^\d/.test(wanted)
    ? ["(?<!\\d|\\d[.,])", "(?!\\d|[.,]\\d)"]
    : ["(?<!\\p{L})", "(?=årig|aarig|arig|\\P{L}|$)"];
  return [...text.matchAll(new RegExp(`${before}${wanted.replaceAll(".", "\\.")}${after}`, "gu"))].length;
}
