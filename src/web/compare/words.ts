import { type CompareWords, da } from "../text/compare/da.ts";
import { en } from "../text/compare/en.ts";
import { useLanguage } from "../text/language.tsx";

/** The words of this page; they come with it, not with the first page one opens. */
export function useCompareWords(): CompareWords {
  return useLanguage() === "da" ? da : en;
}
