import { unitWords } from "#core/figures/unit.ts";
import { Fact } from "../parts/fact.tsx";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { useIndicatorWords } from "./words.ts";

/** What holds of an indicator, and the days on which its meaning broke. */
export function DefinitionFacts({ indicator }: { readonly indicator: Indicator }) {
  const words = useIndicatorWords();
  const language = useLanguage();
  const say = useSay();
  const { id, unit, good, source, smallestCount, finalAfterMonths, valid, breaks } = indicator;
  const span = [
    ...(valid.from === undefined ? [] : [words.from(wordsOfDay(valid.from, language))]),
    ...(valid.to === undefined ? [] : [words.to(wordsOfDay(valid.to, language))]),
  ];
  return (
    <section>
      <h2>{words.facts}</h2>
      <dl className="facts">
        <Fact name={words.unit}>{unitWords[unit].name[language]}</Fact>
        <Fact name={words.goodIs}>{words.goodWords[good]}</Fact>
        <Fact name={words.definedBy}>{say(source)}</Fact>
        <Fact name={words.smallest}>{words.smallestSays(smallestCount)}</Fact>
        <Fact name={words.final}>{words.finalSays(finalAfterMonths)}</Fact>
        <Fact name={words.valid}>{span.length === 0 ? words.always : span.join(" ")}</Fact>
        <Fact name="ID">
          <code>{id}</code>
        </Fact>
      </dl>
      {breaks.length > 0 && (
        <>
          <h3>{words.breaks}</h3>
          <ul className="notes">
            {breaks.map(({ on, text }) => (
              <li key={`${on} ${text.da}`}>
                <span className="quiet">{wordsOfDay(on, language)}:</span> {say(text)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
