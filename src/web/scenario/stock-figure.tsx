import { useMemo } from "react";
import type { ConePoint } from "#charts/state.ts";
import { writeFigure } from "#core/figures/write.ts";
import { Choice } from "../compare/controls.tsx";
import type { OutlookBenefit } from "../forecast/answers.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { chartPoints } from "../parts/chart-points.ts";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { RanStock } from "./queries.ts";
import { useTrying } from "./use-trying.ts";
import { useScenarioWords } from "./words.ts";

/** Months of the past that are drawn. */
const BEFORE = 24;

/** A smaller difference, in persons, is none. */
const LEAST = 0.5;

/** One benefit: what was, what the scenario expects as a cone, and what is expected without it. */
export function StockFigure({
  stocks,
  drawn,
  history,
}: {
  readonly stocks: readonly RanStock[];
  readonly drawn: RanStock;
  readonly history: OutlookBenefit["history"];
}) {
  const words = useScenarioWords().stocks;
  const language = useLanguage();
  const say = useSay();
  const { view, change } = useTrying();
  const { label, period, unit, difference, course } = drawn;
  const gap = writeFigure({ value: difference.mean, unit }, language, { sign: true });
  const finding = Math.abs(difference.mean) < LEAST ? words.same : words.finding;
  const title = finding(label[language], wordsOfPeriod(period, language), gap);
  const subtitle = `${label[language]} · ${words.without} ┄`;
  const lines = useMemo(() => {
    const points = chartPoints(history.slice(-BEFORE));
    const without = course.map((one) => ({ period: one.period, value: one.baseline.mean }));
    const cone = course.map((one): ConePoint => ({ period: one.period, ...one.scenario }));
    return {
      own: { id: drawn.id, label: label[language], points },
      without: { id: "without", label: words.without, points: without },
      cone,
    };
  }, [history, course, drawn.id, label, language, words]);
  const forms = useMemo((): readonly FormOfChart[] => {
    const { own, without, cone } = lines;
    const load = async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      const frame = { title, subtitle, language, unit, fromZero: true };
      return (canvas: Parameters<typeof goalLines>[1]) => goalLines({ ...frame, own, others: [without], cone }, canvas);
    };
    return [{ form: "inARow", load }];
  }, [lines, title, subtitle, language, unit]);
  const { own, without, cone } = lines;
  const scenario = {
    id: "scenario",
    label: words.scenario,
    points: cone.map((one) => ({ period: one.period, value: one.mean ?? Number.NaN })),
  };
  return (
    <section aria-label={words.heading}>
      <fieldset className="controls">
        <legend className="visually-hidden">{words.drawn}</legend>
        <Choice
          name={words.drawn}
          value={drawn.id}
          options={stocks.map((one) => ({ value: one.id, label: say(one.label) }))}
          onChoose={(benefit) => change({ benefit })}
        />
      </fieldset>
      <ChartFigure
        words={{ title, subtitle, language }}
        forms={forms}
        form={view.chart === "table" ? "table" : "inARow"}
        onForm={(form) => change({ chart: form === "table" ? form : undefined })}
        tabled={{ unit, language, lines: [own, without, scenario] }}
      />
    </section>
  );
}
