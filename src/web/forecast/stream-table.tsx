import { writeFigure } from "#core/figures/write.ts";
import { moveInTable } from "../parts/table-arrows.ts";
import type { ForecastWords } from "../text/forecast/da.ts";
import { useLanguage } from "../text/language.tsx";
import type { DrawnStreams } from "./stream-state.ts";

/** Every stream that is drawn, a row each, the largest first. */
export function StreamTable({
  drawn,
  words,
  title,
}: {
  readonly drawn: DrawnStreams;
  readonly words: ForecastWords["streams"];
  readonly title: string;
}) {
  const language = useLanguage();
  const nameOf = new Map(drawn.from.map(({ id, label }) => [id, label]));
  const write = (value: number, sign = false) =>
    writeFigure({ value, unit: "persons" }, language, { bare: true, sign });
  return (
    <table className="plain-table stacking" onKeyDown={moveInTable}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {(["from", "to", "persons", "before", "difference"] as const).map((name) => (
            <th key={name} scope="col">
              {words[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drawn.flows.map(({ id, from, to, persons, before }) => (
          <tr key={id}>
            <th scope="row">{nameOf.get(from)}</th>
            <td data-heading={words.to}>{nameOf.get(to)}</td>
            <td data-heading={words.persons}>{write(persons)}</td>
            <td data-heading={words.before}>{before === undefined ? "–" : write(before)}</td>
            <td data-heading={words.difference}>{before === undefined ? "–" : write(persons - before, true)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
