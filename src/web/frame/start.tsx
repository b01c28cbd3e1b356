import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { Notice, Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import { firstOf } from "./first-plan.ts";
import { rememberedPlan } from "./preferences.ts";
import { plansQuery, sessionQuery } from "./queries.ts";

/** Goes to the plan that was read last, else to one that a register can follow, else the first of one's own municipality. */
export function Start() {
  const { problem } = useWords();
  const plans = useQuery(plansQuery);
  const session = useQuery(sessionQuery);
  if (plans.isPending || session.isPending) return <PageShape />;
  if (plans.isError) return <Problem error={plans.error} retry={() => plans.refetch()} />;
  const own = session.data?.user?.roles.map(({ municipality }) => municipality) ?? [];
  const chosen = firstOf(plans.data, rememberedPlan(), own);
  if (chosen === undefined)
    return (
      <Notice title={problem.noPlans}>
        <p>{problem.noPlansMend}</p>
      </Notice>
    );
  const { plan, register } = chosen;
  return <Navigate to="/plans/$plan/overview" params={{ plan }} search={{ register }} replace />;
}
