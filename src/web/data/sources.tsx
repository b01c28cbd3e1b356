import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { vocabularyQuery } from "../indicators/queries.ts";
import { whereInWords } from "../indicators/where-words.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Source } from "./answers.ts";
import { sourcesQuery } from "./queries.ts";
import { SeriesImport } from "./series-import.tsx";
import { spanInWords } from "./span-words.ts";
import { StateMark } from "./state-mark.tsx";
import { type Change, type DataPageView, foundSources } from "./view.ts";
import { useDataWords } from "./words.ts";

/** Every published series: where it comes from, how far it reaches, and whether it is new. */
export function Sources({ view, change }: { readonly view: DataPageView; readonly change: Change }) {
  const list = useQuery(sourcesQuery);
  if (list.isPending) return <PageShape rows={16} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  return <Shown all={list.data.series} view={view} change={change} />;
}

function Shown({
  all,
  view,
  change,
}: {
  readonly all: readonly Source[];
  readonly view: DataPageView;
  readonly change: Change;
}) {
  const words = useDataWords().sources;
  const language = useLanguage();
  const found = foundSources(all, view);
  const owners = new Set(all.map(({ owner }) => owner)).size;
  const due = all.filter(({ state }) => state === "due").length;
  const newest = all
    .flatMap(({ fetched }) => fetched ?? [])
    .toSorted()
    .at(-1);
  if (all.length === 0)
    return (
      <div className="empty">
        <p className="small-title">{words.empty}</p>
        <p>{words.emptyMend}</p>
        <SeriesImport />
      </div>
    );
  return (
    <>
      <p className="lead">
        {words.says(all.length, owners, due)} {newest !== undefined && words.newest(wordsOfDay(newest, language))}
      </p>
      <div className="data-seek">
        <input
          type="search"
          className="data-seek-field"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={view.q ?? ""}
          onChange={({ target }) => change({ q: target.value === "" ? undefined : target.value })}
        />
        <Segments
          label={words.only}
          options={(["all", "new", "due"] as const).map((value) => ({ value, label: words.kinds[value] }))}
          chosen={view.state ?? "all"}
          onChoose={(state) => change({ state: state === "all" ? undefined : state })}
        />
        <span role="status" className="quiet small">
          {words.shown(found.length, all.length)}
        </span>
        <span className="toolbar-space" />
        <SeriesImport />
      </div>
      {found.length === 0 ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
          <Button onClick={() => change({ q: undefined, state: undefined })}>{words.showAll}</Button>
        </div>
      ) : (
        <SourceTable found={found} />
      )}
      {due > 0 && <p className="page-foot">{words.renew}</p>}
    </>
  );
}

function SourceTable({ found }: { readonly found: readonly Source[] }) {
  const { sources, parts } = useDataWords();
  const names = ["series", "span", "areas", "fetched", "newer", "state"] as const;
  const groups = Map.groupBy(found, ({ owner, table }) => [owner, table].filter(Boolean).join(", "));
  return (
    <table className="plain-table stacking source-table" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{parts.sources}</caption>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col" className={`column-${name}`}>
              {sources.headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      {[...groups].map(([source, series]) => (
        <tbody key={source}>
          <tr className="source-row">
            <th scope="rowgroup" colSpan={names.length}>
              {source}
            </th>
          </tr>
          {series.map((one) => (
            <Row key={one.id} one={one} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ one }: { readonly one: Source }) {
  const words = useDataWords().sources;
  const language = useLanguage();
  const say = useSay();
  const { plan = "" } = useParams({ strict: false });
  const vocabulary = useQuery(vocabularyQuery).data;
  const { id, title, where, first, last, areas, fetched, newerFrom, state, vintages } = one;
  const narrowed = whereInWords(where, vocabulary, say);
  return (
    <tr>
      <td>
        <Link to="/plans/$plan/data/series/$series" params={{ plan, series: id }}>
          {say(title)}
        </Link>
        {narrowed !== "" && <span className="quiet data-line">{narrowed}</span>}
      </td>
      <td data-heading={words.headings.span}>{spanInWords(first, last, language, words)}</td>
      <td data-heading={words.headings.areas} className="column-areas">
        {areas}
      </td>
      <td data-heading={words.headings.fetched}>
        {fetched === undefined ? words.notStated : wordsOfDay(fetched, language)}
        {vintages > 1 && <span className="quiet data-line">{words.vintages(vintages)}</span>}
      </td>
      <td data-heading={words.headings.newer}>{newerFrom === undefined ? "–" : wordsOfDay(newerFrom, language)}</td>
      <td data-heading={words.headings.state}>
        <StateMark state={state}>{words.state[state]}</StateMark>
      </td>
    </tr>
  );
}
