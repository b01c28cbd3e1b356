import type { Fault } from "../faults/fault.ts";
import type { Where } from "../format/scalars.ts";
import { durationWords } from "../register/reading/durations.ts";
import { didYouMean } from "../text/nearest.ts";
import { verbatim } from "../text/text.ts";
import { areasOfKind } from "../vocabulary/area.ts";
import { codesOf, faultsOfWhere } from "../vocabulary/dimension.ts";
import { benefitGroups, type Vocabulary } from "../vocabulary/vocabulary.ts";
import type { ParameterValues } from "./formula.ts";
import type { Indicator } from "./indicator.ts";

/** Parameters whose words are codes, and of what. */
const codedParameters: Readonly<Record<string, string>> = {
  age: "age",
  groups: "groups",
  kinds: "cooperation",
  party: "party",
  precedence: "benefit",
  status: "status",
};

/**
 * What is wrong with the codes that a question to an indicator names: nobody is counted under a code that does not
 * exist, and that would look like nobody there. `uoplyst` is a code of every dimension.
 */
export function faultsOfQuestion(
  { dimensions }: Pick<Indicator, "dimensions">,
  { where = {}, parameters = {} }: { readonly where?: Where; readonly parameters?: ParameterValues },
  vocabulary: Vocabulary,
): Fault[] {
  const narrowed = Object.entries(where).flatMap(([id, value]) => {
    const codes = codesOf(value).filter((code) => code !== "uoplyst");
    return codes.length === 0 ? [] : [[id, codes.join("+")] as const];
  });
  const coded = Object.entries(parameters).flatMap(([id, value]) => {
    const dimension = codedParameters[id];
    const codes = value.trim().split(/[\s+]+/);
    return dimension === undefined ? [] : [[dimension, codes.join("+")] as const];
  });
  return [
    ...faultsOfWhere(Object.fromEntries(narrowed), vocabulary, ["municipality", ...dimensions]),
    ...coded.flatMap(([id, value]) => (id in wordsOf ? [] : faultsOfWhere({ [id]: value }, vocabulary))),
    ...[...narrowed, ...coded].flatMap(([id, value]) => faultsOfWords(id, codesOf(value), vocabulary)),
  ];
}

/** Faults of what has the codes of places, of several lists, or the program's own. */
function faultsOfWords(id: string, given: readonly string[], vocabulary: Vocabulary): Fault[] {
  const words = wordsOf[id]?.(vocabulary);
  const list = vocabulary.dimensions.get(id)?.label ?? verbatim(id);
  return given.flatMap((value): Fault[] => {
    if (words === undefined || words.includes(value)) return [];
    const hint = didYouMean(value, words, {
      da: `Skriv en kode, fx ${words.at(-1)}.`,
      en: `Write a code, such as ${words.at(-1)}.`,
    });
    return [{ code: "unknown-code", place: {}, parameters: { value, list, hint } }];
  });
}

const wordsOf: Readonly<Record<string, (vocabulary: Vocabulary) => readonly string[]>> = {
  municipality: ({ areas }) =>
    [...areasOfKind(areas, "other"), ...areasOfKind(areas, "municipality")].map((area) => area.id),
  destination: ({ lists }) => ["benefit", "status"].flatMap((list) => [...(lists.get(list)?.terms.keys() ?? [])]),
  duration: () => durationWords.slice(1),
  groups: () => benefitGroups,
};
