import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Tabled } from "#charts/chart-table.ts";
import type { NamedFlow } from "#charts/sankey.ts";
import { Button } from "../parts/button.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import type { ChartForm } from "../parts/chart-form.ts";
import type { ForecastWords } from "../text/forecast/da.ts";
import { useLanguage } from "../text/language.tsx";
import type { DrawnStreams } from "./stream-state.ts";
import { StreamTable } from "./stream-table.tsx";
import { useForecastWords } from "./words.ts";

/** People between places as a Sankey diagram. A stream tells of itself under the pointer, and when one goes through them by key. */
export function StreamsFigure({
  drawn,
  words,
  title,
  subtitle,
  period,
  form,
  onForm,
  marks,
}: {
  readonly drawn: DrawnStreams;
  /** What the figures are held against, in words: the year before, or no scenario. */
  readonly words: ForecastWords["streams"];
  readonly title: string;
  readonly subtitle: string;
  /** The id of the period the people are counted in. */
  readonly period: string;
  readonly form: ChartForm | undefined;
  readonly onForm: (form: ChartForm | undefined) => void;
  readonly marks: readonly string[];
}) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string>();
  const forms = useMemo((): readonly FormOfChart[] => {
    const load = async () => {
      const { sankey } = await import("#charts/sankey.ts");
      const state = { title, subtitle, language, unit: "persons" as const, heads: words.heads, ...drawn };
      return (canvas: Parameters<typeof sankey>[1]) => sankey(state, canvas);
    };
    return [{ form: "streams", load }];
  }, [drawn, title, subtitle, language, words]);
  const isTable = form === "table";
  useEffect(() => {
    for (const band of place.current?.querySelectorAll("[data-flow]") ?? [])
      band.classList.toggle("chart-flow-on", band.getAttribute("data-flow") === at);
  }, [at]);
  const point = ({ target }: PointerEvent) => {
    const id = target instanceof Element ? target.closest("[data-flow]")?.getAttribute("data-flow") : undefined;
    if (id !== undefined && id !== null) setAt(id);
  };
  return (
    <div ref={place} onPointerOver={point}>
      <ChartFigure
        words={{ title, subtitle, language }}
        forms={forms}
        form={isTable ? "table" : "streams"}
        onForm={(chosen) => onForm(chosen === "table" ? chosen : undefined)}
        tabled={tabledOf(drawn, period, language)}
        table={<StreamTable drawn={drawn} words={words} title={title} />}
        marks={marks}
      />
      {!isTable && drawn.flows.length > 0 && <Reader flows={drawn.flows} at={at} onGo={setAt} />}
    </div>
  );
}

/** Says the stream one is at, and goes to the next: the largest first. */
function Reader({
  flows,
  at,
  onGo,
}: {
  readonly flows: readonly NamedFlow[];
  readonly at: string | undefined;
  readonly onGo: (id: string) => void;
}) {
  const words = useForecastWords().streams;
  const place = flows.findIndex(({ id }) => id === at);
  const go = (step: number) => onGo(flows[(place + step + flows.length) % flows.length].id);
  return (
    <fieldset className="stream-reader no-print">
      <legend className="visually-hidden">{words.reader}</legend>
      <Button weight="quiet" onClick={() => (place < 0 ? go(flows.length) : go(-1))} aria-label={words.previous}>
        ←
      </Button>
      <Button weight="quiet" onClick={() => go(1)} aria-label={words.next}>
        →
      </Button>
      <p role="status">{place < 0 ? words.hint : flows[place].says}</p>
    </fieldset>
  );
}

/** The streams as a file: a line each. */
function tabledOf({ flows, from }: DrawnStreams, period: string, language: Tabled["language"]): Tabled {
  const nameOf = new Map(from.map(({ id, label }) => [id, label]));
  const lines = flows.map((flow) => ({
    id: flow.id,
    label: `${nameOf.get(flow.from) ?? flow.from} → ${nameOf.get(flow.to) ?? flow.to}`,
    points: [{ period, value: Math.round(flow.value) }],
  }));
  return { unit: "persons", language, lines };
}
