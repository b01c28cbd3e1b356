import { useLanguage } from "../text/language.tsx";
import { da, type ScenarioWords } from "../text/scenario/da.ts";
import { en } from "../text/scenario/en.ts";

/** The words of this page; they come with it, not with the first page one opens. */
export function useScenarioWords(): ScenarioWords {
  return useLanguage() === "da" ? da : en;
}
