import { addDays } from "#core/calendar/day.ts";
import { findPeriod, periodAround, sayPeriod } from "#core/calendar/period.ts";
import type { Language } from "#core/text/text.ts";
import type { DataWords } from "../text/data/da.ts";
import { wordsOfPeriod } from "../text/language.tsx";

/** From which period to which. Of four quarters at a time it is enough to say the last quarter of each, and once that it is so. */
export function spanInWords(first: string, last: string, language: Language, words: DataWords["sources"]): string {
  const isRolling = findPeriod(last)?.kind === "rolling";
  const [from, to] = [first, last].map((id) => (isRolling ? lastQuarter(id, language) : wordsOfPeriod(id, language)));
  return isRolling ? words.rolling(from, to) : words.span(from, to);
}

function lastQuarter(id: string, language: Language): string {
  const period = findPeriod(id);
  return period === undefined ? id : sayPeriod(periodAround(addDays(period.to, -1), "quarter"), language);
}
