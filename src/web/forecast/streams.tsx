import { useMemo } from "react";
import { writeFigure } from "#core/figures/write.ts";
import { Choice } from "../compare/controls.tsx";
import { useLanguage, wordsOfPeriod } from "../text/language.tsx";
import type { Outlook, StreamYear } from "./answers.ts";
import { type DrawnStreams, drawnStreams } from "./stream-state.ts";
import { StreamsFigure } from "./streams-figure.tsx";
import { useForecasting } from "./use-forecasting.ts";
import { useForecastWords } from "./words.ts";

/** The vessels: who went, or is expected to go, from where to where in a year. */
export function Streams({ forecast: { years, places } }: { readonly forecast: Outlook }) {
  const words = useForecastWords().streams;
  const language = useLanguage();
  const { view, change } = useForecasting();
  const year = years.find(({ to }) => to === view.year) ?? years[0];
  const drawn = useMemo(() => drawnStreams(year.streams, places, language, words), [year, places, language, words]);
  return (
    <section aria-label={words.heading}>
      <fieldset className="controls">
        <legend className="visually-hidden">{words.heading}</legend>
        <Choice
          name={words.year}
          value={year.to}
          options={years.map((one) => ({ value: one.to, label: spanOf(one) }))}
          onChoose={(to) => change({ year: to === years[0].to ? undefined : to })}
        />
      </fieldset>
      <StreamsFigure
        key={year.to}
        drawn={drawn}
        words={words}
        title={findingOf(drawn)}
        subtitle={words.subtitle(spanOf(year))}
        period={year.to}
        form={view.streams}
        onForm={(streams) => change({ streams })}
        marks={[words.about, ...(year.hidden > 0 && !year.isExpected ? [words.hidden(year.hidden)] : [])]}
      />
    </section>
  );

  function spanOf({ from, to, isExpected }: StreamYear): string {
    const [first, last] = [wordsOfPeriod(from, language), wordsOfPeriod(to, language)];
    return isExpected ? words.expected(first, last) : words.seen(first, last);
  }

  function findingOf({ flows, from }: DrawnStreams): string {
    const [first] = flows;
    if (first === undefined) return words.none;
    const nameOf = (id: string) => from.find((node) => node.id === id)?.label ?? id;
    const write = (value: number, sign = false) =>
      writeFigure({ value, unit: "persons" }, language, { sign, bare: sign });
    const more = first.before === undefined ? "" : write(first.persons - first.before, true);
    return words.finding(nameOf(first.from), nameOf(first.to), write(first.persons), more);
  }
}
