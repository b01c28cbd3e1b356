/** The two languages of the program. Danish is the first. */
export type Language = "da" | "en";

/** Words shown to a person, in both languages. */
export type Text = { readonly da: string; readonly en: string };

/** Picks the words of one language. */
export function say(text: Text, language: Language): string {
  return text[language];
}

/** The same words in both languages: names, codes and what a user typed. */
export function verbatim(words: string): Text {
  return { da: words, en: words };
}

/**
 * Fills the `{names}` of a template in both languages; a parameter may itself be a `Text`.
 *
 * @example fill({ da: "mangler {key}", en: "lacks {key}" }, { key: "title" }) // { da: "mangler title", en: "lacks title" }
 */
export function fill(template: Text, parameters: Readonly<Record<string, string | number | Text>>): Text {
  return { da: fillOne(template.da, parameters, "da"), en: fillOne(template.en, parameters, "en") };
}

function fillOne(words: string, parameters: Readonly<Record<string, string | number | Text>>, language: Language) {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? value[language] : String(value);
  });
}
