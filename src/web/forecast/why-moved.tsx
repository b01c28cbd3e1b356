import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Answered } from "#api/endpoint.ts";
import type { readWhyMoved } from "#api/forecast.ts";
import { parsePeriod, shiftYears } from "#core/calendar/period.ts";
import { missingWords } from "#core/figures/figure.ts";
import type { GoalPart } from "../answers.ts";
import { useMay } from "../frame/use-may.ts";
import { useDefinition } from "../goal/use-definition.ts";
import { AboutFigures } from "../parts/about-figures.tsx";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import type { ChartForm } from "../parts/chart-form.ts";
import { ProblemLine } from "../parts/field.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useWords, wordsOfPeriod } from "../text/language.tsx";
import { type MovedAsked, whyMovedQuery } from "./queries.ts";
import { useForecastWords } from "./words.ts";

type Moved = Extract<Answered<typeof readWhyMoved>, { readonly parts: unknown }>;

/** The indicators whose figure is people on benefits, and how they count them. */
const measures = { fuldtidspersoner: "full-time-persons", personer: "persons" } as const;

/** «Hvorfor bevægede det sig?»: the latest figure and a year before, with the parts that add up to the change. */
export function WhyMoved({ part, register }: { readonly part: GoalPart; readonly register: string | undefined }) {
  const words = useForecastWords().moved;
  const { app } = useWords();
  const language = useLanguage();
  const may = useMay("explore-register");
  const asked = register === undefined || !may ? undefined : askedOf(part, register);
  const read = useQuery({ ...whyMovedQuery(asked), enabled: asked !== undefined });
  if (asked === undefined) return null;
  return (
    <section aria-labelledby="why-moved">
      <h2 id="why-moved">{words.heading}</h2>
      {read.isPending && <p role="status">{app.loading}</p>}
      <ProblemLine error={read.error} />
      {read.data !== undefined &&
        ("missing" in read.data ? (
          <p className="quiet">{words.missing(missingWords[read.data.missing][language])}</p>
        ) : (
          <Steps part={part} moved={read.data} asked={asked} />
        ))}
    </section>
  );
}

/** What is asked of the register; nothing where the goal is not measured in people on benefits. */
function askedOf({ indicator, where = {}, parameters, latest }: GoalPart, register: string): MovedAsked | undefined {
  const measure = Object.entries(measures).find(([id]) => id === indicator)?.[1];
  const isPlain = Object.keys(where).join() === "benefit" && parameters === undefined;
  if (measure === undefined || !isPlain || isAbsent(latest) || latest.period === undefined) return undefined;
  const before = shiftYears(parsePeriod(latest.period), -1).id;
  return { register, benefits: where.benefit.replaceAll("+", ","), measure, before, after: latest.period };
}

function Steps({ part, moved, asked }: { readonly part: GoalPart; readonly moved: Moved; readonly asked: MovedAsked }) {
  const words = useForecastWords().moved;
  const { figure } = useWords();
  const language = useLanguage();
  const definition = useDefinition(part);
  const [form, setForm] = useState<ChartForm>("steps");
  const { before, after, unit, parts, says } = moved;
  const [from, to] = [wordsOfPeriod(asked.before, language), wordsOfPeriod(asked.after, language)];
  // The change is the finding; its causes stand below it.
  const [title, ...causes] = says[language].split(": ");
  const subtitle = words.subtitle(from, to);
  const steps = useMemo(
    () => parts.filter(({ change }) => change !== 0).map(({ label, change }) => ({ label: label[language], change })),
    [parts, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const ends = { from: { label: from, value: before }, to: { label: to, value: after } };
    const load = async () => {
      const { waterfall } = await import("#charts/waterfall.ts");
      const state = { title, subtitle, language, unit, fromZero: false, ...ends, steps };
      return (canvas: Parameters<typeof waterfall>[1]) => waterfall(state, { ...canvas, height: 280 });
    };
    return [{ form: "steps", load }];
  }, [title, subtitle, language, unit, from, to, before, after, steps]);
  const lines = [
    { id: "before", label: from, points: [{ period: asked.after, value: before }] },
    ...steps.map(({ label, change }) => ({ id: label, label, points: [{ period: asked.after, value: change }] })),
    { id: "after", label: to, points: [{ period: asked.after, value: after }] },
  ];
  const { origin } = isAbsent(part.latest) ? {} : part.latest;
  const about = {
    what: `${words.heading} ${subtitle}`,
    ...(definition !== undefined && { definition }),
    ...{ unit, period: figure.between(from, to), sources: origin === undefined ? [] : [origin] },
    notes: [words.about, words.counted],
  };
  return (
    <>
      {causes.length > 0 && (
        <p>
          {sentence(causes.join(": "))} <AboutFigures about={about} />
        </p>
      )}
      <ChartFigure
        words={{ title, subtitle, language }}
        forms={forms}
        form={form}
        onForm={setForm}
        tabled={{ unit, language, lines }}
        about={about}
        marks={[words.about]}
      />
    </>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
