import { useMemo } from "react";
import type { RankedArea } from "#charts/ranked-dots.ts";
import { unitWords } from "#core/figures/unit.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Compared } from "./answers.ts";
import { RankTable } from "./rank-table.tsx";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** The municipalities by level, each with its interval, held against the middle of the group. */
export function RankedFigure({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useComparing();
  const { rows, median, unit, period, series, good, per, uncertainty } = compared;
  const known = rows.filter(({ rank }) => rank !== undefined);
  const [first, last] = [known.at(0), known.at(-1)].map((row) => (row === undefined ? "–" : say(row.area.label)));
  const [low, high] = [known.at(0), known.at(-1)].map((row) =>
    row === undefined ? "–" : written(row.figure, language),
  );
  const isNoise = known.at(0)?.isNoise === true || known.at(-1)?.isNoise === true;
  const title = isNoise
    ? words.spreadTitle(first, low, last, high)
    : good === "none"
      ? words.orderTitle(first, last)
      : words.levelTitle(first, last);
  const measured = per === "inhabitants" ? words.perShare : unitWords[unit].name[language];
  const subtitle = [say(series.title), measured, wordsOfPeriod(period, language)].join(" · ");
  const areas = useMemo(
    () =>
      rows.map(({ area, isOwn, figure, interval, isNoise }): RankedArea => {
        const label = isNoise ? `${area.label[language]} ≈` : area.label[language];
        const one = { id: area.id, label, ...(isOwn && { own: true }) };
        return isAbsent(figure) ? { ...one, missing: figure.missing } : { ...one, value: figure.value, ...interval };
      }),
    [rows, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const reference = isAbsent(median)
      ? undefined
      : { value: median.value, label: words.median(written(median, language)) };
    const frame = { title, subtitle, language, unit, fromZero: reachesDown(areas) };
    const load = async () => {
      const { rankedDots } = await import("#charts/ranked-dots.ts");
      return (canvas: Parameters<typeof rankedDots>[1]) =>
        rankedDots({ ...frame, areas, leastFirst: good === "down", ...(reference && { reference }) }, canvas);
    };
    return [{ form: "ranked", load }];
  }, [areas, median, good, title, subtitle, language, unit, words]);
  const lines = rows.map(({ area, figure }) => ({
    id: area.id,
    label: say(area.label),
    points: [isAbsent(figure) ? { period, missing: figure.missing } : { period, value: figure.value }],
  }));
  const marks = [
    uncertainty.method === "unknown"
      ? `${words.noInterval} ${say(uncertainty.says)}`
      : `${words.intervalMark} ${say(uncertainty.says)}`,
    ...(rows.some(({ isNoise }) => isNoise) ? [words.noiseMark] : []),
  ];
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.chart === "table" ? "table" : "ranked"}
      onForm={(chart) => change({ chart: chart === "ranked" ? undefined : chart })}
      tabled={{ unit, language, lines }}
      table={<RankTable compared={compared} />}
      marks={marks}
    />
  );
}

/** Figures that all lie far above 0 are drawn from nearer by, and the chart says so. */
function reachesDown(areas: readonly RankedArea[]): boolean {
  const values = areas.flatMap((area) => ("value" in area ? [area.low ?? area.value, area.high ?? area.value] : []));
  return Math.min(...values) < 0.6 * Math.max(...values);
}
