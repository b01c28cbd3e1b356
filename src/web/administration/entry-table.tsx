import { useLanguage, useSay, wordsOfMoment } from "../text/language.tsx";
import type { Entry } from "./answers.ts";
import { useAdministrationWords } from "./words.ts";

const marks = { done: ["●", "none"], denied: ["▼", "off-course"] } as const;

/** Lines of the log as sentences, the newest first. */
export function EntryTable({
  entries,
  isBusy = false,
}: {
  readonly entries: readonly Entry[];
  readonly isBusy?: boolean;
}) {
  const { audit: words, sections } = useAdministrationWords();
  const language = useLanguage();
  const say = useSay();
  return (
    <table className="plain-table stacking entries" aria-busy={isBusy}>
      <caption className="visually-hidden">{sections.audit}</caption>
      <thead>
        <tr>
          {(["number", "at", "says", "outcome"] as const).map((name) => (
            <th key={name} scope="col" className={`column-${name}`}>
              {words.headings[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ number, at, says, outcome, persons }) => (
          <tr key={number}>
            <td data-heading={words.headings.number} className="column-number">
              {number}
            </td>
            <td data-heading={words.headings.at}>{wordsOfMoment(at, language)}</td>
            <td className="column-says">
              {say(says)}
              {persons.length > 0 && (
                <span className="quiet table-line">
                  {words.person}: {persons.join(", ")}
                </span>
              )}
            </td>
            <td data-heading={words.headings.outcome}>
              <span className="verdict" data-verdict={marks[outcome][1]}>
                <span className="verdict-shape" aria-hidden>
                  {marks[outcome][0]}
                </span>
                {words.outcomes[outcome]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
