import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { unitWords } from "#core/figures/unit.ts";
import { sourceText } from "#core/indicators/source-text.ts";
import { plansQuery } from "../frame/queries.ts";
import { Button } from "../parts/button.tsx";
import { Menu, MenuTicks } from "../parts/menu.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Indicator, Published, SeriesEntry } from "./answers.ts";
import { ExploredFigure } from "./explored-figure.tsx";
import { linesOf, type Row } from "./explored-lines.ts";
import { FigureFiles } from "./figure-files.tsx";
import { FigureRows } from "./figure-rows.tsx";
import { publishedQuery, vocabularyQuery } from "./queries.ts";
import { useExploring } from "./use-exploring.ts";
import { codeInWords } from "./where-words.ts";
import { useIndicatorWords } from "./words.ts";

const route = getRouteApi("/plans/$plan/indicators/$indicator/explore");

/** The published figures of an indicator, in one or several areas. */
export function ExploreSeries({ indicator, series }: { readonly indicator: Indicator; readonly series: SeriesEntry }) {
  const words = useIndicatorWords().exploring;
  const say = useSay();
  const { view, change } = useExploring();
  const { plan } = route.useParams();
  const vocabulary = useQuery(vocabularyQuery).data;
  const own = useQuery(plansQuery).data?.plans.find(({ id }) => id === plan)?.municipalities ?? [];
  const areas = view.areas ?? own;
  const figures = useQuery({ ...publishedQuery(indicator.id, series.id, areas), enabled: areas.length > 0 });
  const options = (vocabulary?.areas ?? [])
    .filter(({ kind }) => ["country", "region", "rar", "municipality"].includes(kind))
    .map(({ id, label }) => ({ value: id, label: say(label) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"));
  return (
    <>
      <div className="controls">
        <Menu
          label={`${words.areas}: ${areas.map((one) => codeInWords("municipality", one, vocabulary, say)).join(", ")}`}
        >
          <MenuTicks
            label={words.areas}
            ticked={areas}
            options={options}
            onTick={(ticked) => change({ areas: ticked.length === 0 ? undefined : ticked })}
          />
        </Menu>
        {view.areas !== undefined && (
          <Button weight="quiet" onClick={() => change({ areas: undefined })}>
            {words.clear}
          </Button>
        )}
        <span className="toolbar-space" />
        <FigureFiles address={(format) => `/api/series/${encodeURIComponent(series.id)}.${format}?`} />
      </div>
      {figures.isPending ? (
        <PageShape rows={6} />
      ) : figures.isError ? (
        <Problem error={figures.error} retry={() => figures.refetch()} />
      ) : (
        <div aria-busy={figures.isPlaceholderData} className="explored">
          <Answer indicator={indicator} read={figures.data} areas={areas} />
        </div>
      )}
    </>
  );
}

function Answer({
  indicator,
  read: { series, rows },
  areas,
}: {
  readonly indicator: Indicator;
  readonly read: Published;
  readonly areas: readonly string[];
}) {
  const words = useIndicatorWords().exploring;
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useExploring();
  const vocabulary = useQuery(vocabularyQuery).data;
  const coded = useMemo(
    () => rows.map(({ period, area, figure }): Row => ({ period, figure, codes: { municipality: area } })),
    [rows],
  );
  const nameOf = useMemo(
    () => (codes: Row["codes"]) => codeInWords("municipality", codes.municipality, vocabulary, say),
    [vocabulary, say],
  );
  const lines = useMemo(() => linesOf(coded, nameOf), [coded, nameOf]);
  if (rows.every(({ figure }) => isAbsent(figure)))
    return (
      <div className="empty">
        <p className="small-title">{words.noFigures}</p>
        <p>{words.noFiguresMend}</p>
      </div>
    );
  const { title, unit, owner, table, fetched, moment, note } = series;
  const lacking = areas.filter((id) => !rows.some(({ area }) => area === id));
  const lacked = lacking.map((id) => codeInWords("municipality", id, vocabulary, say)).join(", ");
  const source = [say(sourceText(owner)), table].filter(Boolean).join(", ");
  const notes = [
    ...(lacked === "" ? [] : [words.lacking(lacked)]),
    fetched === undefined ? source : `${source}, ${wordsOfDay(fetched, language)}`,
    ...[moment, note].flatMap((one) => (one === undefined ? [] : [sentence(say(one))])),
  ];
  return (
    <>
      <ExploredFigure
        lines={lines}
        unit={unit}
        subtitle={`${say(title)} · ${unitWords[unit].name[language]}`}
        addsUp={false}
        notes={notes}
        about={{
          definition: `${say(indicator.name)}: ${say(indicator.definition)}`,
          sources: [{ source: owner, ...(table && { table }), ...(fetched && { fetched }) }],
        }}
        form={view.chart}
        onForm={(chart) => change({ chart })}
      />
      <FigureRows rows={coded} nameOf={nameOf} isBroken />
    </>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
