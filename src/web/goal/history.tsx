import type { Goal } from "../answers.ts";
import { FigureMark } from "../parts/figure-mark.tsx";
import { VerdictMark } from "../parts/verdict.tsx";
import { useLanguage, useWords, wordsOfDay } from "../text/language.tsx";

/** How the goal stood on earlier days, the newest first. */
export function History({ history }: { readonly history: Goal["history"] }) {
  const words = useWords().goal;
  const language = useLanguage();
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
              <th scope="col">{words.latest}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {history.toReversed().map(({ asOf, verdict, latest }) => (
              <tr key={asOf}>
                <th scope="row">{wordsOfDay(asOf, language)}</th>
                <td>
                  <FigureMark shown={latest} style={{ bare: true }} about={{ what: words.latest }} />
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
