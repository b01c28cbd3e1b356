import { useMemo } from "react";
import { writeFigure } from "#core/figures/write.ts";
import { Choice } from "../compare/controls.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { useLanguage, useSay, wordsOfPeriod } from "../text/language.tsx";
import type { Outlook } from "./answers.ts";
import { clearlyMoved, coneOf, endOf, lastOf, linesOf } from "./stock-state.ts";
import { StockTable } from "./stock-table.tsx";
import { useForecasting } from "./use-forecasting.ts";
import { horizons } from "./view.ts";
import { useForecastWords } from "./words.ts";

/** The benefits with their forecasts: all as small charts, or one large. */
export function Stocks({ forecast, months }: { readonly forecast: Outlook; readonly months: number }) {
  const words = useForecastWords();
  const say = useSay();
  const { view, change } = useForecasting();
  const one = forecast.benefits.find(({ benefit }) => benefit === view.benefit);
  return (
    <section aria-label={words.stocks.heading}>
      <fieldset className="controls">
        <legend className="visually-hidden">{words.stocks.heading}</legend>
        <Choice
          name={words.horizon}
          value={String(months)}
          options={horizons.map((n) => ({ value: String(n), label: words.months(n) }))}
          onChoose={(chosen) => change({ months: chosen === "12" ? undefined : Number(chosen) })}
        />
        <Choice
          name={words.benefit}
          value={one?.benefit ?? ""}
          options={[
            { value: "", label: words.allBenefits },
            ...forecast.benefits.map(({ benefit, label }) => ({ value: benefit, label: say(label) })),
          ]}
          onChoose={(benefit) => change({ benefit: benefit === "" ? undefined : benefit, chart: undefined })}
        />
      </fieldset>
      <StockFigure key={one?.benefit ?? "all"} forecast={forecast} months={months} one={one} />
    </section>
  );
}

function StockFigure({
  forecast: { benefits, unit, origin },
  months,
  one,
}: {
  readonly forecast: Outlook;
  readonly months: number;
  readonly one: Outlook["benefits"][number] | undefined;
}) {
  const words = useForecastWords();
  const language = useLanguage();
  const { view, change } = useForecasting();
  const subtitle = words.stocks.subtitle(origin.name);
  const title = one === undefined ? findingOf(benefits, months) : sayOne(one, months);
  const shown = useMemo(() => (one === undefined ? benefits : [one]), [one, benefits]);
  const drawn = useMemo(() => shown.map((benefit) => coneOf(benefit, months, language)), [shown, months, language]);
  const form = one === undefined ? "groups" : "inARow";
  const forms = useMemo((): readonly FormOfChart[] => {
    const frame = { title, subtitle, language, unit, fromZero: true };
    const load = async () => {
      if (one !== undefined) {
        const { goalLines } = await import("#charts/goal-lines.ts");
        const [{ cone, ...own }] = drawn;
        return (canvas: Parameters<typeof goalLines>[1]) => goalLines({ ...frame, own, cone }, canvas);
      }
      const { cones } = await import("#charts/cones.ts");
      return (canvas: Parameters<typeof cones>[1]) => cones({ ...frame, groups: drawn }, { ...canvas, height: 120 });
    };
    return [{ form, load }];
  }, [drawn, one, form, title, subtitle, language, unit]);
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.chart === "table" ? "table" : form}
      onForm={(chosen) => change({ chart: chosen === "table" ? chosen : undefined })}
      tabled={{ unit, language, lines: drawn.flatMap((cone) => linesOf(cone, words.stocks)) }}
      table={<StockTable benefits={shown} months={months} />}
      marks={[words.stocks.band, ...(one === undefined ? [words.stocks.clearly] : [])]}
    />
  );

  function findingOf(all: Outlook["benefits"], ahead: number): string {
    const moved = all.map((benefit) => clearlyMoved(benefit, ahead));
    const count = (way: "fewer" | "more") => moved.filter((moves) => moves === way).length;
    return words.stocks.finding(count("fewer"), count("more"), all.length, words.months(ahead));
  }

  function sayOne(benefit: Outlook["benefits"][number], ahead: number): string {
    const [now, end] = [lastOf(benefit), endOf(benefit, ahead)];
    if (now === undefined || end === undefined) return benefit.label[language];
    const write = (value: number) => writeFigure({ value, unit }, language, { bare: true });
    const when = wordsOfPeriod(end.period, language);
    return words.stocks.one(benefit.label[language], write(end.mean), when, write(now));
  }
}
