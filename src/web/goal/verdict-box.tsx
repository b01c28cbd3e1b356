import type { GoalPart, Verdict } from "../answers.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { VerdictMark } from "../parts/verdict.tsx";
import { useSay, useWords } from "../text/language.tsx";

/** How the goal stands, why, and the working step by step, each step with its figure. */
export function VerdictBox({ verdict, working }: { readonly verdict: Verdict; readonly working: GoalPart["working"] }) {
  const { goal } = useWords();
  const say = useSay();
  return (
    <section id="working" className="verdict-box" data-verdict-family={verdict.family}>
      <h2 className="visually-hidden">{goal.verdict}</h2>
      <p className="verdict-large">
        <VerdictMark verdict={verdict} />
      </p>
      <p>{say(verdict.reason)}</p>
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
                {figure !== undefined && <FigureMark shown={figure} about={{ what: say(says) }} markOnly />}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
