import { Link } from "@tanstack/react-router";
import { VerdictMark } from "../parts/verdict.tsx";
import { useSay } from "../text/language.tsx";
import type { Report } from "./answers.ts";
import { useDataWords } from "./words.ts";

/** What would change in the goals if the register were let in: what one decides on besides the guard's questions. */
export function IfAccepted({ goals }: { readonly goals: NonNullable<Report["goals"]> }) {
  const words = useDataWords().job;
  const say = useSay();
  const turned = goals.reduce((sum, one) => sum + one.turned.length, 0);
  return (
    <section className="stack">
      <h2>{words.ifAccepted}</h2>
      <p>{words.ifAcceptedSays(turned)}</p>
      {goals.map(({ plan, title, turned: changed, moved }) => (
        <div key={plan}>
          <h3>
            {say(title)} <span className="quiet">{words.wouldMove(moved)}</span>
          </h3>
          <ul className="notes">
            {changed.map(({ goal, title: name, before, after }) => (
              <li key={goal}>
                <Link to="/plans/$plan/goals/$goal" params={{ plan, goal }}>
                  {say(name)}
                </Link>
                : <VerdictMark verdict={before} /> <span aria-hidden>→</span>
                <span className="visually-hidden">{words.wouldBe}</span> <VerdictMark verdict={after} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
