import { useMemo } from "react";
import { writeFigure } from "#core/figures/write.ts";
import { drawnStreams } from "../forecast/stream-state.ts";
import { StreamsFigure } from "../forecast/streams-figure.tsx";
import { useForecastWords } from "../forecast/words.ts";
import { useLanguage } from "../text/language.tsx";
import type { Ran } from "./queries.ts";
import { useTrying } from "./use-trying.ts";
import { useScenarioWords } from "./words.ts";

/** Who goes where with the scenario, and how many more or fewer than without it. */
export function ScenarioStreams({
  ran: { streams, places, origin, stocks },
  months,
}: {
  readonly ran: Ran;
  readonly months: number;
}) {
  const own = useScenarioWords().streams;
  const forecasts = useForecastWords();
  const language = useLanguage();
  const { view, change } = useTrying();
  const words = useMemo(
    () => ({ ...forecasts.streams, change: own.change, before: own.before, heading: own.heading }),
    [forecasts, own],
  );
  const benefits = useMemo(
    () => new Set(places.filter(({ kind }) => kind === "benefit").map(({ id }) => id)),
    [places],
  );
  const drawn = useMemo(() => {
    const told = streams.filter(({ from, to, scenario }) => scenario >= 1 && (benefits.has(from) || benefits.has(to)));
    return drawnStreams(
      told.map(({ from, to, baseline, scenario }) => ({ from, to, persons: scenario, before: baseline })),
      places,
      language,
      words,
    );
  }, [streams, places, benefits, language, words]);
  const most = drawn.flows.toSorted((a, b) => gap(b) - gap(a))[0];
  const nameOf = (id: string) => drawn.from.find((node) => node.id === id)?.label ?? id;
  const title =
    most === undefined
      ? words.none
      : gap(most) < LEAST
        ? own.same
        : `${nameOf(most.from)} → ${nameOf(most.to)}: ${own.change(writeFigure({ value: most.persons - (most.before ?? 0), unit: "persons" }, language, { sign: true }))}`;
  return (
    <section aria-label={own.heading}>
      <StreamsFigure
        drawn={drawn}
        words={words}
        title={title}
        subtitle={own.subtitle(forecasts.months(months))}
        period={stocks[0]?.period ?? origin.known}
        form={view.streams}
        onForm={(form) => change({ streams: form })}
        marks={[own.about]}
      />
    </section>
  );
}

/** A smaller difference, in persons, is none. */
const LEAST = 0.5;

function gap({ persons, before = 0 }: { readonly persons: number; readonly before?: number | undefined }): number {
  return Math.abs(persons - before);
}
