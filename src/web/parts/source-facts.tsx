import { sourceText } from "#core/indicators/source-text.ts";
import { useLanguage, useSay, useWords, wordsOfDay } from "../text/language.tsx";
import { Fact } from "./fact.tsx";

/** Who publishes figures, or the register they are counted in; the table, and when they were fetched. */
export type FigureSource = { readonly source: string; readonly table?: string; readonly fetched?: string };

/** Where figures come from, as rows of a list of facts. */
export function SourceFacts({ source: { source, table, fetched } }: { readonly source: FigureSource }) {
  const words = useWords().figure;
  const language = useLanguage();
  const say = useSay();
  return (
    <>
      <Fact name={words.source}>{say(sourceText(source))}</Fact>
      {table !== undefined && <Fact name={words.table}>{table}</Fact>}
      {fetched !== undefined && <Fact name={words.fetched}>{wordsOfDay(fetched, language)}</Fact>}
    </>
  );
}
