import { missingWords } from "#core/figures/figure.ts";
import { unitWords } from "#core/figures/unit.ts";
import type { FigureStyle } from "#core/figures/write.ts";
import type { Shown, ShownFigure } from "../answers.ts";
import { useLanguage, useWords, wordsOfPeriod } from "../text/language.tsx";
import { Fact } from "./fact.tsx";
import { Popup } from "./popup.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { absentMark, isAbsent, written } from "./written.ts";

/** What is known of a figure besides itself. */
export type About = {
  /** What it is a figure of, in a few words. */
  readonly what: string;
  readonly definition?: string;
  readonly notes?: readonly string[];
};

/**
 * A figure that explains itself: its small mark opens what it means, where it comes from, and what to beware of. One that
 * is missing is a dash with its reason; one that may change is lighter.
 */
export function FigureMark({
  shown,
  about,
  style,
  tabIndex,
  withPeriod = false,
  markOnly = false,
}: {
  readonly shown: Shown;
  readonly about: About;
  readonly style?: FigureStyle;
  readonly tabIndex?: number;
  readonly withPeriod?: boolean;
  /** Where the words before it already say the figure. */
  readonly markOnly?: boolean;
}) {
  const { figure } = useWords();
  const language = useLanguage();
  const words = written(shown, language, style);
  const period = withPeriod && shown.period !== undefined ? wordsOfPeriod(shown.period, language) : undefined;
  const isPreliminary = !isAbsent(shown) && shown.origin?.preliminary === true;
  return (
    <Popup
      title={about.what}
      tabIndex={tabIndex}
      className={`figure ${isPreliminary ? "figure-preliminary" : ""} ${isAbsent(shown) ? "figure-absent" : ""}`}
      name={figure.explain(about.what, period === undefined ? words : `${words}, ${period}`)}
      label={
        <>
          {!markOnly && (
            <span className="figure-words" title={isAbsent(shown) ? words : undefined}>
              {isAbsent(shown) ? absentMark(shown.missing) : words}
            </span>
          )}
          {period !== undefined && !isAbsent(shown) && <span className="figure-period"> {period}</span>}
          {(markOnly || !isAbsent(shown)) && <sup className="figure-sign">i</sup>}
        </>
      }
    >
      {() => <Explained shown={shown} about={about} />}
    </Popup>
  );
}

function Explained({ shown, about }: { readonly shown: Shown; readonly about: About }) {
  const words = useWords().figure;
  const language = useLanguage();
  return (
    <div className="stack">
      <p className="popup-title">{about.what}</p>
      <p className="figure-large">{isAbsent(shown) ? words.missing : written(shown, language)}</p>
      {isAbsent(shown) && <p>{sentence(missingWords[shown.missing][language])}</p>}
      {!isAbsent(shown) && shown.origin?.preliminary === true && <p>{words.preliminary}</p>}
      <dl className="facts">
        {about.definition !== undefined && <Fact name={words.definition}>{about.definition}</Fact>}
        {shown.period !== undefined && <Fact name={words.period}>{wordsOfPeriod(shown.period, language)}</Fact>}
        {!isAbsent(shown) && <Fact name={words.unit}>{unitWords[shown.unit].name[language]}</Fact>}
        {!isAbsent(shown) && <Origin origin={shown.origin} />}
      </dl>
      {about.notes !== undefined && about.notes.length > 0 && (
        <>
          <p className="small-title">{words.notes}</p>
          <ul className="notes">
            {about.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Origin({ origin }: { readonly origin: ShownFigure["origin"] }) {
  const words = useWords().figure;
  if (origin === undefined) return <Fact name={words.source}>{words.planSource}</Fact>;
  return <SourceFacts source={origin} />;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
