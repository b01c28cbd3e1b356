import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RankedArea } from "#charts/ranked-dots.ts";
import type { Line, Point } from "#charts/state.ts";
import { ChartFigure, type FormOfChart } from "../parts/chart-figure.tsx";
import { ExportMenu } from "../parts/export-menu.tsx";
import { Fact } from "../parts/fact.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay, wordsOfDay, wordsOfPeriod } from "../text/language.tsx";
import type { Benchmark, BenchmarkRow } from "./answers.ts";
import { BenchmarkImport } from "./benchmark-import.tsx";
import { BenchmarkTable } from "./benchmark-table.tsx";
import { BesideControls, Choice } from "./controls.tsx";
import { benchmarkQuery } from "./queries.ts";
import { useComparing } from "./use-comparing.ts";
import { useCompareWords } from "./words.ts";

/** Expected against actual: what the source would expect of a municipality, what came, and the gap as persons. */
export function BenchmarkView({ area }: { readonly area: string }) {
  const words = useCompareWords();
  const say = useSay();
  const { view, change } = useComparing();
  const read = useQuery(benchmarkQuery(area, view));
  if (read.isPending) return <PageShape rows={20} />;
  if (read.isError)
    return (
      <Problem error={read.error} retry={() => change({ period: undefined, benefits: undefined, area: undefined })} />
    );
  const { data } = read;
  const options = [
    { value: "", label: words.allBenefits },
    ...data.benefitGroups.map(({ id, label }) => ({ value: id, label: say(label) })),
  ];
  return (
    <>
      <p className="lead">{say(data.says)}</p>
      <BesideControls
        beside={data}
        change={change}
        before={
          <Choice
            name={words.benefits}
            value={data.benefits ?? ""}
            options={options}
            onChoose={(benefits) => change({ benefits: benefits === "" ? undefined : benefits })}
          />
        }
        files={
          <>
            <BenchmarkImport />
            <ExportMenu addressOf={undefined} />
          </>
        }
      />
      <div className="compared" aria-busy={read.isPlaceholderData}>
        <div className="compared-main">
          <GapFigure benchmark={data} />
        </div>
        <div className="compared-side">
          <GapFacts benchmark={data} />
          <ExpectedFigure benchmark={data} />
        </div>
      </div>
      <Origin benchmark={data} />
    </>
  );
}

function Origin({ benchmark: { source, group } }: { readonly benchmark: Benchmark }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const { owner, table, fetched } = source;
  return (
    <div className="page-foot">
      <ul>
        <li>
          {words.source}: {[owner, table, fetched && wordsOfDay(fetched, language)].filter(Boolean).join(", ")}
        </li>
        {words.benchmarkNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{say(group.why)}.</li>
      </ul>
    </div>
  );
}

/** The municipalities by how far they are from what was expected, in percentage points. */
function GapFigure({ benchmark }: { readonly benchmark: Benchmark }) {
  const { rows, period } = benchmark;
  const words = useCompareWords();
  const language = useLanguage();
  const { view, change } = useComparing();
  const known = rows.filter(({ gapShare }) => !isAbsent(gapShare));
  const [best, worst] = [known.at(0), known.at(-1)].map((row) => row?.area.label[language] ?? "–");
  const title = words.gapTitle(best, worst);
  const subtitle = words.gapSubtitle(wordsOfPeriod(period, language));
  const areas = useMemo(
    () =>
      rows.map(({ area, isOwn, gapShare }): RankedArea => {
        const one = { id: area.id, label: area.label[language], ...(isOwn && { own: true }) };
        return isAbsent(gapShare) ? { ...one, missing: gapShare.missing } : { ...one, value: gapShare.value };
      }),
    [rows, language],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const frame = { title, subtitle, language, unit: "share-points" as const, fromZero: true };
    const reference = { value: 0, label: words.asExpected };
    const load = async () => {
      const { rankedDots } = await import("#charts/ranked-dots.ts");
      return (canvas: Parameters<typeof rankedDots>[1]) =>
        rankedDots({ ...frame, areas, leastFirst: true, reference }, canvas);
    };
    return [{ form: "ranked", load }];
  }, [areas, title, subtitle, language, words]);
  const lines = rows.map(({ area, gapShare }) => ({
    id: area.id,
    label: area.label[language],
    points: [pointOf(period, gapShare)],
  }));
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.chart === "table" ? "table" : "ranked"}
      onForm={(chart) => change({ chart: chart === "ranked" ? undefined : chart })}
      tabled={{ unit: "share-points", language, lines }}
      table={<BenchmarkTable benchmark={benchmark} />}
    />
  );
}

/** The own municipality's actual number and the expected one, period by period. */
function ExpectedFigure({ benchmark: { course, own } }: { readonly benchmark: Benchmark }) {
  const words = useCompareWords();
  const language = useLanguage();
  const { view, change } = useComparing();
  const gap = course.at(-1)?.gap;
  const isEven = gap === undefined || isAbsent(gap) || gap.value === 0;
  const title = isEven ? words.evenCourse : words.benchmarkCourse(gap.value < 0);
  const subtitle = `${own.label[language]} · ${words.persons}`;
  const [actual, expected] = useMemo(
    () => [lineOf("actual", words.actual, course), lineOf("expected", words.expected, course)] as const,
    [course, words],
  );
  const forms = useMemo((): readonly FormOfChart[] => {
    const frame = { title, subtitle, language, unit: "full-time-persons" as const, fromZero: false };
    const load = async () => {
      const { goalLines } = await import("#charts/goal-lines.ts");
      return (canvas: Parameters<typeof goalLines>[1]) =>
        goalLines({ ...frame, own: actual, others: [expected] }, canvas);
    };
    return [{ form: "inARow", load }];
  }, [actual, expected, title, subtitle, language]);
  return (
    <ChartFigure
      words={{ title, subtitle, language }}
      forms={forms}
      form={view.course === "table" ? "table" : "inARow"}
      onForm={(form) => change({ course: form === "inARow" ? undefined : form })}
      tabled={{ unit: "full-time-persons", language, lines: [actual, expected] }}
    />
  );
}

function lineOf(which: "actual" | "expected", label: string, course: Benchmark["course"]): Line {
  return { id: which, label, points: course.map((row) => pointOf(row.period, row[which])) };
}

function pointOf(period: string, figure: BenchmarkRow["gap"]): Point {
  return isAbsent(figure) ? { period, missing: figure.missing } : { period, value: figure.value };
}

/** Actual, expected and the gap of the own municipality. */
function GapFacts({ benchmark: { rows, own } }: { readonly benchmark: Benchmark }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  const row = rows.find(({ isOwn }) => isOwn);
  if (row === undefined) return null;
  const { expected, actual, gap, gapShare, place } = row;
  return (
    <section className="place">
      <h2>
        {words.facts}: {say(own.label)}
      </h2>
      <p className="figure-large">{written(gap, language, { sign: true })}</p>
      <dl className="facts">
        <Fact name={words.actual}>{written(actual, language)}</Fact>
        <Fact name={words.expected}>{written(expected, language)}</Fact>
        <Fact name={words.gapShare}>{written(gapShare, language, { sign: true, decimals: 2 })}</Fact>
        <Fact name={words.place}>{written(place, language)}</Fact>
      </dl>
    </section>
  );
}
