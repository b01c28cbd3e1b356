import { useLanguage } from "../text/language.tsx";
import { da, type PlanWords } from "../text/plan/da.ts";
import { en } from "../text/plan/en.ts";

/** The words of this page; they come with it, not with the first page one opens. */
export function usePlanWords(): PlanWords {
  return useLanguage() === "da" ? da : en;
}
