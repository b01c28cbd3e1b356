import type { GoalPart } from "../answers.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { VerdictMark } from "../parts/verdict.tsx";
import { useSay, useWords } from "../text/language.tsx";
import { useDefinition } from "./use-definition.ts";

/** How the goal stands, why, and the working step by step, each step with its figure. */
export function VerdictBox({ part }: { readonly part: GoalPart }) {
  const { goal } = useWords();
  const definition = useDefinition(part);
  const { verdict, working, latest } = part;
  const about = (what: string) => ({ what, ...(definition !== undefined && { definition }) });
  const say = useSay();
  return (
    <section id="working" className="verdict-box" data-verdict-family={verdict.family}>
      <h2 className="visually-hidden">{goal.verdict}</h2>
      <p className="verdict-large">
        <VerdictMark verdict={verdict} />
      </p>
      <p>
        {say(verdict.reason)} <FigureMark shown={latest} about={about(goal.latest)} markOnly />
      </p>
      {verdict.settles !== undefined && (
        <p>
          <b>{goal.settles}:</b> {say(verdict.settles)}
        </p>
      )}
      {working.length > 0 && (
        <>
          <h3>{goal.working}</h3>
          <ol className="working">
            {working.map(({ says, figure }) => (
              <li key={says.da}>
                <span>{say(says)}</span>
                {figure !== undefined && <FigureMark shown={figure} about={about(say(says))} markOnly />}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
