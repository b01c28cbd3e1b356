import { da, type IndicatorWords } from "../text/indicators/da.ts";
import { en } from "../text/indicators/en.ts";
import { useLanguage } from "../text/language.tsx";

/** The words of these pages; they come with them, not with the first page one opens. */
export function useIndicatorWords(): IndicatorWords {
  return useLanguage() === "da" ? da : en;
}
