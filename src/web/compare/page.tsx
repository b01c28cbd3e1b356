import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { plansQuery } from "../frame/queries.ts";
import { Problem } from "../parts/problem.tsx";
import { Segments } from "../parts/segments.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import type { Comparable } from "./answers.ts";
import { BenchmarkView } from "./benchmark.tsx";
import { LevelView } from "./level.tsx";
import { comparableQuery } from "./queries.ts";
import { useComparing } from "./use-comparing.ts";
import { compareViews } from "./view.ts";
import { useCompareWords } from "./words.ts";
import "./compare.css";

const route = getRouteApi("/plans/$plan/compare");

/** The series that is compared by when none is asked for: what most can be held against. */
const usual = "dst-aup02-ledighedsprocent";

/** «Er vi bedre eller dårligere, end vi burde være?» */
export function ComparePage() {
  const { plan } = route.useParams();
  const comparable = useQuery(comparableQuery);
  const plans = useQuery(plansQuery);
  if (comparable.isPending || plans.isPending) return <PageShape rows={20} />;
  if (comparable.isError) return <Problem error={comparable.error} retry={() => comparable.refetch()} />;
  const own = plans.data?.plans.find(({ id }) => id === plan)?.municipalities[0] ?? "101";
  return <Shown all={comparable.data.series} own={own} />;
}

function Shown({ all, own }: { readonly all: readonly Comparable[]; readonly own: string }) {
  const { app } = useWords();
  const words = useCompareWords();
  const { view, change } = useComparing();
  const series = all.find(({ id }) => id === view.series) ?? all.find(({ id }) => id === usual) ?? all.at(0);
  const shown = view.view ?? "level";
  return (
    <div className="page compare">
      <title>{`${words.title} · ${app.name}`}</title>
      <h1 className="visually-hidden">{words.question}</h1>
      <Segments
        label={words.view}
        options={compareViews.map((value) => ({ value, label: words.views[value] }))}
        chosen={shown}
        onChoose={(one) => change({ view: one === "level" ? undefined : one, period: undefined, chart: undefined })}
      />
      {shown === "benchmark" ? (
        <BenchmarkView area={view.area ?? own} />
      ) : series === undefined ? (
        <div className="empty">
          <p className="small-title">{words.none}</p>
          <p>{words.noneMend}</p>
        </div>
      ) : (
        <LevelView all={all} series={series} area={view.area ?? own} />
      )}
    </div>
  );
}
