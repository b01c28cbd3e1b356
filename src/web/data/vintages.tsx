import { Link, useParams } from "@tanstack/react-router";
import { writeFigure, writeNumber } from "#core/figures/write.ts";
import { useLanguage, wordsOfDay } from "../text/language.tsx";
import type { SeriesRead, Vintage } from "./answers.ts";
import { spanInWords } from "./span-words.ts";
import { useDataWords } from "./words.ts";

/** Every fetch of a series, the newest first, and how much of what was published each one changed. */
export function Vintages({ read: { series, vintages } }: { readonly read: SeriesRead }) {
  const { series: words, sources } = useDataWords();
  const names = [
    words.vintage,
    sources.headings.span,
    words.figures,
    words.changed,
    words.mean,
    words.largest,
    words.added,
  ];
  return (
    <section>
      <h2>{words.vintages}</h2>
      <p className="quiet small">{words.vintagesWhy}</p>
      <table className="plain-table stacking">
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vintages.map((one, at) => (
            <Row key={one.vintage} series={series.id} vintage={one} isNewest={at === 0} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  series,
  vintage: { vintage, fetched, figures, first, last, revision },
  isNewest,
}: {
  readonly series: string;
  readonly vintage: Vintage;
  readonly isNewest: boolean;
}) {
  const { series: words, sources } = useDataWords();
  const language = useLanguage();
  const { plan = "" } = useParams({ strict: false });
  const number = (value: number) => writeNumber(value, { language });
  const share = (value: number | undefined) =>
    value === undefined ? "–" : writeFigure({ value, unit: "share" }, language, { decimals: 2 });
  return (
    <tr>
      <th scope="row">
        <Link
          to="/plans/$plan/data/series/$series"
          params={{ plan, series }}
          search={(old) => ({ ...old, vintage: isNewest ? undefined : vintage })}
          aria-label={words.see(fetched === undefined ? vintage : wordsOfDay(fetched, language))}
        >
          {fetched === undefined ? vintage : wordsOfDay(fetched, language)}
        </Link>
      </th>
      <td data-heading={sources.headings.span}>{spanInWords(first, last, language, sources)}</td>
      <td data-heading={words.figures}>{number(figures)}</td>
      {revision === undefined ? (
        <td colSpan={4} className="quiet">
          {words.first}
        </td>
      ) : (
        <>
          <td data-heading={words.changed}>
            {revision.changed === 0
              ? words.unchanged
              : words.changedOf(number(revision.changed), number(revision.compared))}
          </td>
          <td data-heading={words.mean}>{share(revision.mean)}</td>
          <td data-heading={words.largest}>{share(revision.largest)}</td>
          <td data-heading={words.added}>{number(revision.added)}</td>
        </>
      )}
    </tr>
  );
}
