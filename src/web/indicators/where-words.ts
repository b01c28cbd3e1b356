import type { Text } from "#core/text/text.ts";
import type { Vocabulary } from "./answers.ts";

/** What a code of a dimension is called; a code nobody has named stands as it is. */
export function codeInWords(
  dimension: string,
  code: string,
  vocabulary: Vocabulary | undefined,
  say: (text: Text) => string,
): string {
  if (code === "uoplyst") return say(unknown);
  if (dimension === "municipality") {
    const area = vocabulary?.areas.find(({ id }) => id === code);
    return area === undefined ? code : say(area.label);
  }
  const known = vocabulary?.dimensions.find(({ id }) => id === dimension)?.codes.find(({ id }) => id === code);
  return known === undefined ? code : say(known.label);
}

/** A filter in words: `Ydelse: Kontanthjælp eller A-dagpenge`. */
export function whereInWords(
  where: Readonly<Record<string, string>>,
  vocabulary: Vocabulary | undefined,
  say: (text: Text) => string,
): string {
  return Object.entries(where)
    .map(([dimension, codes]) => {
      const label = vocabulary?.dimensions.find(({ id }) => id === dimension)?.label;
      const named = codes.split("+").map((code) => codeInWords(dimension, code, vocabulary, say));
      return `${label === undefined ? dimension : say(label)}: ${named.join(say(or))}`;
    })
    .join(", ");
}

const or: Text = { da: " eller ", en: " or " };
const unknown: Text = { da: "Uoplyst", en: "Not stated" };
