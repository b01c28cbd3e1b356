import { isAbsent, written } from "../parts/written.ts";
import { useLanguage, useSay } from "../text/language.tsx";
import type { Benchmark, BenchmarkRow } from "./answers.ts";
import { useCompareWords } from "./words.ts";

/** Every municipality of the group: expected, actual, and the gap as persons and as points. */
export function BenchmarkTable({ benchmark: { rows } }: { readonly benchmark: Benchmark }) {
  const words = useCompareWords();
  return (
    <div className="rank-table">
      <table className="plain-table stacking">
        <caption className="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.municipality}</th>
            <th scope="col">{words.expectedHead}</th>
            <th scope="col">{words.actualHead}</th>
            <th scope="col">{words.gapHead}</th>
            <th scope="col">{words.gapShare}</th>
            <th scope="col">{words.place}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.area.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The unit stands in the heads of the columns. */
const bare = { bare: true };

function Row({ row: { area, isOwn, expected, actual, gap, gapShare, place } }: { readonly row: BenchmarkRow }) {
  const words = useCompareWords();
  const language = useLanguage();
  const say = useSay();
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">{say(area.label)}</th>
      <td data-heading={words.expectedHead}>{written(expected, language, bare)}</td>
      <td data-heading={words.actualHead}>{written(actual, language, bare)}</td>
      <td data-heading={words.gapHead}>{written(gap, language, { ...bare, sign: true })}</td>
      <td data-heading={words.gapShare}>
        {isAbsent(gapShare)
          ? written(gapShare, language)
          : written(gapShare, language, { ...bare, sign: true, decimals: 2 })}
      </td>
      <td data-heading={words.place}>{written(place, language)}</td>
    </tr>
  );
}
