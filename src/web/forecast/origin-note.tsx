import { writeNumber } from "#core/figures/write.ts";
import { useLanguage, wordsOfDay, wordsOfMoment, wordsOfPeriod } from "../text/language.tsx";
import type { Outlook } from "./answers.ts";
import { useForecastWords } from "./words.ts";

/** What a forecast was made from: register, model, chance, program. */
export function OriginNote({ origin, hidden }: Pick<Outlook, "origin" | "hidden">) {
  const { origin: words, stocks } = useForecastWords();
  const language = useLanguage();
  const { name, snapshot, asOf, known, model, draws, seed, program, made, limit } = origin;
  return (
    <div className="page-foot">
      <h2 className="small-title">{words.heading}</h2>
      <ul>
        <li>{words.line(name, snapshot, wordsOfDay(asOf, language), wordsOfPeriod(known, language))}</li>
        <li>{words.model(model, writeNumber(draws, { language }), seed, program)}</li>
        <li>{words.made(wordsOfMoment(made, language))}</li>
        <li>
          {words.limit(limit)} {hidden > 0 && stocks.hidden(hidden)}
        </li>
      </ul>
    </div>
  );
}
