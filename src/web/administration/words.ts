import { type AdministrationWords, da } from "../text/administration/da.ts";
import { en } from "../text/administration/en.ts";
import { useLanguage } from "../text/language.tsx";

/** The words of these pages; they come with them, not with the first page one opens. */
export function useAdministrationWords(): AdministrationWords {
  return useLanguage() === "da" ? da : en;
}
