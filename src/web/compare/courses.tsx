import { useMemo } from "react";
import { isDrawn, type Line } from "#charts/state.ts";
import { unitWords } from "#core/figures/unit.ts";
import { writeFigure } from "#core/figures/write.ts";
import { Button } from "../parts/button.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { chartPoints } from "../parts/chart-points.ts";
import { Menu, MenuTicks } from "../parts/menu.tsx";
import { useLanguage, useSay, useWords, wordsOfPeriod } from "../text/language.tsx";
import type { Compared } from "./answers.ts";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** So many courses are drawn beside the own one. */
const MOST_DRAWN = 11;

/** The course of the own municipality and some others, each on its own and all on one scale. */
export function CourseFigure({ compared }: { readonly compared: Compared }) {
  const words = useCompareWords();
  const { chart } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useComparing();
  const { lines, rows, unit, per, series } = compared;
  const own = known(lines[0].points).filter(isDrawn);
  const [first, last] = [own.at(0), own.at(-1)];
  const write = (value: number) => writeFigure({ value, unit }, language);
  const title =
    first === undefined || last === undefined
      ? words.courseTitle(lines.length)
      : `${say(lines[0].area.label)}: ${chart.trendSays(wordsOfPeriod(first.period, language), write(first.value), wordsOfPeriod(last.period, language), write(last.value))}`;
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
  const others = lines.filter(({ isOwn }) => !isOwn).map(({ area }) => area.id);
  const towns = rows
    .filter(({ isOwn }) => !isOwn)
    .map(({ area }) => ({ value: area.id, label: say(area.label) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "da"));
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
      <div className="row-of-buttons no-print">
        <Menu label={words.draw}>
          <MenuTicks
            label={words.drawMost(MOST_DRAWN)}
            ticked={others}
            options={towns}
            onTick={(ticked) => change({ lines: ticked.length === 0 ? undefined : ticked.slice(-MOST_DRAWN) })}
          />
        </Menu>
        {view.lines !== undefined && (
          <Button weight="quiet" onClick={() => change({ lines: undefined })}>
            {words.nearest}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Without the periods before the first and after the last figure, as those before a population is known. */
function known(points: Compared["lines"][number]["points"]) {
  const all = chartPoints(points);
  const first = all.findIndex(isDrawn);
  return first < 0 ? all.slice(-1) : all.slice(first, all.findLastIndex(isDrawn) + 1);
}
