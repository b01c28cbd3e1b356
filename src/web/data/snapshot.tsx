import { useQuery } from "@tanstack/react-query";
import { writeNumber } from "#core/figures/write.ts";
import { useReach } from "../frame/use-reach.ts";
import { vocabularyQuery } from "../indicators/queries.ts";
import { codeInWords } from "../indicators/where-words.ts";
import { Fact } from "../parts/fact.tsx";
import { useLanguage, useSay, wordsOfDay, wordsOfMoment } from "../text/language.tsx";
import type { Snapshot } from "./answers.ts";
import { tableInWords } from "./job-words.ts";
import { Said } from "./said.tsx";
import { Withdrawing } from "./withdrawing.tsx";
import { useDataWords } from "./words.ts";

/** What a register holds, and where that came from; withdrawn by those who may. */
export function Holding({ one }: { readonly one: Snapshot }) {
  const words = useDataWords();
  const { facts } = words.snapshots;
  const language = useLanguage();
  const say = useSay();
  const reaches = useReach();
  const vocabulary = useQuery(vocabularyQuery).data;
  const { id, municipalities, imported, keepUntil, program, previous, withdrawn } = one;
  return (
    <div className="holding">
      {withdrawn !== undefined && (
        <p>
          {words.snapshots.withdrawnSays(wordsOfDay(withdrawn.at, language), withdrawn.by, withdrawn.reason)}.{" "}
          {withdrawn.erased ? words.snapshots.erased : words.snapshots.kept}
        </p>
      )}
      <Tables tables={one.tables} />
      <dl className="facts">
        <Fact name={facts.municipalities}>
          {municipalities.map((code) => codeInWords("municipality", code, vocabulary, say)).join(", ")}
        </Fact>
        <Fact name={facts.imported}>{wordsOfMoment(imported, language)}</Fact>
        <Fact name={facts.keepUntil}>{wordsOfDay(keepUntil, language)}</Fact>
        <Fact name={facts.program}>{program}</Fact>
        <Fact name={facts.id}>
          <code>{id.slice(0, 12)}</code>
        </Fact>
        {previous !== undefined && (
          <Fact name={facts.previous}>
            <code>{previous.slice(0, 12)}</code>
          </Fact>
        )}
      </dl>
      <Said title={words.snapshots.accepted} texts={one.accepted} />
      <Said title={words.snapshots.notes} texts={one.notes} />
      <Said title={words.snapshots.assumptions} texts={one.assumptions} />
      {withdrawn === undefined && reaches("withdraw-register") && <Withdrawing one={one} />}
    </div>
  );
}

function Tables({ tables }: Pick<Snapshot, "tables">) {
  const words = useDataWords();
  const { headings, span } = words.snapshots;
  const language = useLanguage();
  const number = (value: number | undefined) => (value === undefined ? "–" : writeNumber(value, { language }));
  return (
    <table className="plain-table stacking read-table">
      <thead>
        <tr>
          <th scope="col">{headings.table}</th>
          <th scope="col" className="column-number">
            {headings.rows}
          </th>
          <th scope="col">{headings.covers}</th>
          <th scope="col">{headings.file}</th>
          <th scope="col" className="column-number">
            {headings.rejected}
          </th>
          <th scope="col" className="column-number">
            {headings.duplicates}
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ table, rows, covers, file, rejected, duplicates }) => (
          <tr key={table}>
            <th scope="row">{tableInWords(table, words)}</th>
            <td data-heading={headings.rows} className="column-number">
              {number(rows)}
            </td>
            <td data-heading={headings.covers}>
              {covers === undefined ? "–" : span(wordsOfDay(covers.from, language), wordsOfDay(covers.to, language))}
            </td>
            <td data-heading={headings.file}>{file ?? "–"}</td>
            <td data-heading={headings.rejected} className="column-number">
              {number(rejected)}
            </td>
            <td data-heading={headings.duplicates} className="column-number">
              {number(duplicates)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
