import { useQuery } from "@tanstack/react-query";
import { writeNumber } from "#core/figures/write.ts";
import { vocabularyQuery } from "../indicators/queries.ts";
import { codeInWords } from "../indicators/where-words.ts";
import { useLanguage, useSay, wordsOfDay } from "../text/language.tsx";
import type { Report } from "./answers.ts";
import { dialectInWords, tableInWords } from "./job-words.ts";
import { Said } from "./said.tsx";
import { useDataWords } from "./words.ts";

/** How the files were read: their dialect, and what became of their rows. */
export function Read({ report }: { readonly report: Report }) {
  const words = useDataWords();
  const { headings } = words.job;
  const language = useLanguage();
  const say = useSay();
  const vocabulary = useQuery(vocabularyQuery).data;
  const number = (value: number) => writeNumber(value, { language });
  const places = report.municipalities.map((code) => codeInWords("municipality", code, vocabulary, say));
  // Of files that are no register nobody knows from which day they are.
  const isRead = report.tables.some(({ loaded }) => loaded > 0);
  const isIn = report.outcome === "imported" || report.outcome === "unchanged";
  const loaded = isIn ? headings.loaded : words.job.loadedChecked;
  const counts = (["rowsIn", "rejected", "duplicates", "joined"] as const).map(
    (name) => [name, headings[name]] as const,
  );
  return (
    <section>
      <h2>{words.job.read}</h2>
      <p className="quiet small">
        {[...places, ...(isRead ? [words.job.extracted(wordsOfDay(report.extracted, language))] : [])].join(", ")}
        {report.simulated && `. ${words.job.simulated}.`}
      </p>
      <table className="plain-table stacking read-table">
        <thead>
          <tr>
            {[headings.table, headings.file, headings.written].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {[...counts.map(([, name]) => name), loaded].map((name) => (
              <th key={name} scope="col" className="column-number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.tables.map((one) => (
            <tr key={`${one.table} ${one.file}`}>
              <th scope="row">{tableInWords(one.table, words)}</th>
              <td data-heading={headings.file}>{one.file}</td>
              <td data-heading={headings.written}>{dialectInWords(one, words.job)}</td>
              {counts.map(([name, heading]) => (
                <td key={name} data-heading={heading} className="column-number">
                  {number(one[name])}
                </td>
              ))}
              <td data-heading={loaded} className="column-number">
                {number(one.loaded)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Said title={words.job.notes} texts={report.notes} />
      <Said title={words.job.assumptions} texts={report.assumptions} />
    </section>
  );
}
