import type { Overview } from "../answers.ts";
import { useWords } from "../text/language.tsx";

/** What stands under the table: whether the plan's own sums hold, and how the verdicts are come by. */
export function Check({ check: { ran, disagree } }: Pick<Overview, "check">) {
  const { overview } = useWords();
  return (
    <footer className="page-foot">
      <p>{overview.check(ran, disagree)}</p>
      <details>
        <summary>{overview.rules}</summary>
        <ul>
          {overview.rulesSay.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    </footer>
  );
}
