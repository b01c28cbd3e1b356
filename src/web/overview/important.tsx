import { Link } from "@tanstack/react-router";
import type { Overview } from "../answers.ts";
import { VerdictMark } from "../parts/verdict.tsx";
import { useSay, useWords } from "../text/language.tsx";

/** What matters most now: a sentence each, leading to its goal. */
export function Important({ overview: { important, plan } }: { readonly overview: Overview }) {
  const words = useWords();
  const say = useSay();
  if (important.length === 0) return null;
  return (
    <section className="important">
      <h2>{words.overview.important}</h2>
      <ol>
        {important.map(({ goal, verdict, says }) => (
          <li key={goal}>
            <VerdictMark verdict={verdict} />
            <Link to="/plans/$plan/goals/$goal" params={{ plan: plan.id, goal }}>
              {say(says)}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
