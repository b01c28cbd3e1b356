import { Link } from "@tanstack/react-router";
import { useSay } from "../text/language.tsx";
import type { Indicator } from "./answers.ts";
import { useIndicatorWords } from "./words.ts";

/** The goals that are measured by an indicator, plan by plan. */
export function UsingGoals({ goals }: { readonly goals: Indicator["goals"] }) {
  const words = useIndicatorWords();
  const say = useSay();
  const plans = [...Map.groupBy(goals, ({ plan }) => plan)];
  return (
    <section>
      <h2>{words.goals}</h2>
      {plans.length === 0 && <p className="quiet">{words.noGoals}</p>}
      {plans.map(([plan, own]) => (
        <div key={plan} className="using">
          <h3>
            {say(own[0].organisation)}, {say(own[0].planTitle)}
          </h3>
          <ul>
            {own.map(({ goal, title }) => (
              <li key={goal}>
                <Link to="/plans/$plan/goals/$goal" params={{ plan, goal }}>
                  {say(title)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
