import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { overviewQuery } from "../frame/queries.ts";
import { Notice, Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";

const route = getRouteApi("/plans/$plan/goals");

/** Goes to the goal that matters most now, else the plan's first. */
export function FirstGoal() {
  const { overview: words } = useWords();
  const { plan } = route.useParams();
  const overview = useQuery(overviewQuery(plan, route.useSearch()));
  if (overview.isPending) return <PageShape />;
  if (overview.isError) return <Problem error={overview.error} retry={() => overview.refetch()} />;
  const { important, goals } = overview.data;
  const goal = important.at(0)?.goal ?? goals.at(0)?.id;
  if (goal === undefined)
    return (
      <Notice title={words.noGoals}>
        <p>{words.noGoalsMend}</p>
      </Notice>
    );
  return <Navigate to="/plans/$plan/goals/$goal" params={{ plan, goal }} replace />;
}
