import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { isDrawn } from "#charts/state.ts";
import { unitWords } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import type { Language } from "#core/text/text.ts";
import { Choice } from "../compare/controls.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { chartPoints } from "../parts/chart-points.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import type { ForecastWords } from "../text/forecast/da.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { PublishedForecast, PublishedSeries } from "./answers.ts";
import { publishedForecastQuery } from "./queries.ts";
import { linesOf } from "./stock-state.ts";
import { useForecasting } from "./use-forecasting.ts";
import { useForecastWords } from "./words.ts";

/** What published series of a municipality are expected to be, each by the way that has hit best. */
export function PublishedForecasts({
  area,
  asOf,
  note,
}: {
  readonly area: string;
  readonly asOf: string | undefined;
  readonly note?: string | undefined;
}) {
  const words = useForecastWords();
  const say = useSay();
  const { view, change } = useForecasting();
  const years = view.years ?? 1;
  const read = useQuery(publishedForecastQuery(area, years, asOf));
  if (read.isPending) return <PageShape rows={8} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  const { says, series, without } = read.data;
  return (
    <section aria-label={words.published.heading} aria-busy={read.isPlaceholderData}>
      {note !== undefined && <p className="quiet">{note}</p>}
      <p className="lead">{say(says)}</p>
      <fieldset className="controls">
        <legend className="visually-hidden">{words.published.heading}</legend>
        <Choice
          name={words.horizon}
          value={String(years)}
          options={[1, 2, 3].map((n) => ({ value: String(n), label: words.years(n) }))}
          onChoose={(chosen) => change({ years: chosen === "1" ? undefined : Number(chosen) })}
        />
      </fieldset>
      {series.length === 0 && (
        <div className="empty">
          <p className="small-title">{words.published.none}</p>
          <p>{words.published.noneMend}</p>
        </div>
      )}
      <div className="forecast-series">
        {series.map((one) => (
          <SeriesFigure key={one.id} series={one} area={read.data.area} />
        ))}
      </div>
      {without.length > 0 && (
        <>
          <h3>{words.published.without}</h3>
          <ul className="notes">
            {without.map(({ id, title, why }) => (
              <li key={id}>
                {say(title)}: {say(why)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SeriesFigure({
  series,
  area,
}: {
  readonly series: PublishedSeries;
  readonly area: PublishedForecast["area"];
}) {
  const words = useForecastWords().stocks;
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useForecasting();
  const { id, unit, history, coming, method, past, owner, table, vintage } = series;
  const title = findingOf(series, words, language);
  const subtitle = `${series.title[language]} · ${unitWords[unit].name[language]} · ${area.label[language]}`;
  const drawn = useMemo(
    () => ({ id, label: area.label[language], points: chartPoints(history), cone: coming }),
    [id, area, history, coming, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const load = async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      const { cone, ...own } = drawn;
      const frame = { title, subtitle, language, unit, fromZero: true };
      return (canvas: Parameters<typeof goalLines>[1]) =>
        goalLines({ ...frame, own, cone }, { ...canvas, height: 300 });
    };
    return [{ form: "inARow", load }];
  }, [drawn, title, subtitle, language, unit]);
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.chart === "table" ? "table" : "inARow"}
      onForm={(form) => change({ chart: form === "table" ? form : undefined })}
      tabled={{ unit, language, lines: linesOf(drawn, words) }}
      marks={[
        words.band,
        `${words.method}: ${say(method)}. ${past === undefined ? "" : say(past)}`,
        [owner, table, vintage].filter(Boolean).join(", "),
      ]}
    />
  );
}

/** What is expected at the end, between what, and what the last figure known is. */
function findingOf({ unit, history, coming }: PublishedSeries, words: ForecastWords["stocks"], language: Language) {
  const [last, end] = [chartPoints(history).filter(isDrawn).at(-1), coming.at(-1)];
  if (last === undefined || end === undefined) return words.heading;
  const write = (value: number) => writeFigure({ value, unit }, language, { bare: true });
  const when = (period: string) => wordsOfPeriod(period, language);
  const range = words.between(write(end.lo80), write(end.hi80));
  return words.ends(write(end.mean), range, when(end.period), write(last.value), when(last.period));
}
