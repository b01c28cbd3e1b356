import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { unitWords } from "#core/figures/unit.ts";
import { writeNumber } from "#core/figures/write.ts";
import { sourceText } from "#core/indicators/source-text.ts";
import { plansQuery } from "../frame/queries.ts";
import { ExploredFigure } from "../indicators/explored-figure.tsx";
import { linesOf } from "../indicators/explored-lines.ts";
import { FigureFiles } from "../indicators/figure-files.tsx";
import { vocabularyQuery } from "../indicators/queries.ts";
import { Field } from "../parts/field.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import type { SeriesRead } from "./answers.ts";
import { seriesQuery } from "./queries.ts";
import { SeriesFacts } from "./series-facts.tsx";
import { spanInWords } from "./span-words.ts";
import { Vintages } from "./vintages.tsx";
import { useDataWords } from "./words.ts";
import "../indicators/indicators.css";
import "./data.css";

const route = getRouteApi("/plans/$plan/data/series/$series");

/** A published series: its figures for an area, every fetch of it, and how much each changed. */
export function SeriesPage() {
  const { plan, series } = route.useParams();
  const { area, vintage } = route.useSearch();
  const own = useQuery(plansQuery).data?.plans.find(({ id }) => id === plan)?.municipalities[0];
  const read = useQuery(seriesQuery(series, area ?? own, vintage));
  if (read.isPending) return <PageShape rows={10} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  return (
    <div aria-busy={read.isPlaceholderData}>
      <Shown read={read.data} area={area ?? own ?? "000"} />
    </div>
  );
}

function Shown({ read, area }: { readonly read: SeriesRead; readonly area: string }) {
  const { app } = useWords();
  const { series: words, sources } = useDataWords();
  const language = useLanguage();
  const say = useSay();
  const { plan } = route.useParams();
  const { series } = read;
  const { title, figures, areas, first, last, newerFrom, state, indicator, id } = series;
  const number = (value: number) => writeNumber(value, { language });
  const isNews =
    newerFrom === undefined
      ? words.noNext
      : words[state === "due" ? "isDue" : "isNew"](wordsOfDay(newerFrom, language));
  return (
    <div className="page data">
      <title>{`${say(title)} · ${app.name}`}</title>
      <p className="page-line">
        <Link to="/plans/$plan/data" params={{ plan }}>
          {words.back}
        </Link>{" "}
        ·{" "}
        <Link to="/plans/$plan/indicators/$indicator/explore" params={{ plan, indicator }} search={{ data: id }}>
          {words.explore}
        </Link>
      </p>
      <h1>{say(title)}</h1>
      <p className="lead">
        {words.says(number(figures), number(areas), spanInWords(first, last, language, sources))} {isNews}
      </p>
      <div className="data-columns">
        <Figures read={read} area={area} />
        <SeriesFacts series={series} />
      </div>
      <Vintages read={read} />
    </div>
  );
}

function Figures({ read: { series, rows, vintages }, area }: { readonly read: SeriesRead; readonly area: string }) {
  const words = useDataWords().series;
  const language = useLanguage();
  const say = useSay();
  const view = route.useSearch();
  const navigate = route.useNavigate();
  const areas = useQuery(vocabularyQuery).data?.areas ?? [];
  const options = areas
    .map(({ id, label }) => ({ id, label: say(label) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"));
  const lines = useMemo(() => {
    const own = rows.map(({ period, figure, areaName }) => ({ period, figure, codes: { area: areaName[language] } }));
    return linesOf(own, ({ area: name = "" }) => name);
  }, [rows, language]);
  const change = (changed: typeof view) =>
    navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false });
  const { unit, owner, table, title } = series;
  return (
    <section className="explored">
      <div className="form-line no-print">
        <Field name={words.area}>
          <select value={area} onChange={({ target }) => change({ area: target.value })}>
            {options.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        {vintages.length > 1 && (
          <Field name={words.vintage}>
            <select
              value={view.vintage ?? ""}
              onChange={({ target }) => change({ vintage: target.value === "" ? undefined : target.value })}
            >
              {vintages.map(({ vintage, fetched }, at) => (
                <option key={vintage} value={at === 0 ? "" : vintage}>
                  {fetched === undefined ? vintage : wordsOfDay(fetched, language)}
                </option>
              ))}
            </select>
          </Field>
        )}
        <FigureFiles address={(format) => `/api/series/${encodeURIComponent(series.id)}.${format}?`} />
      </div>
      {rows.every(({ figure }) => isAbsent(figure)) ? (
        <div className="empty">
          <p className="small-title">{words.noFigures}</p>
          <p>{words.noFiguresMend}</p>
        </div>
      ) : (
        <ExploredFigure
          lines={lines}
          unit={unit}
          subtitle={`${say(title)} · ${unitWords[unit].name[language]}`}
          addsUp={false}
          notes={[[say(sourceText(owner)), table].filter(Boolean).join(", ")]}
          about={{
            sources: [{ source: owner, ...(table && { table }), ...(series.fetched && { fetched: series.fetched }) }],
          }}
          form={view.chart}
          onForm={(chart) => change({ chart })}
        />
      )}
    </section>
  );
}
