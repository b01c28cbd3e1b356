import { unitWords } from "#core/figures/unit.ts";
import { sourceText } from "#core/indicators/source-text.ts";
import type { Goal, GoalPart } from "../answers.ts";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import { useDefinition } from "./use-definition.ts";

/** What the figures are made of: series, sources, tables, breaks, notes; and what the plan's own sums say of the goal. */
export function DataNotes({ part, findings }: { readonly part: GoalPart; readonly findings: Goal["findings"] }) {
  const words = useWords();
  const say = useSay();
  const language = useLanguage();
  const definition = useDefinition(part);
  return (
    <section>
      <h2>{words.goal.data}</h2>
      {definition !== undefined && <p>{definition}</p>}
      {part.noIndicator !== undefined && (
        <p>
          {words.goal.noIndicator}: {say(part.noIndicator)}
        </p>
      )}
      {part.lines.length > 0 && (
        <table className="plain-table stacking">
          <thead>
            <tr>
              <th scope="col">{words.goal.series}</th>
              <th scope="col">{words.goal.area}</th>
              <th scope="col">{words.figure.unit}</th>
              <th scope="col">{words.figure.source}</th>
              <th scope="col">{words.figure.fetched}</th>
            </tr>
          </thead>
          <tbody>
            {part.lines.map(({ id, title, area, areaName, unit, owner, table, fetched }) => (
              <tr key={`${id} ${area}`}>
                <th scope="row">{say(title)}</th>
                <td data-heading={words.goal.area}>{say(areaName)}</td>
                <td data-heading={words.figure.unit}>{unitWords[unit].name[language]}</td>
                <td data-heading={words.figure.source}>{[say(sourceText(owner)), table].filter(Boolean).join(", ")}</td>
                <td data-heading={words.figure.fetched}>
                  {fetched === undefined ? "–" : wordsOfDay(fetched, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {part.notes.length > 0 && (
        <ul className="notes">
          {part.notes.map((note) => (
            <li key={note.da}>{say(note)}</li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <>
          <h3>{words.goal.findings}</h3>
          <ul className="notes">
            {findings.map(({ id, message }) => (
              <li key={id}>{say(message)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
