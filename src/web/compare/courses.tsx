import { useMemo } from "react";
import { isDrawn, type Line } from "#charts/state.ts";
import { unitWords } from "#core/figures/unit.ts";
import { Button } from "../parts/button.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { chartPoints } from "../parts/chart-points.ts";
import { useLanguage, useSay, useWords } from "../text/language.tsx";
import type { Compared } from "./answers.ts";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** The course of the own municipality and some others, each on its own and all on one scale. */
export function CourseFigure({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const { chart } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useComparing();
  const { lines, unit, per, series } = compared;
  const title = words.courseTitle(lines.length);
  const measured = per === "inhabitants" ? words.perShare : unitWords[unit].name[language];
  const subtitle = `${say(series.title)} · ${measured}`;
  const drawn = useMemo(
    () => lines.map(({ area, points }): Line => ({ id: area.id, label: area.label[language], points: known(points) })),
    [lines, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const frame = { title, subtitle, language, unit, fromZero: true };
    const load = async () => {
      const { breakdown } = await import("#charts/breakdown.ts");
      return (canvas: Parameters<typeof breakdown>[1]) =>
        breakdown({ ...frame, groups: drawn }, { ...canvas, height: 110 });
    };
    return [{ form: "groups", load }];
  }, [drawn, title, subtitle, language, unit]);
  const isPreliminary = drawn.some(({ points }) =>
    points.some((point) => isDrawn(point) && point.preliminary === true),
  );
  return (
    <div>
      <ChartFigure
        words={{ title, subtitle, language }}
        forms={forms}
        form={view.course === "table" ? "table" : "groups"}
        onForm={(course) => change({ course: course === "groups" ? undefined : course })}
        tabled={{ unit, language, lines: drawn }}
        marks={[
          view.lines === undefined ? words.courseWhy : words.courseChosen,
          ...(isPreliminary ? [`○ ${chart.preliminary}`] : []),
        ]}
      />
      {view.lines !== undefined && <Button onClick={() => change({ lines: undefined })}>{words.nearest}</Button>}
    </div>
  );
}

/** Without the periods before the first and after the last figure, as those before a population is known. */
function known(points: Compared["lines"][number]["points"]) {
  const all = chartPoints(points);
  const first = all.findIndex(isDrawn);
  return first < 0 ? all.slice(-1) : all.slice(first, all.findLastIndex(isDrawn) + 1);
}
