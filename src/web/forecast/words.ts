import { da, type ForecastWords } from "../text/forecast/da.ts";
import { en } from "../text/forecast/en.ts";
import { useLanguage } from "../text/language.tsx";

/** The words of this page; they come with it, not with the first page one opens. */
export function useForecastWords(): ForecastWords {
  return useLanguage() === "da" ? da : en;
}
