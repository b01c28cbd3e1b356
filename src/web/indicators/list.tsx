import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { unitWords } from "#core/figures/unit.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { moveInTable } from "../parts/table-arrows.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import type { IndicatorEntry } from "./answers.ts";
import { indicatorsQuery } from "./queries.ts";
import { countKinds, found, kinds, type ListView } from "./view.ts";
import { useIndicatorWords } from "./words.ts";
import "./indicators.css";

const route = getRouteApi("/plans/$plan/indicators");

/** «Hvad betyder tallene, og hvordan ser de ud?» */
export function IndicatorList() {
  const list = useQuery(indicatorsQuery);
  if (list.isPending) return <PageShape rows={20} />;
  if (list.isError) return <Problem error={list.error} retry={() => list.refetch()} />;
  return <Shown all={list.data.indicators} />;
}

function Shown({ all }: { readonly all: readonly IndicatorEntry[] }) {
  const { app } = useWords();
  const language = useLanguage();
  const say = useSay();
  const words = useIndicatorWords();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changed: ListView) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  const shown = found(all, view).toSorted((a, b) => say(a.name).localeCompare(say(b.name), language));
  const { used, computed, published } = countKinds(all);
  return (
    <div className="page indicators">
      <title>{`${words.title} · ${app.name}`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.says(all.length, computed, published, used)}</p>
      <div className="seek">
        <input
          type="search"
          className="seek-field"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={view.q ?? ""}
          onChange={({ target }) => change({ q: target.value === "" ? undefined : target.value })}
        />
        <Segments
          label={words.onlyLabel}
          options={(["all", ...kinds] as const).map((value) => ({ value, label: words.only[value] }))}
          chosen={view.only ?? "all"}
          onChoose={(only) => change({ only: only === "all" ? undefined : only })}
        />
        <span role="status" className="quiet small">
          {words.shown(shown.length, all.length)}
        </span>
      </div>
      {shown.length === 0 ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
          <Button onClick={() => navigate({ search: {} })}>{words.showAll}</Button>
        </div>
      ) : (
        <IndicatorTable shown={shown} />
      )}
    </div>
  );
}

function IndicatorTable({ shown }: { readonly shown: readonly IndicatorEntry[] }) {
  const words = useIndicatorWords();
  const { headings } = words;
  return (
    <table className="plain-table stacking indicator-table" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{words.question}</caption>
      <thead>
        <tr>
          {(["name", "unit", "good", "computed", "series", "goals"] as const).map((name) => (
            <th key={name} scope="col" className={`column-${name}`}>
              {headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ one }: { readonly one: IndicatorEntry }) {
  const words = useIndicatorWords();
  const language = useLanguage();
  const say = useSay();
  const { plan } = route.useParams();
  const { id, name, definition, unit, good, computed, series, goals } = one;
  return (
    <tr>
      <td className="column-name">
        <Link to="/plans/$plan/indicators/$indicator" params={{ plan, indicator: id }}>
          {say(name)}
        </Link>
        <span className="quiet indicator-line">{say(definition)}</span>
      </td>
      <td>{unitWords[unit].name[language]}</td>
      <td className="column-good">{words.good[good]}</td>
      <td data-heading={words.headings.computed}>{computed ? words.yes : words.no}</td>
      <td data-heading={words.headings.series} className="column-number">
        {series === 0 ? "–" : series}
      </td>
      <td data-heading={words.headings.goals} className="column-number">
        {goals === 0 ? "–" : goals}
      </td>
    </tr>
  );
}
