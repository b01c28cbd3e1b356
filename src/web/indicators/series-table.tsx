import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { sourceText } from "#core/indicators/source-text.ts";
import { useLanguage, useSay, useWords, wordsOfDay, wordsOfPeriod } from "../text/language.tsx";
import type { Indicator, SeriesEntry } from "./answers.ts";
import { vocabularyQuery } from "./queries.ts";
import { whereInWords } from "./where-words.ts";
import { useIndicatorWords } from "./words.ts";

/** The published series of an indicator, and where else it is published. */
export function SeriesTable({ indicator: { series, published } }: { readonly indicator: Indicator }) {
  const words = useIndicatorWords();
  const { figure } = useWords();
  return (
    <section>
      <h2>{words.series}</h2>
      {series.length === 0 ? (
        <p>{words.noSeries}</p>
      ) : (
        <table className="plain-table stacking">
          <thead>
            <tr>
              <th scope="col">{words.serie}</th>
              <th scope="col">{words.span}</th>
              <th scope="col">{words.areas}</th>
              <th scope="col">{words.source}</th>
              <th scope="col">{figure.fetched}</th>
              <th scope="col">{words.licence}</th>
            </tr>
          </thead>
          <tbody>
            {series.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      )}
      {published.length > 0 && (
        <p className="quiet small">
          {words.publishedIn}:{" "}
          {published
            .map(({ source, table, measure }) => [sources[source] ?? source, table, measure].filter(Boolean).join(", "))
            .join(" · ")}
        </p>
      )}
    </section>
  );
}

/** What the sources call themselves. */
const sources: Readonly<Record<string, string>> = { jobindsats: "Jobindsats", statbank: "Statistikbanken" };

function Row({ one }: { readonly one: SeriesEntry }) {
  const words = useIndicatorWords();
  const language = useLanguage();
  const say = useSay();
  const { plan = "" } = useParams({ strict: false });
  const vocabulary = useQuery(vocabularyQuery).data;
  const { id, indicator, title, where, first, last, areas, owner, table, fetched, licence, moment, note } = one;
  const narrowed = whereInWords(where, vocabulary, say);
  return (
    <tr>
      <th scope="row">
        <Link to="/plans/$plan/indicators/$indicator/explore" params={{ plan, indicator }} search={{ data: id }}>
          {say(title)}
        </Link>
        {narrowed !== "" && <span className="quiet indicator-line">{narrowed}</span>}
        {moment !== undefined && <span className="quiet indicator-line">{say(moment)}</span>}
        {note !== undefined && <span className="quiet indicator-line">{say(note)}</span>}
      </th>
      <td>
        {wordsOfPeriod(first, language)} – {wordsOfPeriod(last, language)}
      </td>
      <td>{areas}</td>
      <td>{[say(sourceText(owner)), table].filter(Boolean).join(", ")}</td>
      <td>{fetched === undefined ? words.notStated : wordsOfDay(fetched, language)}</td>
      <td>{say(sourceText(licence))}</td>
    </tr>
  );
}
