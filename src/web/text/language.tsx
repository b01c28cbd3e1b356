import { createContext, type ReactNode, useContext, useEffect } from "react";
import { findDay, sayDay } from "#core/calendar/day.ts";
import { findPeriod, sayInPeriod, sayPeriod } from "#core/calendar/period.ts";
import type { Language, Text } from "#core/text/text.ts";
import { da, type Words } from "./da.ts";
import { en } from "./en.ts";

const words: Readonly<Record<Language, Words>> = { da, en };
const Spoken = createContext<Language>("da");

/** Lets everything inside speak a language, and tells the browser which. */
export function Speaking({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Spoken value={language}>{children}</Spoken>;
}

/** The language that is spoken. */
export function useLanguage(): Language {
  return useContext(Spoken);
}

/** The pages' own words. */
export function useWords(): Words {
  return words[useLanguage()];
}

/** Says what the server sent in the language that is spoken. */
export function useSay(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}

/** A day of the server in words; what is no day stays as it is. */
export function wordsOfDay(day: string, language: Language): string {
  const found = findDay(day.slice(0, 10));
  return found === undefined ? day : sayDay(found, language);
}

/** A period of the server in words; what is no period stays as it is. */
export function wordsOfPeriod(id: string, language: Language): string {
  const found = findPeriod(id);
  return found === undefined ? id : sayPeriod(found, language);
}

/** As the time something is so: `i 2018`, `ultimo 2018`. */
export function wordsInPeriod(id: string, language: Language): string {
  const found = findPeriod(id);
  return found === undefined ? id : sayInPeriod(found, language);
}

/** A moment of the server in words, as it is in Denmark: `22. november 2026 kl. 09.30`. */
export function wordsOfMoment(at: string, language: Language): string {
  const [day = at, time = ""] = danishClock.format(new Date(at)).split(" ");
  return language === "da"
    ? `${wordsOfDay(day, language)} kl. ${time.replace(":", ".")}`
    : `${wordsOfDay(day, language)}, ${time}`;
}

const danishClock = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: "Europe/Copenhagen", year: "numeric", month: "2-digit", day: "2-digit" },
  ...{ hour: "2-digit", minute: "2-digit" },
});
