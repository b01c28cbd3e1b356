import { isDrawn, type Line } from "#charts/state.ts";
import type { Language } from "#core/text/text.ts";
import type { Words } from "../text/da.ts";
import { wordsOfPeriod } from "../text/language.tsx";

/** The first and the last period that any of the lines has a figure of: `april 2016 til marts 2019`. */
export function spanOf(lines: readonly Line[], language: Language, words: Words["figure"]): string {
  const periods = lines.flatMap(({ points }) => points.filter(isDrawn).map(({ period }) => period)).toSorted();
  const [first, last] = [periods.at(0), periods.at(-1)].map((one) => wordsOfPeriod(one ?? "", language));
  return first === last ? first : words.between(first, last);
}
