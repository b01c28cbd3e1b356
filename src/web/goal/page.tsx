import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Goal } from "../answers.ts";
import { GoalOutlook } from "../forecast/goal-outlook.tsx";
import { useOverview } from "../frame/use-basis.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import { Breakdowns } from "./breakdowns.tsx";
import { CourseFigure } from "./course.tsx";
import { DataNotes } from "./data-notes.tsx";
import { Entered } from "./entered.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { PartChoice } from "./part-choice.tsx";
import { PersonsBehind } from "./persons-behind.tsx";
import { goalQuery } from "./query.ts";
import { Questions } from "./questions.tsx";
import { Said } from "./said.tsx";
import { Siblings } from "./siblings.tsx";
import { useDefinition } from "./use-definition.ts";
import { VerdictBox } from "./verdict-box.tsx";
import { chosenForm } from "./view.ts";
import "./goal.css";

const route = getRouteApi("/plans/$plan/goals/$goal");

/** «Når vi det, hvorfor (ikke), og hvad gør vi?» */
export function GoalPage() {
  const { plan, goal } = route.useParams();
  const { asOf, register } = route.useSearch();
  const found = useQuery(goalQuery(plan, goal, { asOf, register }));
  if (found.isPending) return <PageShape rows={8} />;
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />;
  return <Shown goal={found.data} />;
}

function Shown({ goal }: { readonly goal: Goal }) {
  const words = useWords();
  const language = useLanguage();
  const say = useSay();
  const navigate = route.useNavigate();
  const { chart, part: chosen } = route.useSearch();
  const { plan } = route.useParams();
  const period = useOverview()?.plan.period ?? goal.basis.asOf.slice(0, 4);
  const part = goal.parts.find(({ id }) => id === chosen) ?? goal.parts[0];
  return (
    <div className="page">
      <title>{`${say(goal.title)} · ${say(goal.planTitle)} · ${words.app.name}`}</title>
      <Siblings plan={plan} goal={goal.id} />
      <p className="page-line">
        {say(goal.trackTitle)} · {words.goal.force[goal.force]} · {words.goal.level[goal.level]} ·{" "}
        {words.frame.asOf(wordsOfDay(goal.basis.asOf, language))}
      </p>
      <h1>{say(goal.title)}</h1>
      <Lead goal={goal} />
      {goal.parts.length > 1 && (
        <PartChoice
          parts={goal.parts}
          chosen={part.id}
          onChoose={(id) => navigate({ search: (old) => ({ ...old, part: id }), replace: true, resetScroll: false })}
        />
      )}
      <div className="goal">
        <VerdictBox part={part} />
        <div className="goal-main">
          <CourseFigure
            key={part.id}
            part={part}
            period={period}
            form={chart}
            onForm={(form) =>
              navigate({
                search: (old) => ({ ...old, ...chosenForm(form) }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <GoalOutlook key={`${part.id} outlook`} part={part} basis={goal.basis} />
          <Breakdowns key={`${part.id} by`} part={part} basis={goal.basis} />
          <Entered key={`${part.id} entered`} plan={plan} goal={goal} part={part} />
          <Said plan={plan} goal={goal} />
          <DataNotes part={part} findings={goal.findings} />
          <PersonsBehind key={`${part.id} persons`} plan={plan} goal={goal} part={part} basis={goal.basis} />
        </div>
        <aside className="goal-side">
          <Facts plan={plan} goal={goal} part={part} />
          <Questions plan={plan} goal={goal} />
          <History history={goal.history} part={part} />
        </aside>
      </div>
    </div>
  );
}

/** How the goal stands, in a sentence, and what its figure is. */
function Lead({ goal: { says, latest, parts } }: { readonly goal: Goal }) {
  const { goal } = useWords();
  const say = useSay();
  const definition = useDefinition(parts[0]);
  return (
    <p className="lead">
      {say(says)}{" "}
      <FigureMark
        shown={latest}
        about={{ what: goal.latest, ...(definition !== undefined && { definition }) }}
        markOnly
      />
    </p>
  );
}
