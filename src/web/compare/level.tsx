import { useQuery } from "@tanstack/react-query";
import { FigureFiles } from "../indicators/figure-files.tsx";
import { vocabularyQuery } from "../indicators/queries.ts";
import { whereInWords } from "../indicators/where-words.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Comparable, Compared } from "./answers.ts";
import { BesideControls, Choice } from "./controls.tsx";
import { CourseFigure } from "./courses.tsx";
import { MapFigure } from "./map.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { compareQuery } from "./queries.ts";
import { RankedFigure } from "./ranked.tsx";
import { useComparing } from "./use-comparing.ts";
import { perKinds } from "./view.ts";
import { useCompareWords } from "./words.ts";

/** Level and place apart: every municipality of a group by a published series. */
export function LevelView({
  all,
  series,
  area,
}: {
  readonly all: readonly Comparable[];
  readonly series: Comparable;
  readonly area: string;
}) {
  const { view, change } = useComparing();
  const words = useCompareWords();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const compared = useQuery(compareQuery(series.id, area, view));
  if (compared.isPending) return <PageShape rows={20} />;
  if (compared.isError) return <Problem error={compared.error} retry={() => change(nothing)} />;
  const { data } = compared;
  // Beside a short list of municipalities there is room for the map below it.
  const isShort = data.rows.length < 40;
  const named = (one: Comparable) => {
    const narrowed = whereInWords(one.where, vocabulary, say);
    return narrowed === "" ? say(one.title) : `${say(one.title)} (${narrowed})`;
  };
  return (
    <>
      <p className="lead">{say(data.says)}</p>
      <BesideControls
        beside={data}
        change={change}
        before={
          <>
            <Choice
              name={words.series}
              value={series.id}
              options={all.map((one) => ({ value: one.id, label: named(one) }))}
              onChoose={(id) => change({ series: id, period: undefined, per: undefined })}
            />
            {data.mayBePer && (
              <Choice
                name={words.per}
                value={data.per}
                options={perKinds.map((value) => ({ value, label: words.pers[value] }))}
                onChoose={(per) => change({ per: per === "none" ? "none" : undefined })}
              />
            )}
          </>
        }
        files={<FigureFiles address={(format) => `/api/series/${encodeURIComponent(series.id)}.${format}?`} />}
      />
      <div className="compared" aria-busy={compared.isPlaceholderData}>
        <div className="compared-main">
          <RankedFigure compared={data} />
          {isShort && <MapFigure compared={data} />}
        </div>
        <div className="compared-side">
          <PlaceFacts compared={data} />
          <CourseFigure compared={data} />
          {!isShort && <MapFigure compared={data} />}
        </div>
      </div>
      <Origin compared={data} />
    </>
  );
}

/** Without what made the server refuse. */
const nothing = { period: undefined, group: undefined, per: undefined, lines: undefined, area: undefined };

function Origin({ compared: { series, group } }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { owner, table, fetched, licence, moment, note } = series;
  const source = [owner, table, licence, fetched && wordsOfDay(fetched, language)].filter(Boolean).join(", ");
  return (
    <div className="page-foot">
      <ul>
        <li>
          {words.source}: {source}
        </li>
        {[moment, note].map((one) => one && <li key={one.da}>{say(one)}</li>)}
        <li>{say(group.why)}.</li>
        <li>{words.noNeighbours}</li>
      </ul>
    </div>
  );
}
