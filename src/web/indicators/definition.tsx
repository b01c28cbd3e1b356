import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { sessionQuery } from "../frame/queries.ts";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useSay, useWords } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { DefinitionFacts } from "./definition-facts.tsx";
import { Dimensions } from "./dimensions.tsx";
import { FormulaBox } from "./formula-box.tsx";
import { indicatorQuery } from "./queries.ts";
import { SeriesTable } from "./series-table.tsx";
import { UsingGoals } from "./using-goals.tsx";
import { useIndicatorWords } from "./words.ts";
import "./indicators.css";

const route = getRouteApi("/plans/$plan/indicators/$indicator");

/** What an indicator means: definition, formula, parameters, breakdowns, series, and the goals that use it. */
export function DefinitionPage() {
  const { indicator } = route.useParams();
  const read = useQuery(indicatorQuery(indicator));
  if (read.isPending) return <PageShape rows={10} />;
  if (read.isError) return <Problem error={read.error} retry={() => read.refetch()} />;
  return <Shown indicator={read.data} />;
}

function Shown({ indicator }: { readonly indicator: Indicator }) {
  const { app } = useWords();
  const words = useIndicatorWords();
  const say = useSay();
  const { plan } = route.useParams();
  const { id, name, definition, computed, series } = indicator;
  const mayDraft = useQuery(sessionQuery).data?.user?.may.includes("draft-plan") === true;
  const mayExplore = computed || series.length > 0;
  return (
    <div className="page">
      <title>{`${say(name)} · ${words.title} · ${app.name}`}</title>
      <p className="page-line">
        <Link to="/plans/$plan/indicators" params={{ plan }}>
          {words.back}
        </Link>
      </p>
      <h1>{say(name)}</h1>
      <p className="lead">{say(definition)}</p>
      {(mayExplore || mayDraft) && (
        <p className="doors">
          {mayExplore && (
            <Link to="/plans/$plan/indicators/$indicator/explore" params={{ plan, indicator: id }} className="door">
              {words.explore}
            </Link>
          )}
          {mayDraft && (
            <Link to="/plans/$plan/document" params={{ plan }}>
              {words.useInGoal}
            </Link>
          )}
          {series.some(({ areas }) => areas >= 20) && (
            <Link to="/plans/$plan/compare" params={{ plan }} search={{ series: series[0].id }}>
              {words.compare}
            </Link>
          )}
        </p>
      )}
      <div className="definition">
        <div className="definition-main">
          <FormulaBox indicator={indicator} />
          <Parameters parameters={indicator.parameters} />
          <Dimensions indicator={indicator} />
          <SeriesTable indicator={indicator} />
        </div>
        <aside className="definition-side">
          <DefinitionFacts indicator={indicator} />
          <UsingGoals goals={indicator.goals} />
        </aside>
      </div>
    </div>
  );
}

function Parameters({ parameters }: { readonly parameters: Indicator["parameters"] }) {
  const words = useIndicatorWords();
  const say = useSay();
  if (parameters.length === 0) return null;
  return (
    <section>
      <h2>{words.parameters}</h2>
      <table className="plain-table stacking">
        <thead>
          <tr>
            <th scope="col">{words.meaning}</th>
            <th scope="col">{words.parameter}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ id, value, meaning }) => (
            <tr key={id}>
              <th scope="row">{say(meaning)}</th>
              <td>
                <code>{id}</code>
              </td>
              <td className="breaking">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
