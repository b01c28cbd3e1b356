import { type Text, verbatim } from "#core/text/text.ts";
import type { Known } from "./answers.ts";

/** The names of the codes that narrow what is measured. */
export function codesOf(where: Readonly<Record<string, string>>, { dimensions }: Known): Text[] {
  return Object.entries(where).flatMap(([id, codes]) =>
    codes.split("+").map((code) => {
      const named = dimensions.find((one) => one.id === id)?.codes.find((one) => one.id === code.trim());
      return named?.label ?? verbatim(code);
    }),
  );
}
