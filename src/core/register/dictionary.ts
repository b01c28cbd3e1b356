import { type CodeList, codeLists, vocabularyLists } from "./codes.ts";
import type { IdKind } from "./schema.ts";

/** What a dictionary holds the words of: the ids of a kind, the codes of a list, or free text. */
export type ListName = IdKind | CodeList | "text";

/** Numbers for words: the words of a column are kept once, the column holds their numbers. 0 is the unknown word. */
export type Dictionary = { readonly words: string[]; readonly numbers: Map<string, number> };

export type Dictionaries = { readonly [L in ListName]: Dictionary };

const idKinds = {
  person: true,
  company: true,
  cvr: true,
  offer: true,
  conversation: true,
  contact: true,
  "job-order": true,
  agreement: true,
  unit: true,
  worker: true,
  provider: true,
  fund: true,
  scale: true,
  survey: true,
  question: true,
  account: true,
  period: true,
} as const satisfies Readonly<Record<IdKind, true>>;

/**
 * A dictionary of different words in the order given; their numbers begin at 1. Most lists of ids are never looked up by
 * word: their numbers are laid out when one first is.
 */
export function dictionaryOf(words: Iterable<string> = []): Dictionary {
  const all = ["", ...words];
  let numbers: Map<string, number> | undefined;
  return {
    words: all,
    get numbers() {
      numbers ??= new Map(all.map((word, i) => [word, i]));
      return numbers;
    },
  };
}

/** One dictionary a list: the closed code lists filled, all others empty. */
export function startDictionaries(): Dictionaries {
  const started: Record<string, Dictionary> = { text: dictionaryOf() };
  for (const kind of Object.keys(idKinds)) started[kind] = dictionaryOf();
  for (const list of vocabularyLists) started[list] = dictionaryOf();
  for (const [list, codes] of Object.entries(codeLists)) started[list] = dictionaryOf(codes);
  if (!isComplete(started)) throw new Error("a list has no dictionary");
  return started;
}

/** The number of a word, given to it now when it is new. Empty is unknown: 0. */
export function intern(dictionary: Dictionary, word: string): number {
  const known = dictionary.numbers.get(word);
  if (known !== undefined) return known;
  dictionary.numbers.set(word, dictionary.words.length);
  return dictionary.words.push(word) - 1;
}

/** The number of a word, or undefined when the register does not hold it. */
export function findNumber(dictionary: Dictionary, word: string): number | undefined {
  return dictionary.numbers.get(word);
}

function isComplete(started: Readonly<Record<string, Dictionary>>): started is Dictionaries {
  return [...Object.keys(idKinds), ...Object.keys(codeLists), ...vocabularyLists, "text"].every((list) =>
    Object.hasOwn(started, list),
  );
}
