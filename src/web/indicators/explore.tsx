import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { RegisterEntry } from "../answers.ts";
import { plansQuery, sessionQuery } from "../frame/queries.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay, useWords } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { ExploreRegister } from "./explore-register.tsx";
import { ExploreSeries } from "./explore-series.tsx";
import { indicatorQuery } from "./queries.ts";
import { chosenSource, idOf, ownFirst, type Source, sourcesOf } from "./source.ts";
import { useExploring } from "./use-exploring.ts";
import { UseInGoal } from "./use-in-goal.tsx";
import { useIndicatorWords } from "./words.ts";
import "./indicators.css";

const route = getRouteApi("/plans/$plan/indicators/$indicator/explore");

/** Udforsk: an indicator's figures in any crossing, period and chart. */
export function ExplorePage() {
  const { indicator, plan } = route.useParams();
  const read = useQuery(indicatorQuery(indicator));
  const plans = useQuery(plansQuery);
  const session = useQuery(sessionQuery);
  if (read.isPending || plans.isPending || session.isPending) return <PageShape rows={8} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  const mayExplore = session.data?.user?.may.includes("explore-register") === true;
  const own = plans.data?.plans.find(({ id }) => id === plan)?.municipalities ?? [];
  return <Shown indicator={read.data} registers={mayExplore ? ownFirst(plans.data?.registers ?? [], own) : []} />;
}

function Shown({
  indicator,
  registers,
}: {
  readonly indicator: Indicator;
  readonly registers: readonly RegisterEntry[];
}) {
  const { app } = useWords();
  const words = useIndicatorWords();
  const say = useSay();
  const { plan } = route.useParams();
  const { register } = route.useSearch();
  const { view, change } = useExploring();
  const sources = sourcesOf(indicator, registers);
  const source = chosenSource(sources, view.data, register);
  const title = words.exploring.title(say(indicator.name));
  return (
    <div className="page">
      <title>{`${title} · ${app.name}`}</title>
      <p className="page-line">
        <Link to="/plans/$plan/indicators" params={{ plan }}>
          {words.back}
        </Link>{" "}
        ·{" "}
        <Link to="/plans/$plan/indicators/$indicator" params={{ plan, indicator: indicator.id }}>
          {words.definition}
        </Link>
      </p>
      <h1>{title}</h1>
      {source === undefined ? (
        <div className="empty">
          <p className="small-title">{words.exploring.noData}</p>
          <p>{indicator.computed ? words.exploring.noRegister : words.exploring.noDataMend}</p>
        </div>
      ) : (
        <>
          <div className="explore-head">
            <SourceChoice
              sources={sources}
              chosen={source}
              onChoose={(data) => change({ data, by: undefined, where: undefined, set: undefined, areas: undefined })}
            />
            <UseInGoal
              plan={plan}
              indicator={indicator.id}
              {...(source.kind === "register"
                ? { where: view.where, set: view.set, by: view.by }
                : { where: Object.entries(source.series.where).map(([name, codes]) => `${name}:${codes}`) })}
            />
          </div>
          {source.kind === "register" ? (
            <ExploreRegister key={source.register.id} indicator={indicator} register={source.register} />
          ) : (
            <ExploreSeries key={source.series.id} indicator={indicator} series={source.series} />
          )}
        </>
      )}
    </div>
  );
}

function SourceChoice({
  sources,
  chosen,
  onChoose,
}: {
  readonly sources: readonly Source[];
  readonly chosen: Source;
  readonly onChoose: (id: string) => void;
}) {
  const words = useIndicatorWords().exploring;
  const say = useSay();
  const nameOf = (source: Source) =>
    source.kind === "register"
      ? words.register(source.register.name, source.register.simulated)
      : `${say(source.series.title)} (${[source.series.owner, source.series.table].filter(Boolean).join(", ")})`;
  return (
    <label className="choice">
      <span className="small-title">{words.data}</span>
      <select value={idOf(chosen)} onChange={({ target }) => onChoose(target.value)}>
        {sources.map((source) => (
          <option key={idOf(source)} value={idOf(source)}>
            {nameOf(source)}
          </option>
        ))}
      </select>
    </label>
  );
}
