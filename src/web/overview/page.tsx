import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Overview } from "../answers.ts";
import { rememberPlan } from "../frame/preferences.ts";
import { overviewQuery } from "../frame/queries.ts";
import { Button } from "../parts/button.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import { Changes } from "./changes.tsx";
import { Check } from "./check.tsx";
import { Counts } from "./counts.tsx";
import { GoalTable } from "./goal-table.tsx";
import { Important } from "./important.tsx";
import { RegisterOffer } from "./register-offer.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useView } from "./use-view.ts";
import { foldedOf, narrowed, sorted } from "./view.ts";
import "./overview.css";

const route = getRouteApi("/plans/$plan/overview");

/** «Hvordan står planen?» */
export function OverviewPage() {
  const { plan } = route.useParams();
  const { asOf, register } = route.useSearch();
  const overview = useQuery(overviewQuery(plan, { asOf, register }));
  useEffect(() => rememberPlan(plan), [plan]);
  if (overview.isPending) return <PageShape rows={21} />;
  if (overview.isError) return <Problem error={overview.error} retry={() => overview.refetch()} />;
  return <Shown overview={overview.data} />;
}

function Shown({ overview }: { readonly overview: Overview }) {
  const words = useWords();
  const say = useSay();
  const language = useLanguage();
  const { view, change } = useView();
  const { plan, basis, summary, goals, tracks } = overview;
  const shown = sorted(narrowed(goals, view), view, language);
  const folded = view.folds === "open" ? [] : foldedOf(shown, view, basis.asOf);
  return (
    <div className="page overview">
      <title>{`${words.overview.title}: ${say(plan.title)}, ${say(plan.organisation)} · ${words.app.name}`}</title>
      <h1 className="visually-hidden">{words.overview.question}</h1>
      <p className="page-line">
        {say(plan.organisation)} · {say(plan.title)} · {words.frame.asOf(wordsOfDay(basis.asOf, language))}
      </p>
      <p className="lead">{say(summary)}</p>
      <RegisterOffer overview={overview} />
      <Counts overview={overview} view={view} change={change} />
      <Important overview={overview} />
      <Toolbar overview={overview} view={view} change={change} shown={shown.length} />
      <GoalTable
        goals={shown.filter((goal) => !folded.includes(goal))}
        tracks={tracks}
        all={goals.length}
        view={view}
        change={change}
      />
      {foldedOf(shown, view, basis.asOf).length > 0 && (
        <p>
          <Button
            weight="quiet"
            aria-expanded={folded.length === 0}
            onClick={() => change({ folds: folded.length === 0 ? undefined : "open" })}
          >
            {folded.length === 0 ? words.overview.fold : words.overview.folded(folded.length)}
          </Button>
        </p>
      )}
      <Changes overview={overview} />
      <Check check={overview.check} />
    </div>
  );
}
