import { unitWords } from "#core/figures/unit.ts";
import type { Goal, GoalPart } from "../answers.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { VerdictMark } from "../parts/verdict.tsx";
import { isAbsent } from "../parts/written.ts";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";
import { useDefinition } from "./use-definition.ts";

/** How the goal stood on earlier days, the newest first. */
export function History({ history, part }: { readonly history: Goal["history"]; readonly part: GoalPart }) {
  const { goal: words, frame } = useWords();
  const language = useLanguage();
  const definition = useDefinition(part);
  const unit = history.flatMap(({ latest }) => (isAbsent(latest) ? [] : [latest.unit])).at(0);
  return (
    <section>
      <h2>{words.history}</h2>
      {history.length === 0 ? (
        <p className="quiet">{words.noHistory}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.asOf}</th>
              <th scope="col">
                {words.latest}
                {unit !== undefined && ` (${unitWords[unit].name[language]})`}
              </th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map(({ asOf, verdict, latest }) => (
              <tr key={asOf}>
                <th scope="row">{wordsOfDay(asOf, language)}</th>
                <td>
                  <FigureMark
                    shown={latest}
                    style={{ bare: true }}
                    withPeriod
                    about={{
                      what: `${words.latest}, ${frame.asOf(wordsOfDay(asOf, language))}`,
                      ...(definition !== undefined && { definition }),
                    }}
                  />
                </td>
                <td>
                  <VerdictMark verdict={verdict} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
