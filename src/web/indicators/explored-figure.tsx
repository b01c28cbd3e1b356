import { useMemo } from "react";
import { type ChartFrame, isDrawn, type Line } from "#charts/state.ts";
import type { Unit } from "#core/figures/unit.ts";
import type { FiguresAbout } from "../parts/about-figures.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import type { ChartForm } from "../parts/chart-form.ts";
import { spanOf } from "../parts/chart-span.ts";
import { useLanguage, useWords } from "../text/language.tsx";
import { MOST_DRAWN, sayFinding } from "./explored-lines.ts";
import { useIndicatorWords } from "./words.ts";

/** The chart of what is explored: one course, or one for each group; of a single period, the groups by size. */
export function ExploredFigure({
  lines,
  unit,
  subtitle,
  addsUp,
  notes,
  about,
  form,
  onForm,
}: {
  readonly lines: readonly Line[];
  readonly unit: Unit;
  readonly subtitle: string;
  readonly addsUp: boolean;
  readonly notes: readonly string[];
  /** What the figures mean, and where they come from. */
  readonly about?: Pick<FiguresAbout, "definition" | "sources">;
  readonly form: ChartForm | undefined;
  readonly onForm: (form: ChartForm) => void;
}) {
  const language = useLanguage();
  const { chart, figure } = useWords();
  const words = useIndicatorWords().exploring;
  const title = sayFinding(lines, { unit, addsUp, language }, words, chart.trendSays) ?? subtitle;
  const forms = useMemo(
    () => formsOf(lines.slice(0, MOST_DRAWN), { title, subtitle, language, unit, fromZero: reachesDown(lines) }),
    [lines, title, subtitle, language, unit],
  );
  const points = lines.flatMap((one) => one.points);
  const marks = [
    ...(points.some((point) => isDrawn(point) && point.preliminary === true) ? [`○ ${chart.preliminary}`] : []),
    ...(points.some((point) => !isDrawn(point)) ? [chart.gap] : []),
    ...(lines.length > MOST_DRAWN ? [words.shownGroups(MOST_DRAWN, lines.length)] : []),
    ...notes,
  ];
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={form ?? forms[0].form}
      onForm={onForm}
      tabled={{ unit, language, lines }}
      {...(about && { about: { ...about, what: subtitle, unit, period: spanOf(lines, language, figure) } })}
      marks={marks}
    />
  );
}

/** Figures that all lie far above 0 are drawn from nearer by, and the chart says so. */
function reachesDown(lines: readonly Line[]): boolean {
  const values = lines.flatMap(({ points }) => points.filter(isDrawn).map(({ value }) => value));
  return values.length === 0 || Math.min(...values) < 0.6 * Math.max(...values);
}

function formsOf(lines: readonly Line[], frame: ChartFrame): FormOfChart[] {
  const [own, ...others] = lines;
  const periods = new Set(lines.flatMap(({ points }) => points.map(({ period }) => period)));
  const inARow: FormOfChart = {
    form: "inARow",
    load: async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      return (canvas) => goalLines({ ...frame, own, others }, canvas);
    },
  };
  if (lines.length > 1)
    return [
      ...(periods.size > 1 ? [...(lines.length < 5 ? [inARow] : []), groupsOf(lines, frame)] : []),
      rankedOf(lines, frame),
    ];
  const months = own.points.filter(({ period }) => /^\d{4}-\d{2}$/.test(period));
  const years = new Set(own.points.map(({ period }) => period.slice(0, 4)));
  return [
    inARow,
    ...(months.length > 12 && months.length === own.points.length ? [seasonOf(own, frame)] : []),
    ...(years.size > 1 ? [changeOf(own, frame)] : []),
  ];
}

function groupsOf(lines: readonly Line[], frame: ChartFrame): FormOfChart {
  return {
    form: "groups",
    load: async () => {
      const { breakdown } = await import("#charts/breakdown.ts");
      return (canvas) => breakdown({ ...frame, groups: lines }, canvas);
    },
  };
}

/** The groups by size, each with its figure of the last period. */
function rankedOf(lines: readonly Line[], frame: ChartFrame): FormOfChart {
  const areas = lines.map(({ id, label, points }) => {
    const last = points.at(-1);
    return last !== undefined && isDrawn(last)
      ? { id, label, value: last.value }
      : { id, label, missing: last?.missing ?? ("no-data" as const) };
  });
  return {
    form: "ranked",
    load: async () => {
      const { rankedDots } = await import("#charts/ranked-dots.ts");
      return (canvas) => rankedDots({ ...frame, fromZero: true, areas }, canvas);
    },
  };
}

function seasonOf(own: Line, frame: ChartFrame): FormOfChart {
  return {
    form: "season",
    load: async () => {
      const charts = await import("#charts/season.ts");
      return (canvas) => charts.season({ ...frame, years: charts.yearsOf(own.points) }, canvas);
    },
  };
}

function changeOf(own: Line, frame: ChartFrame): FormOfChart {
  return {
    form: "change",
    load: async () => {
      const charts = await import("#charts/change.ts");
      const points = charts.changesFromLastYear(own.points);
      return (canvas) => charts.change({ ...frame, fromZero: true, own: { ...own, points } }, canvas);
    },
  };
}
