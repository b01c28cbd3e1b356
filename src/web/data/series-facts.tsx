import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { sourceText } from "#core/indicators/source-text.ts";
import { indicatorsQuery, vocabularyQuery } from "../indicators/queries.ts";
import { whereInWords } from "../indicators/where-words.ts";
import { Fact } from "../parts/fact.tsx";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import type { Source } from "./answers.ts";
import { useDataWords } from "./words.ts";

/** Where a series comes from, what it measures, and on what terms. */
export function SeriesFacts({ series }: { readonly series: Source }) {
  const words = useDataWords();
  const { figure } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { plan = "" } = useParams({ strict: false });
  const vocabulary = useQuery(vocabularyQuery).data;
  const indicators = useQuery(indicatorsQuery).data?.indicators ?? [];
  const { id, indicator, where, owner, table, fetched, frequency, licence, moment, note } = series;
  const measured = indicators.find((one) => one.id === indicator);
  const narrowed = whereInWords(where, vocabulary, say);
  return (
    <section className="data-side">
      <h2>{words.series.about}</h2>
      <dl className="facts">
        <Fact name={words.series.indicator}>
          <Link to="/plans/$plan/indicators/$indicator" params={{ plan, indicator }}>
            {measured === undefined ? indicator : say(measured.name)}
          </Link>
          {narrowed !== "" && <span className="quiet data-line">{narrowed}</span>}
        </Fact>
        <Fact name={figure.source}>{say(sourceText(owner))}</Fact>
        {table !== undefined && <Fact name={figure.table}>{table}</Fact>}
        <Fact name={words.series.frequency}>{words.series.frequencies[frequency]}</Fact>
        <Fact name={figure.fetched}>
          {fetched === undefined ? words.sources.notStated : wordsOfDay(fetched, language)}
        </Fact>
        {moment !== undefined && <Fact name={words.series.moment}>{say(moment)}</Fact>}
        <Fact name={words.series.licence}>{say(sourceText(licence))}</Fact>
        {note !== undefined && <Fact name={words.series.note}>{say(note)}</Fact>}
        <Fact name="ID">
          <code>{id}</code>
        </Fact>
      </dl>
    </section>
  );
}
