import { type DataWords, da } from "../text/data/da.ts";
import { en } from "../text/data/en.ts";
import { useLanguage } from "../text/language.tsx";

/** The words of these pages; they come with them, not with the first page one opens. */
export function useDataWords(): DataWords {
  return useLanguage() === "da" ? da : en;
}
