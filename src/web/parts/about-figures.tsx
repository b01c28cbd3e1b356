import { type Unit, unitWords } from "#core/figures/unit.ts";
import { useLanguage, useWords } from "../text/language.tsx";
import { Fact } from "./fact.tsx";
import { Popup } from "./popup.tsx";
import { type FigureSource, SourceFacts } from "./source-facts.tsx";

/** What is known of the figures of a chart or a paragraph, all together. */
export type FiguresAbout = {
  /** What they are figures of, in a few words. */
  readonly what: string;
  readonly definition?: string;
  readonly unit: Unit;
  /** In words. */
  readonly period: string;
  readonly sources: readonly FigureSource[];
  readonly notes?: readonly string[];
};

/** The mark beside several figures that explains them: what they mean, unit, period, where they come from. */
export function AboutFigures({ about }: { readonly about: FiguresAbout }) {
  const words = useWords().figure;
  const language = useLanguage();
  const { what, definition, unit, period, sources, notes = [] } = about;
  return (
    <Popup
      title={what}
      className="figure figure-about no-print"
      name={words.explainAll(what)}
      label={
        <>
          <span className="figure-words">{words.about}</span>
          <sup className="figure-sign">i</sup>
        </>
      }
    >
      {() => (
        <div className="stack">
          <p className="popup-title">{what}</p>
          <dl className="facts">
            {definition !== undefined && <Fact name={words.definition}>{definition}</Fact>}
            <Fact name={words.period}>{period}</Fact>
            <Fact name={words.unit}>{unitWords[unit].name[language]}</Fact>
            {sources.map((source) => (
              <SourceFacts key={`${source.source} ${source.table}`} source={source} />
            ))}
          </dl>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      )}
    </Popup>
  );
}
