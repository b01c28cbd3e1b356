import { useMemo } from "react";
import type { Tabled } from "#charts/chart-table.ts";
import { isDrawn, type Line } from "#charts/state.ts";
import type { GoalPart } from "../answers.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import type { ChartForm } from "../parts/chart-form.ts";
import { spanOf } from "../parts/chart-span.ts";
import type { FigureSource } from "../parts/source-facts.tsx";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";
import { type Course, changeSays, courseOf, lineId } from "./course-state.ts";
import { useDefinition } from "./use-definition.ts";

/** The goal's main chart, or why there is none. */
export function CourseFigure({
  part,
  period,
  form = "inARow",
  onForm,
}: {
  readonly part: GoalPart;
  readonly period: string;
  readonly form: ChartForm | undefined;
  readonly onForm: (form: ChartForm) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const course = useMemo(() => courseOf(part, period, language, words), [part, period, language, words]);
  const definition = useDefinition(part);
  const forms = useMemo(() => (course === undefined ? [] : formsOf(course)), [course]);
  if (course === undefined)
    return (
      <div className="empty">
        <p className="small-title">{words.goal.noLines}</p>
        <p>{words.goal.noLinesMend}</p>
      </div>
    );
  const { own, others, target, frame, changes } = course;
  const tabled: Tabled = { unit: frame.unit, language, lines: [own, ...others], ...(target && { target }) };
  const hasPreliminary = own.points.some((point) => isDrawn(point) && point.preliminary === true);
  const hasGaps = own.points.some((point) => !isDrawn(point));
  const marks = [
    ...(hasPreliminary ? [`○ ${words.chart.preliminary}`] : []),
    ...(hasGaps ? [words.chart.gap] : []),
    ...changes.map(({ on, label }) => `┊ ${wordsOfDay(on, language)}: ${label}`),
    ...new Set(
      part.lines.flatMap(({ kind, why, title }) =>
        kind === "proxy" && why !== undefined ? [`${title[language]}: ${why[language]}`] : [],
      ),
    ),
  ];
  const about = {
    what: frame.subtitle ?? frame.title,
    ...(definition !== undefined && { definition }),
    unit: frame.unit,
    period: spanOf([own, ...others], language, words.figure),
    sources: sourcesOf(part, [own, ...others]),
  };
  const title = (form === "change" ? changeSays(course, words) : undefined) ?? frame.title;
  return (
    <ChartFigure
      words={{ ...frame, title }}
      forms={forms}
      form={form}
      onForm={onForm}
      tabled={tabled}
      about={about}
      marks={[...new Set(marks)]}
    />
  );
}

/** Where the lines that are drawn come from, each source once. */
function sourcesOf({ lines }: GoalPart, drawn: readonly Line[]): FigureSource[] {
  const ids = new Set(drawn.map(({ id }) => id));
  const sources = lines
    .filter((line) => ids.has(lineId(line)))
    .map(({ owner, table, fetched }) => ({
      source: owner,
      ...(table !== undefined && { table }),
      ...(fetched !== undefined && { fetched }),
    }));
  return [...new Map(sources.map((one) => [`${one.source} ${one.table}`, one])).values()];
}

/** The forms that suit the figures: a season needs months of two years, a change a year before. */
function formsOf({ frame, own, others, target, path, cone, changes }: Course): FormOfChart[] {
  const months = own.points.filter(({ period }) => /^\d{4}-\d{2}$/.test(period));
  const years = new Set(own.points.map(({ period }) => period.slice(0, 4)));
  const inARow: FormOfChart = {
    form: "inARow",
    load: async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      return (canvas) =>
        goalLines(
          { ...frame, own, others, changes, ...(target && { target }), ...(path && { path }), ...(cone && { cone }) },
          canvas,
        );
    },
  };
  const season: FormOfChart = {
    form: "season",
    load: async () => {
      const charts = await import("#charts/season.ts");
      return (canvas) => charts.season({ ...frame, years: charts.yearsOf(own.points) }, canvas);
    },
  };
  const change: FormOfChart = {
    form: "change",
    load: async () => {
      const charts = await import("#charts/change.ts");
      const points = charts.changesFromLastYear(own.points);
      return (canvas) => charts.change({ ...frame, fromZero: true, own: { ...own, points } }, canvas);
    },
  };
  return [
    inARow,
    ...(months.length > 12 && months.length === own.points.length ? [season] : []),
    ...(years.size > 1 ? [change] : []),
  ];
}
