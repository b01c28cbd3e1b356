import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { Notice, Problem } from "../parts/problem.tsx";
import { PageShape } from "../parts/shape.tsx";
import { useWords } from "../text/language.tsx";
import { rememberedPlan } from "./preferences.ts";
import { plansQuery, sessionQuery } from "./queries.ts";

/** Goes to the plan that was read last, else the first of one's own municipality, else the first there is. */
export function Start() {
  const { problem } = useWords();
  const plans = useQuery(plansQuery);
  const session = useQuery(sessionQuery);
  if (plans.isPending || session.isPending) return <PageShape />;
  if (plans.isError) return <Problem error={plans.error} retry={() => plans.refetch()} />;
  const own = session.data?.user?.roles.map(({ municipality }) => municipality) ?? [];
  const real = plans.data.plans.filter(({ isTemplate }) => !isTemplate);
  const plan =
    real.find(({ id }) => id === rememberedPlan()) ??
    real.find(({ municipalities }) => municipalities.some((one) => own.includes(one))) ??
    plans.data.plans.at(0);
  if (plan === undefined)
    return (
      <Notice title={problem.noPlans}>
        <p>{problem.noPlansMend}</p>
      </Notice>
    );
  return <Navigate to="/plans/$plan/overview" params={{ plan: plan.id }} replace />;
}
